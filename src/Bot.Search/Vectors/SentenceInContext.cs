using Bot.Articles;

namespace Bot.Search.Vectors;

/// <summary>A sentence with the one before it: alone, “He was 82” says nothing of whom.</summary>
public static class SentenceInContext
{
    // What is told in more words tells no more of whom the next sentence speaks.
    private const int MostBefore = 400;

    /// <param name="paragraph">From 1.</param>
    /// <param name="sentence">From 0.</param>
    /// <returns>The sentence alone where the article begins.</returns>
    public static string TextOf(Article article, int paragraph, int sentence)
    {
        var own = article.Paragraphs[paragraph - 1];
        var text = own.TextOf(own.Sentences[sentence]);
        return Before(article, paragraph - 1, sentence) is { } before ? $"{(before.Length > MostBefore ? before[^MostBefore..] : before)} {text}" : text;
    }

    private static string? Before(Article article, int index, int sentence)
    {
        while (sentence == 0)
        {
            if (index == 0)
            {
                return null;
            }

            sentence = article.Paragraphs[--index].Sentences.Length;
        }

        return article.Paragraphs[index].TextOf(article.Paragraphs[index].Sentences[sentence - 1]);
    }
}
