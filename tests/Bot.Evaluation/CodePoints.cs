namespace Bot.Evaluation;

/// <summary>The scorers count code points where the bot counts UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>For each UTF-16 offset into the text, its end included, the offset in code points.</summary>
    public static int[] Of(string text)
    {
        var offsets = new int[text.Length + 1];
        for (int i = 0, point = 0; i < text.Length; i++)
        {
            offsets[i] = point;
            point += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 0 : 1;
            offsets[i + 1] = point;
        }

        return offsets;
    }
}
