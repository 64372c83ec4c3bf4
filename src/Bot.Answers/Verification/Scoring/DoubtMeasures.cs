using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Scoring;

/// <summary>How much is missing, with what must agree exactly counted on top; taken once everything else is measured.</summary>
internal static class DoubtMeasures
{
    public static void Take(Measures measures)
    {
        var facts = (0.5 * Math.Min(2, measures[Feature.NumberUnseen] + measures[Feature.CalendarUnseen])) + (0.35 * Math.Min(2, measures[Feature.NameUnseen]));
        var astray = (0.2 * Math.Min(2, measures[Feature.NumberElsewhere] + measures[Feature.CalendarElsewhere])) + (0.12 * Math.Min(2, measures[Feature.NameElsewhere]));
        measures.Set(Feature.UnseenDoubt, measures[Feature.UnseenPlain] + facts);
        measures.Set(Feature.UnlikeDoubt, measures[Feature.AlignUnlike] + facts);
        measures.Set(Feature.WindowDoubt, measures[Feature.MissInWindow] + facts + astray);
    }
}
