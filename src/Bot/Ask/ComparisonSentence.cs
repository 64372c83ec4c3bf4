using Bot.Answers;
using Bot.Phrasebook;

namespace Bot.Ask;

/// <summary>How the articles that an answer cites agree or differ, in one sentence.</summary>
internal static class ComparisonSentence
{
    public static string Of(SourceComparison comparison, Phrases phrases)
    {
        if (comparison.Kind == ComparisonKind.Agree)
        {
            var (says, sources) = comparison.Positions[0];
            return $"{phrases.Says(Named(sources, phrases), several: true, says.Length > 0 ? says : phrases.TheSame)}.";
        }

        var positions = string.Join(", ", comparison.Positions.Select(position => phrases.Says(Named(position.Sources, phrases), position.Sources.Length > 1, position.Says)));
        return $"{(comparison.Kind == ComparisonKind.Contradict ? $"{phrases.TheyContradict} " : "")}{positions}.";
    }

    private static string Named(IEnumerable<CitedSource> sources, Phrases phrases) =>
        phrases.List([.. sources.Select(source => source.Date is { } day ? $"{source.Name} ({phrases.Day(day)})" : source.Name)]);
}
