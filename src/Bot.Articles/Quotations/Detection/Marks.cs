namespace Bot.Articles.Quotations.Detection;

/// <summary>What a quotation mark does, told from the characters on either side of it.</summary>
internal static class Marks
{
    // Words that begin with an apostrophe, without it.
    private static readonly string[] Clipped = ["em", "til", "tis", "twas", "cause", "cos", "n", "bout", "round", "cuz", "neath", "kay"];

    public static bool IsDouble(char c) => c is '"' or '“' or '”' or '„' or '‟' or '″' or '«' or '»' or '「' or '」' or '『' or '』';

    public static bool IsSentencePunctuation(char c) => c is '.' or ',' or '?' or '!' or '…' or ';' or '—' or '–';

    /// <summary>White space or an opening bracket before it and a word behind it.</summary>
    public static bool Opens(string text, int i)
    {
        if (i + 1 >= text.Length || (char.IsWhiteSpace(text[i + 1]) && !IsNarrowSpace(text[i + 1])))
        {
            return false;
        }

        return i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '{' or '—' or '–' or '-' or '/' or ':' or '‘' or '\'' or '…' or '。' or '，' or '：' or '、' or '；' or '？' or '！';
    }

    /// <summary>A word or punctuation before it and no word behind it.</summary>
    public static bool Closes(string text, int i) =>
        i > 0 && !char.IsWhiteSpace(text[i - 1]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]));

    public static bool OpensSingle(string text, int i)
    {
        if (!Opens(text, i) || !(char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '“' or '"' or '…' or '['))
        {
            return false;
        }

        var word = text.AsSpan(i + 1);
        var length = 0;
        while (length < word.Length && length < 8 && char.IsLetterOrDigit(word[length]))
        {
            length++;
        }

        word = word[..length];
        if (char.IsDigit(word.IsEmpty ? ' ' : word[0]) && length is 2 or 3)
        {
            return false;
        }

        foreach (var clipped in Clipped)
        {
            if (word.Equals(clipped, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    public static bool ClosesSingle(string text, int i) => Closes(text, i);

    /// <summary>The spaces that French sets inside its guillemets.</summary>
    public static bool IsNarrowSpace(char c) => c is '\u00A0' or '\u202F' or '\u2009';
}
