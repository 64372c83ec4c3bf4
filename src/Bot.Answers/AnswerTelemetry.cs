using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Answers.Quoting;

namespace Bot.Answers;

/// <summary>What an operator sees of questions and quotes: one span for each stage, and how they end. Never anybody's words.</summary>
public static class AnswerTelemetry
{
    public const string Name = "Bot.Answers";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("bot.questions", "{question}", "Questions, by how they ended and who wrote the answer.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("bot.questions.duration", "s", "From a question to its checked answer.");
    private static readonly Counter<long> QuoteChecks = Meter.CreateCounter<long>("bot.quote_checks", "{quote}", "Quotes looked up in the articles, by what became of them.");

    private static readonly Counter<long> Readings = Meter.CreateCounter<long>(
        "bot.questions.read", "{question}", "Questions as they were read: by what they mean, or by their words alone, as where there is too much to do or no sentence model.");

    /// <param name="stage">retrieve, draft, extract.</param>
    internal static Activity? Start(string stage) => Activities.StartActivity(stage);

    internal static void Read(bool byMeaning)
    {
        var reading = byMeaning ? "meaning" : "words";
        Activity.Current?.SetTag("bot.question.read_by", reading);
        Readings.Add(1, new KeyValuePair<string, object?>("bot.question.read_by", reading));
    }

    internal static void Ended(Answer answer, TimeSpan elapsed)
    {
        var outcome = new KeyValuePair<string, object?>("bot.answer.outcome", answer switch
        {
            Answer.Answered => "answered",
            Answer.NotInArticle => "abstained",
            _ => "unavailable",
        });
        var mode = new KeyValuePair<string, object?>("bot.answer.mode", answer.Mode == AnswerMode.Model ? "model" : "extractive");
        Questions.Add(1, outcome, mode);
        Duration.Record(elapsed.TotalSeconds, outcome, mode);
    }

    internal static void Checked(CheckedQuote outcome) => QuoteChecks.Add(1, new KeyValuePair<string, object?>("bot.quote.outcome", outcome switch
    {
        CheckedQuote.Verbatim => "verbatim",
        CheckedQuote.Altered => "altered",
        _ => "not_found",
    }));
}
