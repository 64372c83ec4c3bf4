using System.Collections.Frozen;
using Bot.Answers.Extraction.Passages;
using Bot.Language;

namespace Bot.Answers.Extraction.Questions;

/// <summary>Tells questions for a judgement (“Is the mayor right?”) from questions for facts: an article can only tell who judges how.</summary>
internal static class Verdict
{
    private static readonly FrozenSet<string> Judgements = WordList.Set("en/judgements");

    private static readonly string[] ToTheBot = [" do you think ", " do you agree ", " you agree ", " do you believe ", " do you support ", " your opinion ", " your view ", " your take "];

    public static bool IsAsked(QuestionReading question)
    {
        var spoken = ' ' + string.Join(' ', question.Words.Select(word => word.Text)) + ' ';
        return ToTheBot.Any(phrase => spoken.Contains(phrase, StringComparison.Ordinal))
            || (question.Kind == QuestionKind.YesNo && question.Words.Length > 2 && Judgements.Contains(question.Words[^1].Text));
    }

    /// <summary>A sentence in which somebody speaks: what it says is theirs, and never the bot's.</summary>
    public static bool MayAnswer(SentenceReading sentence) => sentence.HasQuotation || sentence.HasReporting;
}
