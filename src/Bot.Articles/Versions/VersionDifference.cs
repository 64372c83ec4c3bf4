using System.Collections.Immutable;
using System.Globalization;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Bot.Articles.Versions;

/// <summary>What changed from one version of an article to another.</summary>
/// <param name="OldTitle">The earlier headline where it was another; null where it stayed.</param>
/// <param name="Changes">In reading order of the later version; what was removed stands where it used to.</param>
/// <param name="Unchanged">How many paragraphs are in both, word for word.</param>
public sealed record VersionDifference(string? OldTitle, ImmutableArray<ParagraphChange> Changes, int Unchanged)
{
    // Beyond this a whole long text was exchanged; then nothing is gained by pairing what is left with what came.
    private const int MostPairs = 40_000;
    private const double SameParagraph = 0.5;

    public static VersionDifference Between(Article earlier, Article later)
    {
        var diff = Diff(earlier, later);
        var changes = ImmutableArray.CreateBuilder<ParagraphChange>();
        var removed = 0;
        foreach (var block in diff.DiffBlocks)
        {
            changes.AddRange(Align(
                [.. earlier.Paragraphs.Skip(block.DeleteStartA).Take(block.DeleteCountA)],
                [.. later.Paragraphs.Skip(block.InsertStartB).Take(block.InsertCountB)]));
            removed += block.DeleteCountA;
        }

        return new VersionDifference(
            earlier.Title == later.Title ? null : earlier.Title, changes.DrainToImmutable(), earlier.Paragraphs.Length - removed);
    }

    /// <summary>The longest common sequence of paragraphs; each text stands for itself by a number, since a separator might occur in one.</summary>
    private static DiffPlex.Model.DiffResult Diff(Article earlier, Article later)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Differ.Instance.CreateDiffs(Numbered(earlier), Numbered(later), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);

        string Numbered(Article article) => string.Join('\n', article.Paragraphs.Select(paragraph =>
        {
            numbers.TryAdd(paragraph.Text, numbers.Count);
            return numbers[paragraph.Text].ToString(CultureInfo.InvariantCulture);
        }));
    }

    /// <summary>Pairs old paragraphs with new ones, in order, so that as many words as can be are in a pair; the rest was removed or added.</summary>
    private static IEnumerable<ParagraphChange> Align(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new)
    {
        var (i, j) = (0, 0);
        if ((long)old.Length * @new.Length <= MostPairs)
        {
            var (likeness, best) = Weigh(old, @new);
            while (i < old.Length && j < @new.Length)
            {
                if (likeness[i, j] >= SameParagraph && best[i, j] <= best[i + 1, j + 1] + likeness[i, j])
                {
                    yield return new ParagraphChange.Altered(old[i++], @new[j++]);
                }
                else if (best[i + 1, j] >= best[i, j + 1])
                {
                    yield return new ParagraphChange.Removed(old[i++]);
                }
                else
                {
                    yield return new ParagraphChange.Added(@new[j++]);
                }
            }
        }

        for (; i < old.Length; i++)
        {
            yield return new ParagraphChange.Removed(old[i]);
        }

        for (; j < @new.Length; j++)
        {
            yield return new ParagraphChange.Added(@new[j]);
        }
    }

    /// <returns>How alike each two are, and the most likeness that pairs among those from there on can have together.</returns>
    private static (double[,] Likeness, double[,] Best) Weigh(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new)
    {
        var likeness = new double[old.Length, @new.Length];
        var best = new double[old.Length + 1, @new.Length + 1];
        var (before, after) = (old.Select(WordsOf).ToArray(), @new.Select(WordsOf).ToArray());
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                likeness[i, j] = Likeness(before[i], after[j]);
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (likeness[i, j] >= SameParagraph)
                {
                    best[i, j] = Math.Max(best[i, j], best[i + 1, j + 1] + likeness[i, j]);
                }
            }
        }

        return (likeness, best);
    }

    private static string[] WordsOf(Paragraph paragraph)
    {
        var words = paragraph.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return words;
    }

    /// <summary>Words in both, as a share of the words that they have on average.</summary>
    private static double Likeness(string[] left, string[] right)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var order = string.CompareOrdinal(left[i], right[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return left.Length + right.Length == 0 ? 0 : 2.0 * common / (left.Length + right.Length);
    }
}
