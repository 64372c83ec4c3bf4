using Bot.Answers;
using Bot.Localization;

namespace Bot.Messages;

/// <summary>How the articles that an answer cites agree or differ, in one sentence.</summary>
internal static class ComparisonSentence
{
    public static string Of(SourceComparison comparison, Translation translation)
    {
        if (comparison.Kind == ComparisonKind.Agree)
        {
            var (says, sources) = comparison.Positions[0];
            return $"{translation.Says(Named(sources, translation), several: true, says.Length > 0 ? says : translation.TheSame)}.";
        }

        var positions = string.Join(", ", comparison.Positions.Select(position => translation.Says(Named(position.Sources, translation), position.Sources.Length > 1, position.Says)));
        return $"{(comparison.Kind == ComparisonKind.Contradict ? $"{translation.TheyContradict} " : "")}{positions}.";
    }

    private static string Named(IEnumerable<CitedSource> sources, Translation translation) =>
        translation.List([.. sources.Select(source => source.Date is { } day ? $"{source.Name} ({translation.Day(day)})" : source.Name)]);
}
