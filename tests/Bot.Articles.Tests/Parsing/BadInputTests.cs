using System.Diagnostics;
using System.Text;
using Bot.Articles.Parsing;
using CsCheck;
using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

public sealed class BadInputTests
{
    static BadInputTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Refuses_an_empty_document()
    {
        Assert.Contains("Empty", Refusal([]), StringComparison.Ordinal);
        Assert.Contains("Empty", Refusal(" \r\n\t "u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("Empty", Refusal([0xEF, 0xBB, 0xBF]), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_binary_data()
    {
        Assert.Contains("Binary", Refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]), StringComparison.Ordinal);
        Assert.Contains("Binary", Refusal([.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 31 + 1))]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("def total(prices):\n    \"\"\"Adds up what was paid.\"\"\"\n    result = 0\n    for price in prices:\n        result += price\n    return result\n\n\nprint(total([1, 2, 3]))\n")]
    [InlineData("// How long a trip takes.\npublic sealed class Trip\n{\n    public TimeSpan Length { get; init; }\n\n    public override string ToString() => Length.ToString();\n}\n")]
    [InlineData("#!/bin/sh\necho The ferry stops in June.\n")]
    [InlineData("#include <stdio.h>\n\n/* Says hello. */\nint main(void)\n{\n    puts(\"Hello, harbour\");\n    return 0;\n}\n")]
    [InlineData("const f=(a,b)=>{let c=a.map(x=>x*b);return c.filter(x=>x>2)};export{f};")]
    [InlineData("{\"name\": \"ferry\", \"stops\": [{\"id\": 1}, {\"id\": 2}], \"price\": 3}")]
    public void Refuses_a_program(string program)
    {
        Assert.Contains("Program", Refusal(Encoding.UTF8.GetBytes(program)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The council of Westbrook; the mayor; the clerk: all were there.\n\nThe cost of 2 * 3 trains = 6 million.\n\nIts code name is blue_heron, clerk Nora Feld said.\n\n“Why?” asked a reader.")]
    [InlineData("To print a word in Python, the teacher said, you write this:\n\nprint(\"hello\")\n\nHer pupils, who are nine years old, had never seen a program before this week.")]
    public void Reads_an_article_that_speaks_of_programs_and_sums(string text)
    {
        Assert.NotEmpty(Read(Encoding.UTF8.GetBytes(text)).Paragraphs);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void Reads_western_text_in_any_encoding_with_and_without_a_mark(string encoding)
    {
        const string Text = "Die Minister trafen sich in Köln und sprachen über die Lage. Für Österreich war das zu früh; das Gespräch über Äpfel half nicht.";
        var bytes = Encoding.GetEncoding(encoding).GetBytes(Text);
        var mark = Encoding.GetEncoding(encoding).GetPreamble();
        Assert.Equal(Text, Read([.. mark, .. bytes]).Paragraphs[0].Text);
        if (encoding != "utf-32")
        {
            Assert.Equal(Text, Read(bytes).Paragraphs[0].Text);
        }
    }

    [Theory]
    [InlineData("windows-1251", "Министры заявили в пятницу, что не согласны с планом бюджета. Решение будет принято позже.")]
    [InlineData("shift_jis", "首相は金曜日に会見を開き、新しい計画について説明しました。計画は来年から始まります。")]
    [InlineData("iso-8859-2", "Ministrowie powiedzieli w piątek, że nie zgadzają się z planem. Źródło podało, że decyzja zapadnie później.")]
    public void Reads_the_encoding_that_a_page_declares(string encoding, string text)
    {
        var page = $"<html><head><meta charset=\"{encoding}\"><title>x</title></head><body><article><p>{text}</p><p>{text}</p><p>{text}</p><p>{text}</p></article></body></html>";
        Assert.Equal(text, Read(Encoding.GetEncoding(encoding).GetBytes(page), "page.html").Paragraphs[0].Text);
    }

    [Fact]
    public void Forgives_a_few_broken_bytes_in_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Straße und Bäume für alle. ", 50)));
        Assert.Contains("\uFFFD und", Read([.. bytes, 0xC3, .. " und Schluss."u8]).Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_more_than_its_limits()
    {
        Assert.Contains("TooLarge 1048576", Refusal(new byte[1024 * 1024 + 1], limits: new() { MaxBytes = 1024 * 1024 }), StringComparison.Ordinal);
        Assert.Contains("TooManyParagraphs 3", Refusal("One is here.\n\nTwo is here.\n\nThree is.\n\nFour is."u8.ToArray(), limits: new() { MaxParagraphs = 3 }), StringComparison.Ordinal);
        Assert.Contains("TooManyCharacters 20", Refusal("One sentence that is longer than twenty characters."u8.ToArray(), limits: new() { MaxCharacters = 20 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var large = Path.Combine(folder.FullName, "large.txt");
            await using (var file = File.Create(large))
            {
                file.SetLength(100L * 1024 * 1024);
            }

            Assert.Contains("TooLarge 20971520", await FileRefusalAsync(large), StringComparison.Ordinal);
            Assert.Contains("IsFolder", await FileRefusalAsync(folder.FullName), StringComparison.Ordinal);
            Assert.Contains("NoSuchFile", await FileRefusalAsync(Path.Combine(folder.FullName, "none.txt")), StringComparison.Ordinal);
            Assert.Contains("NoSuchFile", await FileRefusalAsync(Path.Combine(folder.FullName, "none", "none.txt")), StringComparison.Ordinal);
            Assert.Contains("NoFileNamed", await FileRefusalAsync(" "), StringComparison.Ordinal);
            Assert.Contains("UnreadableFile", await FileRefusalAsync(new string('x', 1_000)), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Reads_a_file_with_its_name()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "note.md");
            await File.WriteAllTextAsync(path, "# Title\n\nText is here.", Cancellation);
            var document = await SourceDocument.FromFileAsync(path, new(), Cancellation);
            Assert.Equal("note.md", document.FileName);
            Assert.Equal("Title", new ArticleReader().Read(document, Cancellation).Title);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Gives_up_on_a_pipe_that_nobody_writes_to_and_reads_one_that_somebody_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (silent, spoken) = (Path.Combine(folder.FullName, "silent"), Path.Combine(folder.FullName, "spoken"));
            using var speaker = Process.Start("sh", ["-c", $"mkfifo {silent} {spoken}; echo kept > {spoken}; : > {silent}"]);
            while (!File.Exists(spoken))
            {
                await Task.Delay(5, Cancellation);
            }

            Assert.Contains("EndlessFile", await FileRefusalAsync(silent, new() { ReadingTimeout = TimeSpan.FromMilliseconds(50) }), StringComparison.Ordinal);
            Assert.Equal("kept\n", Encoding.UTF8.GetString((await SourceDocument.FromFileAsync(spoken, new(), Cancellation)).Bytes.Span));

            // Which lets the reader that was left behind go.
            await speaker.WaitForExitAsync(Cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.md", "")]
    [InlineData("a.html", "<html><body><p>")]
    [InlineData("a.pdf", "%PDF-1.7\n")]
    public void Reads_or_refuses_any_bytes_and_never_fails(string name, string head)
    {
        var bytes = Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.String[Gen.Char["aBs1 .,’\n\r\t<>/p\"'=&;#*_[]()!|-`“”é"], 0, 300].Select(Encoding.UTF8.GetBytes),
            Gen.String.Select(Encoding.Unicode.GetBytes));
        bytes.Sample(
            sample =>
            {
                try
                {
                    var article = Read([.. Encoding.ASCII.GetBytes(head), .. sample], name);
                    Assert.NotEqual("", article.Title);
                    Assert.NotEmpty(article.Paragraphs);
                    Assert.All(article.Paragraphs, paragraph => Assert.All(paragraph.Sentences, sentence => Assert.NotEqual("", paragraph.TextOf(sentence))));
                }
                catch (ArticleException exception)
                {
                    Assert.True(Enum.IsDefined(exception.Fault.Kind));
                }
            },
            iter: name == "a.html" ? 500 : 2_000);
    }

    private static async Task<string> FileRefusalAsync(string path, ReadingLimits? limits = null) =>
        (await Assert.ThrowsAsync<ArticleException>(() => SourceDocument.FromFileAsync(path, limits ?? new(), Cancellation))).Fault.ToString();
}
