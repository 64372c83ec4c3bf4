using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Answers.Summaries;

/// <summary>Summarises without a model: sentences of the article that stand for it, do not repeat each other and can be read by themselves.</summary>
public static class ExtractiveSummarizer
{
    /// <param name="focus">A topic or a person; null for the article as a whole. Only sentences that concern it become points.</param>
    /// <returns>Each point is one sentence, word for word, with one citation.</returns>
    public static Summary Summarize(Article article, SummaryLength length, string? focus = null)
    {
        var sentences = SummarySentence.AllOf(article);
        var count = length switch
        {
            SummaryLength.Brief => sentences.Length < 12 ? 2 : 3,
            SummaryLength.Standard => Math.Clamp(sentences.Length / 7, 5, 7),
            _ => Math.Clamp(sentences.Length / 4, 8, 14),
        };
        return Compose(article, length, new SentenceRanking(sentences, focus).Choose(count, standAlone: true, everySection: length != SummaryLength.Brief));
    }

    /// <summary>A running text of so many sentences, for places that take prose rather than points.</summary>
    public static ImmutableArray<string> Sentences(Article article, int count)
    {
        var sentences = SummarySentence.AllOf(article);
        return [.. new SentenceRanking(sentences, focus: null).Choose(count, standAlone: false, everySection: false).Select(sentence => sentence.Text)];
    }

    /// <summary>How many sentences <see cref="Sentences"/> can choose from.</summary>
    public static int SentenceCount(Article article) => SummarySentence.AllOf(article).Length;

    private static Summary Compose(Article article, SummaryLength length, IReadOnlyList<SummarySentence> chosen)
    {
        var points = chosen.Select((sentence, i) => new Statement(sentence.Text, [i + 1], Readability.NoteFor(sentence)));
        var citations = chosen.Select((sentence, i) => new Citation(
            i + 1, article.Id, article.Version, article.Title, sentence.Paragraph.Number, sentence.Start, sentence.End, sentence.Text, article.Url));
        return new Summary(article, length, AnswerMode.Extractive, [.. points], [.. citations]);
    }
}
