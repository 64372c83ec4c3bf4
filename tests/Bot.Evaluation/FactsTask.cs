using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Articles.Parsing;
using Bot.Language;
using Bot.Search.Vectors;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Evaluation;

/// <summary>
/// <c>facts --data FILE --corpus FOLDER --out FILE</c>: how many of an article's main facts its summaries tell, by lists that were written before any summary
/// was read; which points lean on what is not shown, and which are no part of the story. A fact is told when the points hold one of its wordings.
/// </summary>
internal static class FactsTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var folder = options.Corpus ?? throw new InvalidOperationException("--corpus names the folder of the articles.");
        var results = new List<Result>();
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance);
        var meanings = new SentenceMeanings(model);
        await foreach (var item in options.Data.ToAsyncEnumerable().SelectMany(path => JsonLines.ReadAsync<Case>(path, cancellationToken)).WithCancellation(cancellationToken))
        {
            var document = await SourceDocument.FromFileAsync(Path.Combine(folder, item.Article), new ReadingLimits(), cancellationToken);
            var article = new ArticleReader().Read(document, cancellationToken);
            meanings.Prepare(EvidencePassage.Of(article), int.MaxValue);
            results.AddRange(Enum.GetValues<SummaryLength>().Select(length => Judge(item, article, length, meanings)));
        }

        await JsonLines.WriteAsync(options.Out, results, cancellationToken);
        foreach (var length in results.GroupBy(result => result.Length))
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{length.Key,-9} facts {length.Sum(result => result.Told.Count(told => told))} of {length.Sum(result => result.Told.Length)} = {length.Average(result => result.Told.Average(told => told ? 1.0 : 0)):P1}, {length.Average(result => result.Points.Length):F1} points, leaning {length.Sum(result => result.Leaning.Length)}, boilerplate {length.Sum(result => result.Boilerplate.Length)}, not verbatim {length.Count(result => !result.Verbatim)}"));
        }

        return 0;
    }

    private static Result Judge(Case item, Article article, SummaryLength length, ISentenceMeanings meanings)
    {
        var summary = ExtractiveSummarizer.Summarize(article, length, focus: null, meanings);
        var text = Folding.Fold(string.Join('\n', summary.Points.Select(point => point.Text)));
        var sentences = SummarySentence.AllOf(article);
        var shown = summary.Points.Select(point => (point.Note, summary.Citations[point.Citations[0] - 1]))
            .Select(entry => (entry.Note, sentences.First(sentence => sentence.Paragraph.Number == entry.Item2.Paragraph && sentence.Start == entry.Item2.Start))).ToArray();
        return new Result(
            item.Article,
            length.ToString(),
            [.. item.Facts.Select(fact => fact.Any(wording => text.Contains(Folding.Fold(wording), StringComparison.Ordinal)))],
            [.. summary.Points.Select(point => point.Note is null ? point.Text : $"{point.Text} [{point.Note}]")],
            [.. shown.Where(entry => Readability.Leans(entry.Item2, entry.Note)).Select(entry => entry.Item2.Text)],
            [.. shown.Where(entry => Bot.Answers.Summaries.Boilerplate.Is(article, entry.Item2)).Select(entry => entry.Item2.Text)],
            summary.Citations.All(citation => article.Paragraph(citation.Paragraph)?.Text[citation.Start..citation.End] == citation.Quote));
    }

    /// <param name="Article">File name.</param>
    /// <param name="Facts">For each fact the wordings by which it is recognised.</param>
    private sealed record Case(string Article, ImmutableArray<ImmutableArray<string>> Facts);

    private sealed record Result(
        string Article, string Length, ImmutableArray<bool> Told, ImmutableArray<string> Points, ImmutableArray<string> Leaning, ImmutableArray<string> Boilerplate, bool Verbatim);
}
