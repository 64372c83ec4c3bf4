using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Articles.Copies;

/// <summary>
/// The runs of five words of a text, by which another printing of the same story is recognised whatever its headline, typography and paragraph breaks.
/// Hashes are the same on every machine and in every release: they are stored.
/// </summary>
public sealed class WordRuns
{
    /// <summary>Fewer words are common turns of phrase, more are broken by every edit.</summary>
    private const int RunLength = 5;

    /// <summary>The fewest runs by which a text is recognised.</summary>
    public const int FewestRuns = 20;

    /// <summary>The share from which on one text is a copy of the other.</summary>
    public const double NearCopy = 0.5;

    private readonly ulong[] _sorted;

    private WordRuns(ulong[] sorted, UInt128 words)
    {
        _sorted = sorted;
        Words = words;
    }

    /// <summary>How many different ones there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>A hash of all words in their order: equal for texts of the same words.</summary>
    public UInt128 Words { get; }

    public static WordRuns Of(Article article) => Of(article.Paragraphs.Select(paragraph => paragraph.Text));

    public static WordRuns Of(IEnumerable<string> paragraphs)
    {
        var texts = paragraphs.ToList();

        // A character that is a word by itself takes two.
        var text = new char[2 * texts.Sum(paragraph => paragraph.Length + 1)];
        var length = 0;
        var starts = new List<int>(text.Length / 8);
        foreach (var paragraph in texts)
        {
            length = Fold(paragraph, text, length, starts);
        }

        ReadOnlySpan<char> folded = text.AsSpan(0, length);
        var runs = new HashSet<ulong>(starts.Count);
        for (var first = 0; first + RunLength <= starts.Count; first++)
        {
            var end = first + RunLength < starts.Count ? starts[first + RunLength] : folded.Length;
            runs.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(folded[starts[first]..end])));
        }

        ulong[] sorted = [.. runs];
        Array.Sort(sorted);
        return new WordRuns(sorted, XxHash128.HashToUInt128(MemoryMarshal.AsBytes(folded)));
    }

    /// <summary>
    /// The runs with the smallest hashes: a sample that two texts choose alike, so that texts with much in common have many of these in common, also when
    /// one is only a part of the other. <see href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder, On the resemblance and containment of documents</see>.
    /// </summary>
    public ReadOnlySpan<ulong> Sample(int atMost) => _sorted.AsSpan(0, Math.Min(atMost, _sorted.Length));

    /// <summary>Whether most of the shorter one stands in the other. Of few words a share says nothing.</summary>
    public bool IsNearCopyOf(WordRuns other) => Math.Min(Count, other.Count) >= FewestRuns && ShareWith(other) >= NearCopy;

    /// <summary>How much of the shorter one stands in the other, from 0 to 1.</summary>
    public double ShareWith(WordRuns other) => InCommonWith(other) / (double)Math.Max(1, Math.Min(Count, other.Count));

    /// <summary>How many runs stand in both.</summary>
    public int InCommonWith(WordRuns other)
    {
        var (mine, theirs, common) = (0, 0, 0);
        while (mine < _sorted.Length && theirs < other._sorted.Length)
        {
            switch (_sorted[mine].CompareTo(other._sorted[theirs]))
            {
                case < 0:
                    mine++;
                    break;
                case > 0:
                    theirs++;
                    break;
                default:
                    common++;
                    mine++;
                    theirs++;
                    break;
            }
        }

        return common;
    }

    /// <summary>Appends the words in small letters, a space behind each, and notes where each begins.</summary>
    /// <returns>The length of the text after it.</returns>
    private static int Fold(string paragraph, char[] text, int length, List<int> starts)
    {
        var inWord = false;
        foreach (var rune in paragraph.EnumerateRunes())
        {
            var isWord = IsWordByItself(rune);
            if (isWord || Rune.IsLetterOrDigit(rune) || (inWord && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark))
            {
                if (inWord && isWord)
                {
                    text[length++] = ' ';
                }

                if (!inWord || isWord)
                {
                    starts.Add(length);
                }

                length += Rune.ToLowerInvariant(rune).EncodeToUtf16(text.AsSpan(length));
                inWord = !isWord;
                if (isWord)
                {
                    text[length++] = ' ';
                }
            }
            else if (inWord && rune.Value is not ('\'' or '’'))
            {
                text[length++] = ' ';
                inWord = false;
            }
        }

        if (inWord)
        {
            text[length++] = ' ';
        }

        return length;
    }

    /// <summary>Thai, Lao, Burmese and Khmer letters, kana and Chinese characters, which are written without spaces between words.</summary>
    private static bool IsWordByItself(Rune rune) =>
        rune.Value is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF
            or >= 0x20000 and <= 0x3FFFF
        && Rune.IsLetterOrDigit(rune);
}
