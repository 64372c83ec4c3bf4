using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Answers;

/// <summary>What several of the articles cited say of one thing, beside one another. Computed from the words cited; none is preferred, the newest neither.</summary>
/// <param name="Positions">One when the articles agree; otherwise that of the oldest article first.</param>
public sealed record SourceComparison(ComparisonKind Kind, ImmutableArray<SourcePosition> Positions)
{
    /// <summary>Numbers of the citations that it relies on.</summary>
    public ImmutableArray<int> Citations => [.. Positions.SelectMany(position => position.Sources).Select(source => source.Citation)];

    /// <summary>One sentence: “Reuters (1 February 2026) says 3.5%, AP (2 February 2026) says 5%.”</summary>
    public string Text => Kind switch
    {
        ComparisonKind.Agree when Positions[0].Says.Length > 0 => $"{Join(Positions[0].Sources)} {Both(Positions[0].Sources)}say {Positions[0].Says}.",
        ComparisonKind.Agree => $"{Join(Positions[0].Sources)} {Both(Positions[0].Sources)}say this.",
        _ => (Kind == ComparisonKind.Contradict ? "They contradict each other: " : "")
            + string.Join(", ", Positions.Select(position => $"{Join(position.Sources)} {(position.Sources.Length == 1 ? "says" : "say")} {position.Says}")) + ".",
    };

    private static string Both(ImmutableArray<CitedSource> sources) => sources.Length == 2 ? "both " : "";

    private static string Join(ImmutableArray<CitedSource> sources) => sources.Length == 1
        ? sources[0].Text
        : $"{string.Join(", ", sources[..^1].Select(source => source.Text))} and {sources[^1].Text}";
}

/// <param name="Says">Words of the articles, numbers and names as they stand, others in quotation marks; empty when the whole statement is meant.</param>
/// <param name="Sources">The articles that say so, oldest first.</param>
public sealed record SourcePosition(string Says, ImmutableArray<CitedSource> Sources);

/// <param name="Name">The outlet; where the article names none, the site or the headline.</param>
/// <param name="Citation">The first citation of the article that says so.</param>
public sealed record CitedSource(string Name, DateOnly? Date, int Citation)
{
    public string Text => Date is { } date ? $"{Name} ({date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)})" : Name;
}

public enum ComparisonKind
{
    Agree,

    /// <summary>Different numbers, days or names for the same thing.</summary>
    Differ,

    /// <summary>One says the contrary of the other.</summary>
    Contradict,
}
