using Bot.Language;

namespace Bot.Search;

/// <summary>The terms under which a text is indexed and looked up: the stems of its content words, read as the ranking reads them, so that both agree on every word.</summary>
internal static class PassageTerms
{
    /// <summary>In order, with repetitions.</summary>
    public static List<string> Of(string text)
    {
        var words = Words.Read(text);
        var terms = new List<string>(words.Length);
        foreach (var word in words)
        {
            if (!word.IsStop)
            {
                terms.Add(word.Stem);
            }
        }

        return terms;
    }
}
