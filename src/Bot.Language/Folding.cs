using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Language;

/// <summary>Letters as people type them who have not all of them on their keyboard: “José” is “jose”, “Straße” is “strasse”.</summary>
/// <remarks>A table of its own, since the runtime takes no letter apart when it runs without culture data, as it does here (InvariantGlobalization). <c>folding.txt</c>
/// says what becomes of which letters, as Lucene's ASCIIFoldingFilter (Apache License 2.0) has it, and of the apostrophe “ʼ”.</remarks>
public static class Folding
{
    // One letter can become several (“ß”), never more than four.
    private const int MostOfOne = 4;
    private const int MostOnStack = 64;

    private static readonly FrozenDictionary<char, string> Letters = Read();

    /// <summary>Lower case, without diacritics, one kind of apostrophe; what has no such form stays in lower case.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (IsPlainLower(text))
        {
            return text.ToString();
        }

        Span<char> folded = text.Length <= MostOnStack ? stackalloc char[MostOnStack * MostOfOne] : new char[text.Length * MostOfOne];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAscii(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
            else if (Letters.TryGetValue(c, out var letters))
            {
                letters.CopyTo(folded[length..]);
                length += letters.Length;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
        }

        return folded[..length].ToString();
    }

    private static bool IsPlainLower(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A line each: what becomes of them, a space, the letters.</summary>
    private static FrozenDictionary<char, string> Read()
    {
        using var reader = new StreamReader(typeof(Folding).Assembly.GetManifestResourceStream("folding.txt")!);
        var letters = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in line.AsSpan(space + 1))
            {
                letters.Add(letter, line[..space]);
            }
        }

        return letters.ToFrozenDictionary();
    }
}
