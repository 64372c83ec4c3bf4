using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bot.Articles;
using Bot.Articles.Quotations;

namespace Bot.Benchmarks;

/// <summary>
/// Reads the quotations of every article of a JSON Lines file with a field "text"; BOT_QUOTES names the file, else the built-in article is read 550
/// times. Divide by the number of articles for bytes and time per article.
/// </summary>
[MemoryDiagnoser]
public class QuotationBenchmarks
{
    private ImmutableArray<Paragraph>[] _articles = [];

    [GlobalSetup]
    public void Load() =>
        _articles = Environment.GetEnvironmentVariable("BOT_QUOTES") is { } path
            ? [.. File.ReadLines(path).Select(line => Split(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!))]
            : [.. Enumerable.Repeat(BuiltInArticle.Read().Paragraphs, 550)];

    [Benchmark]
    public int Read()
    {
        var quotations = 0;
        foreach (var article in _articles)
        {
            quotations += QuotationReader.Read(article).Quotations.Length;
        }

        return quotations;
    }

    private static ImmutableArray<Paragraph> Split(string text) => [.. text.Split("\n\n").Select((paragraph, i) => new Paragraph(i + 1, paragraph, null, []))];
}
