using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Storage.Tests;

/// <summary>Articles with something in every field, or with as little as an article can have.</summary>
internal static class SampleArticles
{
    public static Article Bare(string id, params string[] paragraphs) => new()
    {
        Id = id,
        Title = $"About {id}",
        Paragraphs = [.. paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, []))],
    };

    public static Article Full(string id)
    {
        const string First = "The harbour will close in May, said Ada Lind. “We waited too long — far too long.”";
        const string Second = "“It is safe,” the mayor and the engineer said together. 🌊";
        return new Article
        {
            Id = id,
            Title = "Harbour to close “for a year”",
            Outlet = "The Quay",
            Source = "quay.html",
            Author = "R. Moe",
            Date = new DateOnly(2025, 12, 31),
            Modified = new DateOnly(2026, 1, 2),
            Dateline = "BERGEN",
            Url = new Uri("https://quay.example/harbour?id=5"),
            Language = "en",
            Paragraphs =
            [
                new Paragraph(1, First, null, [new Sentence(0, 45), new Sentence(46, First.Length)]),
                new Paragraph(2, Second, "What they say", [new Sentence(0, Second.Length)]),
            ],
            Quotations =
            [
                new Quotation(1, 47, First.Length - 1, First[47..^1], ["Ada Lind"], "harbour master", "said Ada Lind", Certainty.Likely),
                new Quotation(2, 1, 12, Second[1..12], ["Ole Berg", "Siri Dahl"], null, "the mayor and the engineer said", Certainty.Sure) { Standing = Standing.Denied },
            ],
            Speakers = [new Speaker("Ada Lind", ["Lind", "Ms. Lind"], "harbour master", 1), new Speaker("Ole Berg", [], null, 1)],
        };
    }

    public static ReadOnlyMemory<byte> Bytes(params byte[] bytes) => bytes;

    /// <summary>Everything of two articles compared; records compare their arrays by identity.</summary>
    public static void AssertSame(Article expected, Article? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(
            expected with { Paragraphs = [], Quotations = [], Speakers = [] },
            actual with { Paragraphs = [], Quotations = [], Speakers = [] });
        Assert.Equal(
            expected.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Text, paragraph.Section, Join(paragraph.Sentences))),
            actual.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Text, paragraph.Section, Join(paragraph.Sentences))));
        Assert.Equal(
            expected.Quotations.Select(quotation => (quotation with { Speakers = [] }, Join(quotation.Speakers))),
            actual.Quotations.Select(quotation => (quotation with { Speakers = [] }, Join(quotation.Speakers))));
        Assert.Equal(
            expected.Speakers.Select(speaker => (speaker with { Aliases = [] }, Join(speaker.Aliases))),
            actual.Speakers.Select(speaker => (speaker with { Aliases = [] }, Join(speaker.Aliases))));
    }

    private static string Join<T>(ImmutableArray<T> items) => string.Join('|', items);
}
