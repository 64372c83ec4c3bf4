using System.Collections.Immutable;
using Bot.Answers.Extraction.Questions;

namespace Bot.Answers.Comparison;

/// <summary>Finds where the articles that an answer cites agree, differ or contradict each other: in numbers, days, names, negations and contraries.</summary>
/// <remarks>Rather silent than wrong: only statements that share what they are about are compared, and only what is of the same unit.</remarks>
internal static class SourceComparer
{
    private const int Most = 3;
    private const int LeastShared = 2;
    private const double Alike = 0.4;
    private const double SameThing = 0.7;
    private const double MostApart = 20;

    /// <summary>What contradicts first, then what differs, then what agrees; nothing when a single article is cited.</summary>
    public static ImmutableArray<SourceComparison> Compare(QuestionReading question, IReadOnlyList<CitedStatement> statements)
    {
        var byDate = statements.OrderBy(statement => statement.Article.Date ?? DateOnly.MaxValue).ThenBy(statement => statement.Citation.Number).ToArray();
        if (byDate.Select(statement => statement.Article.Id).Distinct().Count() < 2)
        {
            return [];
        }

        SourceComparison[] found = [.. Contradictions.In(byDate).Take(1), .. Numbers(question, byDate), .. Names(question, byDate)];
        if (found.Length == 0)
        {
            found = [.. Sameness(byDate)];
        }

        return [.. Witnesses.Each(found, byDate).OrderByDescending(comparison => comparison.Kind).Take(Most)];
    }

    /// <summary>Whether two statements are of different articles and about the same matter.</summary>
    public static bool AreComparable(CitedStatement a, CitedStatement b) => a.Article.Id != b.Article.Id && a.Shared(b) >= LeastShared;

    private static IEnumerable<SourceComparison> Numbers(QuestionReading question, CitedStatement[] statements)
    {
        var asked = question.Terms.Select(term => term.Word.Stem).ToHashSet(StringComparer.Ordinal);
        var claims = statements.SelectMany(statement => statement.Measures.Select(measure => new Claim<Measure>(statement, measure))).ToArray();
        var groups = Groups.Of(claims, (a, b) => a.Value.IsOfTheSame(b.Value) && AreOfOneThing(a, b) && IsAsked(a, b));
        return groups
            .Select(group => Positions.Of(group, (a, b) => a.IsAsMuchAs(b), (claim, others) => Words(claim, others)))
            .OfType<SourceComparison>();

        // What differs by orders of magnitude, is in the question and in one statement alone, or bears other names is another thing.
        bool AreOfOneThing(Claim<Measure> a, Claim<Measure> b)
        {
            var (one, other) = (a.Statement, b.Statement);
            return AreComparable(one, other)
                && one.Content.Count(stem => other.Content.Contains(stem) && !a.Value.Units.Any(unit => unit.Stem == stem)) >= LeastShared
                && !one.NamesOthersThan(other)
                && (one.Overlap(other) >= SameThing || asked.All(stem => one.Content.Contains(stem) == other.Content.Contains(stem)))
                && (a.Value.IsTime || a.Value.IsWithin(MostApart, b.Value));
        }

        bool IsAsked(Claim<Measure> a, Claim<Measure> b) =>
            question.Kind == (a.Value.IsTime ? QuestionKind.When : QuestionKind.HowMany)
            || a.Statement.Overlap(b.Statement) >= Alike
            || (!a.Value.IsTime && a.Value.Units.Any(unit => asked.Contains(unit.Stem)));
    }

    // “12 people”: up to the unit that the others count too.
    private static string Words(Claim<Measure> claim, IEnumerable<Claim<Measure>> others)
    {
        var measure = claim.Value;
        var unit = others.Select(other => measure.UnitIn(other.Value)).FirstOrDefault(unit => unit is not null);
        return claim.Statement.Text[measure.Start..Math.Max(measure.End, unit?.End ?? 0)];
    }

    private static IEnumerable<SourceComparison> Names(QuestionReading question, CitedStatement[] statements)
    {
        if (question.Kind is not (QuestionKind.Who or QuestionKind.Where))
        {
            return [];
        }

        var asked = question.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var claims = statements.SelectMany(statement => statement.Names
            .Where(name => !name.IsTeller && !name.Stems.Any(asked.Contains) && !name.Stems.Any(stem => IsOutlet(statement, stem)))
            .Select(name => new Claim<NamedSpan>(statement, name))).ToArray();
        return Groups.Of(claims, (a, b) => AreComparable(a.Statement, b.Statement))
            .Select(group => Positions.Of(group, (a, b) => a.Stems[^1] == b.Stems[^1], (claim, _) => claim.Statement.Text[claim.Value.Start..claim.Value.End]))
            .OfType<SourceComparison>();
    }

    private static bool IsOutlet(CitedStatement statement, string stem) =>
        statement.Article.Outlet is { } outlet && Bot.Language.Words.Read(outlet).Any(word => word.Stem == stem);

    private static IEnumerable<SourceComparison> Sameness(CitedStatement[] statements)
    {
        var claims = statements.Select(statement => new Claim<string>(statement, "")).ToArray();
        return Groups.Of(claims, (a, b) => SayTheSame(a.Statement, b.Statement))
            .Select(group => Positions.Of(group, (_, _) => true, (_, _) => ""))
            .OfType<SourceComparison>()
            .Take(1);
    }

    private static bool SayTheSame(CitedStatement a, CitedStatement b) =>
        AreComparable(a, b) && a.Overlap(b) >= SameThing && !a.NamesOthersThan(b)
        && a.Measures.All(measure => b.Measures.Any(measure.IsAsMuchAs)) && b.Measures.All(measure => a.Measures.Any(measure.IsAsMuchAs));
}
