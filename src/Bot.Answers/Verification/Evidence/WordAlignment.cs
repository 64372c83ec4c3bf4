using System.Buffers;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Evidence;

/// <summary>The best way to lay a statement's words, in order, over the words of a stretch of the source.</summary>
internal static class WordAlignment
{
    /// <summary>Longer statements and stretches are compared by their beginnings.</summary>
    public const int MaxTerms = 250;

    /// <summary>Fills <paramref name="partner"/> with the index of each word's partner, -1 for none.</summary>
    /// <returns>The sum of what the pairs are worth.</returns>
    public static float Align(StatementText statement, ReadOnlySpan<Term> stretch, Span<int> partner)
    {
        var (rows, columns) = (Math.Min(statement.Terms.Length, MaxTerms), Math.Min(stretch.Length, MaxTerms));
        partner.Fill(-1);
        var width = columns + 1;
        var best = ArrayPool<float>.Shared.Rent((rows + 1) * width);
        Array.Clear(best, 0, (rows + 1) * width);
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                var skip = Math.Max(best[((i + 1) * width) + j], best[(i * width) + j + 1]);
                var worth = Worth(statement, i, stretch[j]);
                best[(i * width) + j] = worth > 0 ? Math.Max(skip, worth + Next(statement, stretch, i, j) + best[((i + 1) * width) + j + 1]) : skip;
            }
        }

        var total = best[0];
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            var here = best[(i * width) + j];
            if (here > Math.Max(best[((i + 1) * width) + j], best[(i * width) + j + 1]))
            {
                partner[i++] = j++;
            }
            else if (best[((i + 1) * width) + j] >= best[(i * width) + j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        ArrayPool<float>.Shared.Return(best);
        return total;
    }

    private static float Worth(StatementText statement, int term, in Term other)
    {
        var likeness = statement.Likeness(term, other);
        return likeness <= 0 ? 0 : statement.Terms[term].Is(TermKinds.Stop) ? 0.3f * likeness : likeness * (0.7f + statement.Terms[term].Weight);
    }

    // Words that stay together are worth a little more, so that “the” is paired with the “the” of its own phrase.
    private static float Next(StatementText statement, ReadOnlySpan<Term> stretch, int i, int j) =>
        i + 1 < statement.Terms.Length && j + 1 < stretch.Length && statement.Terms[i + 1].Stem == stretch[j + 1].Stem ? 0.2f : 0;
}
