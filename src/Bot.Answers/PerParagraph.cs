using System.Runtime.CompilerServices;
using Bot.Articles;

namespace Bot.Answers;

/// <summary>Keeps what is read from single paragraphs, as long as somebody keeps their article. Safe for every thread.</summary>
/// <param name="read">The same for the same paragraph of the same article.</param>
internal sealed class PerParagraph<T>(Func<Article, Paragraph, T> read)
    where T : class
{
    private readonly ConditionalWeakTable<Article, T?[]> _kept = [];

    /// <param name="paragraph">The article's own; of any other one nothing is kept.</param>
    public T Of(Article article, Paragraph paragraph)
    {
        var place = paragraph.Number - 1;
        if (place < 0 || place >= article.Paragraphs.Length || !ReferenceEquals(article.Paragraphs[place], paragraph))
        {
            return read(article, paragraph);
        }

        var kept = _kept.GetValue(article, static article => new T?[article.Paragraphs.Length]);

        // Two threads may read the same at once; either result will do.
        return Volatile.Read(ref kept[place]) ?? (kept[place] = read(article, paragraph));
    }
}
