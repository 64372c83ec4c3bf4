using System.Globalization;
using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

public sealed class PdfPagesTests
{
    [Fact]
    public void Reads_headline_headings_and_paragraphs_and_drops_heads_and_page_numbers()
    {
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        for (var number = 1; number <= 2; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("The Daily Example, 4 March 2026", 8, new(50, 810), fonts.Plain);
            page.AddText($"Page {number} of 2", 8, new(280, 30), fonts.Plain);
            if (number == 1)
            {
                page.AddText("Storm hits the coast and leaves", 24, new(50, 760), fonts.Plain);
                page.AddText("thousands without power", 24, new(50, 732), fonts.Plain);
                Lines(page, fonts.Plain, 50, 690, "HALIFAX (AP) - A storm hit the coast on Wednesday and left five thousand", "homes without power, officials said. It was the worst storm in the recol-", "lection of most people.");
                Lines(page, fonts.Plain, 50, 640, "Crews were at work on Thursday. The mayor said that repairs may take a", "few weeks at the most.");
                page.AddText("What comes next", 11, new(50, 600), fonts.Bold);
                Lines(page, fonts.Plain, 50, 580, "Another front is expected on Saturday, and the people of the town were told", "by the mayor on Thursday evening that they should stay at home until then and");
            }
            else
            {
                Lines(page, fonts.Plain, 50, 780, "keep away from the harbour.");
                Lines(page, fonts.Plain, 50, 750, "Schools stay closed until Monday.");
            }
        }

        var article = Read(builder.Build(), "storm.pdf");
        Assert.Equal("Storm hits the coast and leaves thousands without power", article.Title);
        Assert.Equal(("AP", "HALIFAX"), (article.Outlet, article.Dateline));
        Assert.Equal(
            [
                (null, "HALIFAX (AP) - A storm hit the coast on Wednesday and left five thousand homes without power, officials said. It was the worst storm in the recollection of most people."),
                (null, "Crews were at work on Thursday. The mayor said that repairs may take a few weeks at the most."),
                ("What comes next", "Another front is expected on Saturday, and the people of the town were told by the mayor on Thursday evening that they should stay at home until then and keep away from the harbour."),
                ("What comes next", "Schools stay closed until Monday."),
            ],
            article.Paragraphs.Select(paragraph => (paragraph.Section, paragraph.Text)));
    }

