using System.IO.Compression;
using System.Text;
using Bot.Articles;
using Bot.Articles.Parsing;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Storage;

namespace Bot.Tests.Cli;

public sealed class ArticleVerbTests : IDisposable
{
    private const string Bridge = "New bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n\nIt cost 14 million euros.\n";

    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task The_built_in_article_is_there_at_first_and_can_be_removed_for_good()
    {
        var id = (await _bot.RunAsync("article", "list")).Output.Split('\t', ' ')[0];

        var removed = await _bot.RunAsync("article", "remove", id);
        var list = await _bot.RunAsync("article", "list");

        Assert.Equal(8, id.Length);
        Assert.Contains("34 paragraphs", removed.Output, StringComparison.Ordinal);
        Assert.Contains("The library is empty", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_added_article_is_listed_shown_asked_about_and_removed()
    {
        var added = await _bot.RunAsync("article", "add", _bot.File("bridge.txt", Bridge));
        var id = added.Output.Split('\n')[0].Split(' ')[^1].Trim();

        var listed = await _bot.RunAsync("article", "list");
        var shown = await _bot.RunAsync("article", "show", id, "--paragraph", "2");
        var answer = await _bot.RunAsync("ask", "How much did the bridge cost?");
        await _bot.RunAsync("article", "remove", id);
        var after = await _bot.RunAsync("ask", "How much did the bridge cost?");

        Assert.Contains(id, listed.Output, StringComparison.Ordinal);
        Assert.Contains("14 million euros", shown.Output, StringComparison.Ordinal);
        Assert.Contains("14 million euros", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("14 million", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_article_is_not_added_twice()
    {
        var path = _bot.File("bridge.txt", Bridge);
        await _bot.RunAsync("article", "add", path);

        var again = await _bot.RunAsync("article", "add", path);

        Assert.Equal(0, again.Code);
        Assert.StartsWith("Already there", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_changed_is_a_version_that_tells_what_changed_and_the_one_before_can_be_shown()
    {
        var id = await AddFromAddressAsync(Page("It cost 14 million euros."));
        await AddFromAddressAsync(Page("It cost 15 million euros.", "The ferry stops in June, the town of Elder said."));

        var shown = await _bot.RunAsync("article", "show", id);
        var before = await _bot.RunAsync("article", "show", id, "--version", "1");
        var missing = await _bot.RunAsync("article", "show", id, "--version", "3");
        var removed = await _bot.RunAsync("article", "remove", id);

        Assert.Contains("Changed since version 1: 1 paragraph added, 1 altered", shown.Output, StringComparison.Ordinal);
        Assert.Contains("~   3  It cost [-14-]{+15+} million euros.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("+   4  The ferry stops", shown.Output, StringComparison.Ordinal);
        Assert.Contains("It cost 14 million", before.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Changed since", before.Output, StringComparison.Ordinal);
        Assert.Equal(2, missing.Code);
        Assert.Contains("It has: 1, 2.", missing.OneErrorLine(), StringComparison.Ordinal);
        Assert.Contains("and 1 earlier version", removed.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, (await _bot.RunAsync("article", "show", id, "--version", "1")).Code);
    }

    [Fact]
    public async Task A_near_copy_is_added_and_says_of_which_article()
    {
        const string Story = "The bridge over the Elder was opened on Monday by Mayor Ines Calder in front of a crowd of several hundred people who had waited since the morning. "
            + "Work on it began six years ago and stopped twice when the builder ran out of money. The ferry will go on until June for those who live on the far side.";
        var first = await _bot.RunAsync("article", "add", _bot.File("a.txt", "Bridge opens\n\n" + Story + "\n\nIt cost 14 million euros."));
        var second = await _bot.RunAsync("article", "add", _bot.File("b.txt", "Crowd greets bridge\n\n" + Story + "\n\nThe price was 14 million."));

        Assert.StartsWith("Added", second.Output, StringComparison.Ordinal);
        Assert.Contains($"near copy of {first.Output.Split('\n')[0].Split(' ')[^1].Trim()} “Bridge opens”", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_corrected_is_a_version_and_no_second_article_that_disagrees()
    {
        const string Report = "# Ferry stops\n\nThe ferry over the Elder will make its last trip on 4 June, the town said on Friday after a vote.\n\n"
            + "A crossing costs 3 euros until then, the owner said.\n\nThe two boats were sold to a museum in Northgate for a sum that nobody named.\n";
        var path = _bot.File("ferry.md", Report);
        await _bot.RunAsync("article", "add", path);
        var corrected = await _bot.RunAsync("article", "add", _bot.File("ferry.md", Report.Replace("3 euros", "7 euros", StringComparison.Ordinal)));
        var answer = await _bot.RunAsync("ask", "How much does a crossing of the ferry cost?");

        Assert.StartsWith("Added as version 2 of", corrected.Output, StringComparison.Ordinal);
        Assert.Contains("7 euros", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("3 euros", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_added_is_told_as_json_too()
    {
        using var json = System.Text.Json.JsonDocument.Parse((await _bot.RunAsync("article", "add", _bot.File("ferry.md", "# Ferry stops\n\nThe ferry stops in June.\n"), "--format", "json")).Output);
        Assert.Equal(("added", "Ferry stops", 1), (json.RootElement.GetProperty("outcome").GetString(), json.RootElement.GetProperty("title").GetString(), json.RootElement.GetProperty("paragraphs").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.RootElement.GetProperty("leftOut").ValueKind);
    }

    [Fact]
    public async Task A_page_of_which_most_was_left_out_says_so()
    {
        var others = $"<div><ul>{string.Concat(Enumerable.Range(1, 15).Select(i => $"<li>In year {i} of the ferry its owner said that nobody would ever build a bridge across the river, and nobody did.</li>"))}</ul></div>";
        var page = Page("It cost 14 million euros.").Replace("</body>", $"{others}</body>", StringComparison.Ordinal);
        var added = await _bot.RunAsync("article", "add", _bot.File("bridge.html", page));
        Assert.Matches(@"\d\d% of the page's text was left out", added.Output);
    }

    [Fact]
    public async Task A_missing_file_is_named() => await RefusedAsync("nowhere/at-all.txt", "no file");

    [Fact]
    public async Task A_folder_is_refused() => await RefusedAsync(Path.GetTempPath(), "folder");

    [Fact]
    public async Task An_empty_file_is_refused() => await RefusedAsync(_bot.File("empty.txt", ""), "empty");

    [Fact]
    public async Task A_binary_file_is_refused()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);

        await RefusedAsync(_bot.File("image.txt", bytes), "");
    }

    [Fact]
    public async Task A_file_of_100_MB_is_refused_with_the_limit()
    {
        var path = _bot.File("large.txt", "");
        await using (var file = File.OpenWrite(path))
        {
            file.SetLength(100_000_000);
        }

        await RefusedAsync(path, "MB");
    }

    [Fact]
    public async Task A_broken_pdf_is_refused() => await RefusedAsync(_bot.File("broken.pdf", "%PDF-1.7\n1 0 obj <<"), "PDF");

    [Fact]
    public async Task A_page_without_an_article_is_refused() =>
        await RefusedAsync(_bot.File("page.html", "<!doctype html><html><body><nav><a href=/>Home</a></nav></body></html>"), "article");

    [Fact]
    public async Task An_archive_is_refused()
    {
        using var stream = new MemoryStream();
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("word/document.xml");
        }

        await RefusedAsync(_bot.File("report.docx", stream.ToArray()), "");
    }

    private async Task<string> AddFromAddressAsync(string page)
    {
        var configuration = SettingSources.Read([new("BOT_DATA", _bot.Data)]);
        await using var database = await BotHost.OpenDatabaseAsync(configuration, new StorageOptions(), TestContext.Current.CancellationToken);
        var document = new SourceDocument(Encoding.UTF8.GetBytes(page)) { Url = new Uri("https://elder.example/bridge.html") };
        var article = new ArticleReader().Read(document, TestContext.Current.CancellationToken);
        return (await new ArticleLibrary(database, TimeProvider.System).AddAsync(GuildId.Everyone, article, document.Bytes, TestContext.Current.CancellationToken)).Article.Id;
    }

    private static string Page(params string[] ends) =>
        "<!doctype html><html lang=en><head><title>New bridge opens</title></head><body><article><h1>New bridge opens</h1>"
        + "<p>The bridge over the Elder was opened on Monday by Mayor Ines Calder in front of several hundred people.</p>"
        + "<p>Work on it began six years ago and stopped twice when the builder ran out of money, the council said.</p>"
        + string.Concat(ends.Select(end => $"<p>{end}</p>")) + "</article></body></html>";

    private async Task RefusedAsync(string path, string because)
    {
        var before = await _bot.RunAsync("article", "list");

        var outcome = await _bot.RunAsync("article", "add", path);

        Assert.Equal(1, outcome.Code);
        Assert.Contains(because, outcome.OneErrorLine(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before.Output, (await _bot.RunAsync("article", "list")).Output);
    }

    [Fact]
    public async Task Several_files_are_added_at_once_and_one_that_cannot_be_read_keeps_none_out()
    {
        var outcome = await _bot.RunAsync(
            "article", "add", _bot.File("a.txt", "Dunes move\n\nThe dunes moved forty metres in March."), "/nowhere/b.txt", _bot.File("c.txt", "Harbour shuts\n\nThe harbour shut in May."));

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("/nowhere/b.txt: There is no file", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Output.Split("Added ").Length - 1);
        Assert.Contains("1 paragraph, 0 quotes, 0 speakers", outcome.Output, StringComparison.Ordinal);
    }
}
