using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Comparison;

/// <summary>Statements of which one says the contrary of the other: by a word (“approved”, “rejected”) or by a negation.</summary>
internal static class Contradictions
{
    private const int ReachOfNegation = 4;

    // A word's contrary may be about something else; a “not” in a statement that is otherwise the same hardly is.
    private const double LeastOverlapForContraries = 0.4;
    private const double LeastOverlapForNegation = 0.6;

    private static readonly string[] Endings = ["", "s", "es", "d", "ed", "ing"];

    /// <param name="statements">Oldest first.</param>
    public static IEnumerable<SourceComparison> In(CitedStatement[] statements)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            for (var j = i + 1; j < statements.Length; j++)
            {
                var (a, b) = (statements[i], statements[j]);
                if (SourceComparer.AreComparable(a, b) && !a.NamesOthersThan(b) && (Contraries(a, b) ?? Negation(a, b) ?? Swapped(Negation(b, a))) is var (first, second))
                {
                    yield return new SourceComparison(
                        ComparisonKind.Contradict, [new SourcePosition($"“{first}”", [a.Source]), new SourcePosition($"“{second}”", [b.Source])]);
                }
            }
        }
    }

    private static (string, string)? Contraries(CitedStatement a, CitedStatement b)
    {
        if (a.Overlap(b) < LeastOverlapForContraries)
        {
            return null;
        }

        for (var i = 0; i < a.Words.Length; i++)
        {
            var word = a.Words[i];
            if (word.IsStop || word.IsCapital || word.IsNumber || b.Content.Contains(word.Stem))
            {
                continue;
            }

            var contraries = ContrariesOf(word);
            for (var j = 0; j < b.Words.Length; j++)
            {
                if (contraries.Contains(b.Words[j].Stem) && !a.Content.Contains(b.Words[j].Stem) && a.IsNegated(i) == b.IsNegated(j))
                {
                    return (Text(a, i, i), Text(b, j, j));
                }
            }
        }

        return null;
    }

    /// <summary>A word that <paramref name="a"/> negates and <paramref name="b"/> does not.</summary>
    private static (string, string)? Negation(CitedStatement a, CitedStatement b)
    {
        if (a.Overlap(b) < LeastOverlapForNegation)
        {
            return null;
        }

        for (var i = 0; i < a.Words.Length; i++)
        {
            if (!Wording.IsNegation(a.Words[i].Text))
            {
                continue;
            }

            for (var next = i + 1; next < Math.Min(i + 1 + ReachOfNegation, a.Words.Length); next++)
            {
                if (a.Content.Contains(a.Words[next].Stem))
                {
                    var stem = a.Words[next].Stem;
                    var other = Enumerable.Range(0, b.Words.Length).FirstOrDefault(j => b.Words[j].Stem == stem, -1);
                    if (other >= 0 && !b.IsNegated(other))
                    {
                        return (Text(a, i, next), Text(b, other, other));
                    }

                    break;
                }
            }
        }

        return null;
    }

    private static (string, string)? Swapped((string First, string Second)? pair) => pair is var (first, second) ? (second, first) : null;

    private static HashSet<string> ContrariesOf(Word word)
    {
        var contraries = Endings.Where(ending => word.Text.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => word.Text[..^ending.Length])
            .Append(Lexicon.Default.BaseForm(word.Text))
            .SelectMany(Wording.ContrariesOf);
        var id = Lexicon.Default.Find(word.Text);
        var opposites = id < 0
            ? []
            : Lexicon.Default.RelativesOf(id).Where(relative => relative.Relation == Relation.Opposite).Select(relative => Lexicon.Default.TextOf(relative.Id));
        return contraries.Concat(opposites).Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
    }

    private static string Text(CitedStatement statement, int first, int last) => statement.Text[statement.Words[first].Start..statement.Words[last].End];
}