    [Fact]
    public void Reads_one_column_after_the_other()
    {
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        var page = builder.AddPage(PageSize.A4);
        page.AddText("A headline over both columns", 22, new(50, 780), fonts.Plain);
        Lines(page, fonts.Plain, 50, 740, "The first column begins here", "and goes on for a number of", "lines that are all about as", "wide as the column is, until", "the sentence goes over to the");
        Lines(page, fonts.Plain, 310, 740, "second column and ends there.", "It has a second sentence too,", "which is long enough to fill", "a few lines of this column.", "Here it ends.");

        var article = Read(builder.Build(), "columns.pdf");
        Assert.Equal("A headline over both columns", article.Title);
        Assert.Equal(
            ["The first column begins here and goes on for a number of lines that are all about as wide as the column is, until the sentence goes over to the second column and ends there. It has a second sentence too, which is long enough to fill a few lines of this column. Here it ends."],
            article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Reads_columns_that_stand_ten_points_apart_whether_or_not_their_lines_are_level(double lower)
    {
        string[] left =
        [
            "The harbour office counted the boats", "on Monday and found that four of the", "nine had not been paid for since the", "spring. Nobody knew whose they were.",
            "The council wants to sell them before", "the winter comes and the ice presses",
        ];
        string[] right =
        [
            "against the quay. A dealer from the", "north has offered to take all four of", "them, the clerk said, for the price of", "one. The fishermen laughed at that and",
            "went home, and so did the clerk, who", "will count again in a month.",
        ];
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        var page = builder.AddPage(PageSize.A4);
        var widest = left.Max(line => page.MeasureText(line, 11, new(50, 0), fonts.Plain)[^1].EndBaseLine.X);
        for (var i = 0; i < left.Length; i++)
        {
            Justified(page, fonts.Plain, left[i], 50, 700 - (14 * i), widest);
            Lines(page, fonts.Plain, widest + 10, 700 - lower - (14 * i), right[i]);
        }

        Assert.Equal(string.Join(' ', left.Concat(right)), string.Join(' ', Read(builder.Build(), "columns.pdf").Paragraphs.Select(paragraph => paragraph.Text)));
    }

    [Fact]
    public void Parts_the_words_of_a_line_that_was_set_too_tight()
    {
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        var page = builder.AddPage(PageSize.A4);
        string[] lines = ["Since nobody had been told of the sale, the owners", "came to the quay and found other people on board."];
        Tight(page, fonts.Plain, lines[0], 700);
        Tight(page, fonts.Plain, lines[1], 686);

        Assert.Equal(string.Join(' ', lines), Assert.Single(Read(builder.Build(), "tight.pdf").Paragraphs).Text);
    }

    [Fact]
    public void A_sentence_goes_on_behind_the_notes_at_the_foot_of_its_page()
    {
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        var first = builder.AddPage(PageSize.A4);
        Lines(first, fonts.Plain, 50, 780, "The first paragraph is whole and ends where it should, on this very page, as", "most of them do.");
        Lines(first, fonts.Plain, 50, 736, "The second one was too long for its page, so that the printer, who had no", "choice, broke it off where the page was full and set the rest of what was", "to be");
        first.AddText("1 The printer has since died.", 7, new(50, 90), fonts.Plain);
        var second = builder.AddPage(PageSize.A4);
        Lines(second, fonts.Plain, 50, 780, "said on the next one. There it ends, to the relief of all those who had waited", "for its end.");
        Lines(second, fonts.Plain, 50, 736, "The third paragraph stands alone.");

        Assert.Equal(
            [
                "The first paragraph is whole and ends where it should, on this very page, as most of them do.",
                "The second one was too long for its page, so that the printer, who had no choice, broke it off where the page was full and set the rest of what was to be said on the next one. There it ends, to the relief of all those who had waited for its end.",
                "1 The printer has since died.",
                "The third paragraph stands alone.",
            ],
            Read(builder.Build(), "notes.pdf").Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void What_a_program_wrote_in_place_of_an_author_is_none()
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Author = "ARRAY(0x2c7cf020)";
        Lines(builder.AddPage(PageSize.A4), new Fonts(builder).Plain, 50, 740, "The harbour office counted the boats on Monday.");

        Assert.Null(Read(builder.Build(), "broken.pdf").Author);
    }

    [Fact]
    public void Refuses_letters_that_a_font_does_not_name()
    {
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        string[] lines = ["The council of Norwick voted on Monday to close the old harbour to lorries", "from next spring and ended a dispute of nine years that had split the town", "into two camps and cost a mayor her office"];
        Lines(builder.AddPage(PageSize.A4), fonts.Plain, 50, 740, [.. lines.Select(line => string.Concat(line.Select(c => c == ' ' ? ' ' : (char)(c - 29))))]);

        Assert.Contains("PdfUnreadable", Refusal(builder.Build(), "shifted.pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_lines_that_run_from_top_to_bottom() => Assert.Contains("PdfUnreadable", Refusal(Vertical("漁船会社は金曜日に夜の便を十月に取りやめると発表したが港の人々は知らなかった"), "vertical.pdf"), StringComparison.Ordinal);

    [Fact]
    public void Parts_paragraphs_at_indents_and_keeps_the_hyphen_of_a_compound()
    {
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        var page = builder.AddPage(PageSize.A4);
        Lines(page, fonts.Plain, 50, 740, "The first paragraph of this page is two lines long and it speaks of Franco-", "German relations and of what the ministers had to say about them then.");
        Lines(page, fonts.Plain, 70, 712, "The second one is set off by nothing but its indent, as books do, and it");
        Lines(page, fonts.Plain, 50, 698, "also has a second line that is nearly as wide as the one above it is now.");

        var article = Read(builder.Build(), "indents.pdf");
        Assert.Equal(2, article.Paragraphs.Length);
        Assert.Contains("Franco-German relations", article.Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_pages_without_text_and_too_many_pages()
    {
        using var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);
        builder.AddPage(PageSize.A4);
        var bytes = builder.Build();
        Assert.Contains("PdfWithoutText", Refusal(bytes, "scan.pdf"), StringComparison.Ordinal);
        Assert.Contains("PdfTooManyPages 1", Refusal(bytes, "scan.pdf", new() { MaxPages = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_damaged_file_at_whatever_byte_it_breaks_off()
    {
        using var builder = new PdfDocumentBuilder();
        var fonts = new Fonts(builder);
        Lines(builder.AddPage(PageSize.A4), fonts.Plain, 50, 740, "Some words of an article.");
        var bytes = builder.Build();
        foreach (var length in new[] { 9, 100, bytes.Length / 3, bytes.Length / 2 })
        {
            Assert.Contains("Pdf", Refusal(bytes[..length], "broken.pdf"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Refuses_a_file_that_needs_a_password()
    {
        Assert.Contains("PdfLocked", Refusal(Encrypted(), "secret.pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_file_that_unpacks_to_more_than_the_limit()
    {
        Assert.Contains("PdfBomb", Refusal(Bomb(megabytes: 64), "bomb.pdf", new() { MaxUnpackedBytes = 32 * 1024 * 1024 }), StringComparison.Ordinal);
    }

    private static void Lines(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, double left, double top, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            page.AddText(line, 11, new PdfPoint(left, top), font);
            top -= 14;
        }
    }

    /// <summary>A line whose last word ends at <paramref name="right"/>, as printers set them.</summary>
    private static void Justified(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, string line, double left, double top, double right) =>
        Words(page, font, line, left, top, widths => (right - left - widths.Sum()) / (widths.Count - 1));

    /// <summary>A line whose spaces are as narrow as TeX makes them.</summary>
    private static void Tight(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, string line, double top) => Words(page, font, line, 50, top, _ => 0.2 * 11);

    private static void Words(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, string line, double left, double top, Func<IReadOnlyList<double>, double> space)
    {
        var words = line.Split(' ');
        double[] widths = [.. words.Select(word => page.MeasureText(word, 11, new(0, 0), font)[^1].EndBaseLine.X)];
        for (var i = 0; i < words.Length; i++)
        {
            page.AddText(words[i], 11, new(left, top), font);
            left += widths[i] + space(widths);
        }
    }

    /// <summary>Each letter below the one before it, ten to a line, the lines from right to left.</summary>
    private static byte[] Vertical(string text)
    {
        var map = string.Concat(text.Select((c, i) => $"<{i + 1:X4}> <{(int)c:X4}>\n"));
        var content = string.Concat(text.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 1 0 0 1 {180 - (20 * (i / 10))} {180 - (14 * (i % 10))} Tm <{i + 1:X4}> Tj ET\n")));
        var unicode = $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{text.Length} beginbfchar\n{map}endbfchar endcmap end end";
        return Document(
            "",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>",
            $"<< /Length {unicode.Length} >>\nstream\n{unicode}\nendstream",
            "<< /Type /FontDescriptor /FontName /Mincho /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
    }

    private sealed class Fonts(PdfDocumentBuilder builder)
    {
        public PdfDocumentBuilder.AddedFont Plain { get; } = builder.AddStandard14Font(Standard14Font.Helvetica);

        public PdfDocumentBuilder.AddedFont Bold { get; } = builder.AddStandard14Font(Standard14Font.HelveticaBold);
    }

    /// <summary>A file with 40-bit encryption whose check of the empty password fails (ISO 32000-1, 7.6.3): the owner and user entries are zeros.</summary>
    private static byte[] Encrypted()
    {
        var id = new string('1', 32);
        return Document(
            $"/Encrypt 4 0 R /ID [<{id}> <{id}>]",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            $"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{new string('0', 64)}> /U <{new string('0', 64)}> >>");
    }

    /// <summary>A page whose content is so many megabytes of spaces, packed.</summary>
    private static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < megabytes; i++)
            {
                stream.Write(spaces);
            }
        }

        return Document(
            "",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
            $"<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream");
    }

    private static byte[] Document(string trailer, params ReadOnlySpan<string> items)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var item in items)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{item}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
