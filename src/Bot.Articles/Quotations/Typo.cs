namespace Bot.Articles.Quotations;

/// <summary>Whether a word is another one but for a slip of whoever typed it: one in words of four letters or more, two in words of eight or more.</summary>
public static class Typo
{
    private const int LongestWord = 48;

    /// <summary>Both folded to lower case without accents.</summary>
    public static bool Is(ReadOnlySpan<char> asked, ReadOnlySpan<char> word)
    {
        var allowed = Allowed(Math.Min(asked.Length, word.Length));
        return allowed > 0 && Math.Abs(asked.Length - word.Length) <= allowed && Math.Max(asked.Length, word.Length) <= LongestWord && Slips(asked, word).Whole <= allowed;
    }

    /// <summary>How many slips lie between two words.</summary>
    internal static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Math.Max(one.Length, other.Length) <= LongestWord ? Slips(one, other).Whole : LongestWord;

    /// <summary>The same for a word that is still being typed, whose first letters hold one slip at most.</summary>
    public static bool Begins(ReadOnlySpan<char> asked, ReadOnlySpan<char> word)
    {
        var allowed = Allowed(asked.Length);
        return allowed > 0 && word.Length >= asked.Length - allowed && word.Length > 1 && asked.Length <= LongestWord
            && (asked[0] == word[0] || asked[1] == word[1] || asked[0] == word[1] || asked[1] == word[0])
            && Slips(asked, word[..Math.Min(word.Length, asked.Length + allowed)]).Beginning <= allowed;
    }

    private static int Allowed(int letters) => letters switch { >= 8 => 2, >= 4 => 1, _ => 0 };

    /// <summary>Letters added, dropped, changed or swapped with their neighbour, from all of <paramref name="a"/> to all of <paramref name="b"/>, and to the
    /// beginning of it that is nearest. https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance</summary>
    private static (int Whole, int Beginning) Slips(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[LongestWord + 4];
        Span<int> last = stackalloc int[LongestWord + 4];
        Span<int> row = stackalloc int[LongestWord + 4];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        var nearest = last[0];
        foreach (var slips in last[..(b.Length + 1)])
        {
            nearest = Math.Min(nearest, slips);
        }

        return (last[b.Length], nearest);
    }
}
