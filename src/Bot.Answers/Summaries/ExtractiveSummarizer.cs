using System.Collections.Immutable;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;

namespace Bot.Answers.Summaries;

/// <summary>Summarises without a model: sentences of the article that stand for it, do not repeat each other and can be read by themselves.</summary>
public static class ExtractiveSummarizer
{
    /// <param name="focus">A topic or a person; null for the article as a whole. Only sentences that concern it become points.</param>
    /// <param name="meanings">Null where no model reads.</param>
    /// <returns>Each point is one sentence, word for word, with one citation.</returns>
    public static Summary Summarize(Article article, SummaryLength length, string? focus = null, ISentenceMeanings? meanings = null)
    {
        var choice = new PointChoice(article, meanings);
        var count = SummaryLengths.PointsFor(article, length);
        if (focus is null)
        {
            return Compose(article, length, choice.Choose(count, length, near: null));
        }

        var match = new FocusMatch(article, focus, meanings);
        return Compose(article, length, choice.Choose(count, length, match.Near)) with { Bearing = Bearing(article, match) };
    }

    /// <summary>A running text of so many sentences, for places that take prose rather than points.</summary>
    public static ImmutableArray<string> Sentences(Article article, int count)
    {
        var sentences = SentenceRanking.Weightiest(SummarySentence.AllOf(article));
        var story = sentences.Where(sentence => !Boilerplate.Is(article, sentence)).Select((sentence, index) => sentence with { Index = index }).ToImmutableArray();
        return [.. new SentenceRanking(story.Length < count ? sentences : story).Choose(count).Select(sentence => sentence.Text)];
    }

    /// <summary>How many sentences <see cref="Sentences"/> can choose from.</summary>
    public static int SentenceCount(Article article) => SummarySentence.AllOf(article).Length;

    private static ImmutableArray<int> Bearing(Article article, FocusMatch match) =>
        [.. SummarySentence.AllOf(article).Where(sentence => match.Near(sentence) > 0).Select(sentence => sentence.Paragraph.Number).Distinct().Order()];

    private static Summary Compose(Article article, SummaryLength length, ImmutableArray<SummaryPoint> chosen)
    {
        var points = chosen.Select((point, i) => new Statement(point.Sentence.Text, [i + 1], point.Note));
        var citations = chosen.Select(point => point.Sentence).Select((sentence, i) => new Citation(
            i + 1, article.Id, article.Version, article.Title, sentence.Paragraph.Number, sentence.Start, sentence.End, sentence.Text, article.Url));
        return new Summary(article, length, AnswerMode.Extractive, [.. points], [.. citations]);
    }
}
