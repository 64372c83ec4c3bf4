namespace Bot.Articles.Quotations;

/// <summary>The embedded lists of words: words divided by white space; a line that begins with // is a comment.</summary>
internal static class WordList
{
    /// <param name="name">Of a file in <c>Words/</c>, without its ending.</param>
    public static IEnumerable<string> Read(string name)
    {
        using var reader = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream($"quotations-{name}.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("//", StringComparison.Ordinal))
            {
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return word;
                }
            }
        }
    }
}
