using System.Globalization;
using System.Text;
using Bot.Articles;
using Bot.Articles.Parsing;

namespace Bot.Evaluation;

/// <summary>
/// Reading of pages whose article is known: {"id":"suite/name","file",…} in, what was read out. Of <c>text</c> (scored by <c>metric</c>: "shingles" or
/// "words"), <c>with</c>/<c>without</c> (snippets that must or must not be read), <c>title</c>, <c>author</c> and <c>date</c> only those given are scored.
/// The pages stay where they are; a relative <c>file</c> is looked for beside the data.
/// </summary>
internal static class PagesTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var results = new List<(PageCase Case, PageReading Reading)>();
        foreach (var data in options.Data)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(data))!;
            await foreach (var page in JsonLines.ReadAsync<PageCase>(data, cancellationToken))
            {
                var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, page.File), cancellationToken);
                if (results.Count == 0)
                {
                    Read(page, bytes, cancellationToken);
                }

                results.Add((page, Read(page, bytes, cancellationToken)));
            }
        }

        await JsonLines.WriteAsync(options.Out, results.Select(result => PagesReport.Line(result.Case, result.Reading)), cancellationToken);
        PagesReport.Print(results);
        return 0;
    }

    private static PageReading Read(PageCase page, byte[] bytes, CancellationToken cancellationToken)
    {
        var source = new SourceDocument(bytes) { FileName = page.File, Url = page.Url is null ? null : new Uri(page.Url) };
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            var article = new ArticleReader().Read(source, cancellationToken);
            return new(article, null, Text(article), Environment.CpuUsage.TotalTime - before, ShownText.Missing(bytes, article));
        }
        catch (ArticleException refusal)
        {
            return new(null, refusal.Message, "", Environment.CpuUsage.TotalTime - before, []);
        }
    }

    /// <summary>The paragraphs with the headings above them, a line each.</summary>
    private static string Text(Article article)
    {
        var text = new StringBuilder();
        string? section = null;
        foreach (var paragraph in article.Paragraphs)
        {
            if (paragraph.Section != section && paragraph.Section is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"{paragraph.Section}\n\n");
            }

            section = paragraph.Section;
            text.Append(CultureInfo.InvariantCulture, $"{paragraph.Text}\n\n");
        }

        return text.ToString();
    }
}

internal sealed record PageCase(
    string Id, string File, string? Url, string? Text, string? Metric, IReadOnlyList<string>? With, IReadOnlyList<string>? Without, string? Title, string? Author, string? Date);

/// <param name="Foreign">Paragraphs that stand nowhere on the page in these very letters.</param>
internal sealed record PageReading(Article? Article, string? Refusal, string Text, TimeSpan Time, IReadOnlyList<string> Foreign);
