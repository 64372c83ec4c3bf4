using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bot.Answers;

/// <summary>What an operator sees of questions: one span for each stage, and how they end. Never anybody's words.</summary>
public static class AnswerTelemetry
{
    public const string Name = "Bot.Answers";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("bot.questions", "{question}", "Questions, by how they ended and who wrote the answer.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("bot.questions.duration", "s", "From a question to its checked answer.");

    /// <param name="stage">retrieve, draft, extract.</param>
    internal static Activity? Start(string stage) => Activities.StartActivity(stage);

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
}
