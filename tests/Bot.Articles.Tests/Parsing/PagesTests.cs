using System.Globalization;
using System.Text;
using Bot.Articles.Parsing;

namespace Bot.Articles.Tests.Parsing;

/// <summary>
/// Whole pages in the shapes that content management systems give them, in <c>Pages</c>. Beside each stands exactly what must be read from it: the head,
/// then the paragraphs, one a line, with “## ” before a heading. The words are our own. In <c>Cases</c> stand smaller ones of any kind, each of which was
/// once read wrongly.
/// </summary>
public sealed class PagesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Parsing", "Pages");
    private static readonly string Small = Path.Combine(AppContext.BaseDirectory, "Parsing", "Cases");

    public static TheoryData<string> SmallNames => [.. Directory.GetFiles(Small, "*.read").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(SmallNames))]
    public void Reads_exactly_the_article_of_a_small_document(string name)
    {
        var document = new SourceDocument(File.ReadAllBytes(Path.Combine(Small, name))) { FileName = name };
        Assert.Equal(File.ReadAllText(Path.Combine(Small, $"{name}.read")), Described(document), ignoreLineEndingDifferences: true);

        static string Described(SourceDocument document)
        {
            try
            {
                return Describe(new ArticleReader().Read(document, TestContext.Current.CancellationToken));
            }
            catch (ArticleException refusal)
            {
                return $"Refused: {refusal.Fault}\n";
            }
        }
    }

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_exactly_the_article_of_a_page(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, $"{name}.txt")).ReplaceLineEndings("\n");
        var bytes = File.ReadAllBytes(Path.Combine(Folder, $"{name}.html"));

        // Fetched from another of its addresses, where the page gives itself one.
        var address = expected.Split('\n').FirstOrDefault(line => line.StartsWith("Url: ", StringComparison.Ordinal)) is { } line ? new Uri($"{line[5..]}?utm_source=chat") : null;
        var article = new ArticleReader().Read(new(bytes) { ContentType = "text/html", Url = address }, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Describe(article), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void There_are_pages_of_a_dozen_shapes() => Assert.True(Names.Count >= 12);

    private static string Describe(Article article)
    {
        var text = new StringBuilder();
        foreach (var (label, value) in ((string, object?)[])
            [("Title", article.Title), ("Outlet", article.Outlet), ("Author", article.Author), ("Date", article.Date?.ToString("O", CultureInfo.InvariantCulture)),
            ("Modified", article.Modified?.ToString("O", CultureInfo.InvariantCulture)), ("Dateline", article.Dateline), ("Url", article.Url)])
        {
            if (value is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"{label}: {value}\n");
            }
        }

        text.Append('\n');
        string? section = null;
        foreach (var paragraph in article.Paragraphs)
        {
            if (paragraph.Section is not null && paragraph.Section != section)
            {
                text.Append(CultureInfo.InvariantCulture, $"## {paragraph.Section}\n");
            }

            section = paragraph.Section;
            text.Append(CultureInfo.InvariantCulture, $"{paragraph.Text}\n");
        }

        return text.ToString();
    }
}
