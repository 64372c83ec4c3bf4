using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Bot.Articles;
using Bot.Articles.Parsing;
using Bot.Language;

namespace Bot.Benchmarks;

/// <summary>Reading one article of ordinary length, the built-in one, as text and inside a page; articles/s and MB/s are columns of their own.</summary>
[MemoryDiagnoser]
[Config(typeof(Rates))]
public class ReadingBenchmarks
{
    private static readonly ArticleReader Reader = new();
    private static readonly string Text = string.Join('\n', BuiltInArticle.Read().Paragraphs.Select(paragraph => paragraph.Text));

    private static readonly SourceDocument Page = new(Encoding.UTF8.GetBytes(Html())) { FileName = "article.html" };

    [Benchmark]
    public Article PlainText() => Reader.Read(BuiltInArticle.Document, CancellationToken.None);

    [Benchmark]
    public Article HtmlPage() => Reader.Read(Page, CancellationToken.None);

    [Benchmark]
    public int Sentences() => SentenceSplitter.Split(Text).Length;

    [Benchmark]
    public string? Language() => LanguageDetector.Detect(Text);

    /// <summary>The article in a page of the usual proportions: twice as much around the text as in it.</summary>
    private static string Html()
    {
        var page = new StringBuilder("<!doctype html><html lang=en><head><title>Report | Example</title><meta property=og:title content=Report>");
        page.Append("<script>").Append('x', 4_000).Append("</script></head><body><nav><ul>");
        for (var i = 0; i < 100; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a class=\"menu-item level-{i % 3}\" href=\"/section/{i}\">Section {i}</a></li>");
        }

        page.Append("</ul></nav><main><article><h1>Report</h1>");
        foreach (var paragraph in BuiltInArticle.Read().Paragraphs)
        {
            page.Append("<p class=\"story-text\">").Append(paragraph.Text).Append("</p>");
        }

        page.Append("</article></main><aside>");
        for (var i = 0; i < 60; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"teaser\"><h3><a href=\"/story/{i}\">Another story {i}</a></h3><p>In short.</p></div>");
        }

        return page.Append("</aside><footer>All rights reserved.</footer></body></html>").ToString();
    }

    private static long Bytes(string benchmark) => benchmark switch
    {
        nameof(PlainText) => BuiltInArticle.Document.Bytes.Length,
        nameof(HtmlPage) => Page.Bytes.Length,
        _ => Encoding.UTF8.GetByteCount(Text),
    };

    private sealed class Rates : ManualConfig
    {
        public Rates() => AddColumn(
            new Rate("articles/s", (_, seconds) => 1 / seconds),
            new Rate("MB/s", (benchmark, seconds) => Bytes(benchmark) / 1e6 / seconds));
    }

    private sealed class Rate(string name, Func<string, double, double> of) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => $"{name}, from the mean";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
            summary[benchmarkCase]?.ResultStatistics is { } statistics
                ? of(benchmarkCase.Descriptor.WorkloadMethod.Name, statistics.Mean / 1e9).ToString("N1", CultureInfo.InvariantCulture)
                : "?";

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}
