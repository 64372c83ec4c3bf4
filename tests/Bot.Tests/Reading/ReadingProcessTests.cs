using System.Globalization;
using System.Text;
using Bot.Articles;
using Bot.Articles.Fetching;
using Bot.Articles.Parsing;
using Bot.Reading;

namespace Bot.Tests.Reading;

public sealed class ReadingProcessTests
{
    private static readonly string[] Lines =
        ["The harbour of Vik will close in May.", "“We waited too long,” said Ada Lind.", "Repairs will cost 14 million kroner."];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_same_article_as_reading_here()
    {
        var document = new SourceDocument(Pdf(Text(Lines), "")) { FileName = "harbour.pdf", Known = new() { Outlet = "The Quay" } };

        var there = await new ReadingProcess(new()).ReadAsync(document, Cancellation);

        var here = new ArticleReader().Read(document, Cancellation);
        Assert.Equal((here.Id, here.Title, here.Outlet, here.Language), (there.Id, there.Title, there.Outlet, there.Language));
        Assert.Equal(here.Paragraphs.Select(paragraph => paragraph.Text), there.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(here.Paragraphs.SelectMany(paragraph => paragraph.Sentences), there.Paragraphs.SelectMany(paragraph => paragraph.Sentences));
        Assert.Equal(here.Quotations.Select(quotation => quotation.Text), there.Quotations.Select(quotation => quotation.Text));
        Assert.Equal("Ada Lind", Assert.Single(there.Speakers).Name);
    }

    [Fact]
    public async Task Says_what_the_reader_says()
    {
        var refusal = await Assert.ThrowsAsync<ArticleException>(() => new ReadingProcess(new()).ReadAsync(new("%PDF-1.7\n1 0 obj <<"u8.ToArray()), Cancellation));

        Assert.Equal(new ArticleFault(ArticleFaultKind.PdfDamaged), refusal.Fault);
    }

    [Fact]
    public async Task A_page_that_would_take_forever_is_given_up_in_time_and_gives_its_place_back()
    {
        var limits = new ReadingLimits { ReadingTimeout = TimeSpan.FromSeconds(3), MaxReadingsAtOnce = 1 };
        using var fetcher = new ArticleFetcher(new(), limits, new Network(), TimeProvider.System);
        using var intake = new ArticleIntake(fetcher, new(limits), limits, TimeProvider.System, new ReadingProcess(limits).ReadAsync);

        var refusal = await Assert.ThrowsAsync<ArticleException>(() => intake.FromBytesAsync(Endless(), "forms.pdf", null, Cancellation));
        Assert.Equal(new ArticleFault(ArticleFaultKind.ReadingTooSlow, Number: 3), refusal.Fault);

        limits.ReadingTimeout = TimeSpan.FromMinutes(1);
        var (article, _) = await intake.FromBytesAsync(Pdf(Text(Lines), ""), "harbour.pdf", null, Cancellation);
        Assert.Contains("harbour of Vik", article.Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_no_secrets()
    {
        Environment.SetEnvironmentVariable("READING_TEST_SECRET", "x");

        var environment = ReadingProcess.StartInfo().Environment;

        Assert.DoesNotContain("READING_TEST_SECRET", environment.Keys);
        Assert.All(environment.Keys, name => Assert.DoesNotContain("TOKEN", name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Forms that draw the next form ten times each, twelve deep.</summary>
    private static byte[] Endless()
    {
        const int Depth = 12;
        var draw = string.Concat(Enumerable.Repeat("/F Do ", 10));
        var forms = Enumerable.Range(0, Depth).Select(i =>
            $"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {6 + i} 0 R>>>>/Length {draw.Length}>>stream\n{draw}\nendstream");
        return Pdf(draw, "/XObject<</F 5 0 R>>", [.. forms, "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream"]);
    }

    private static string Text(IEnumerable<string> lines) =>
        $"BT /F1 12 Tf 72 720 Td {string.Concat(lines.Select(line => $"({line.Replace('“', '"').Replace('”', '"')}) Tj 0 -40 Td "))}ET";

    private static byte[] Pdf(string content, string resources, params string[] more)
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>{resources}>>/Contents 4 0 R>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            .. more,
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:0000000000} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
