using Bot.Language;
using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

public sealed class PlainTextTests
{
    [Fact]
    public void Takes_headline_byline_and_day_off_the_top()
    {
        var article = Read("Mayor opens a bridge over the river\n\nBy Ann Example and Bo Sample\n\nPublished: March 4, 2026\n\nThe mayor opened the bridge on Monday. It is long.\n\nIt cost a lot.");
        Assert.Equal("Mayor opens a bridge over the river", article.Title);
        Assert.Equal("Ann Example and Bo Sample", article.Author);
        Assert.Equal(new DateOnly(2026, 3, 4), article.Date);
        Assert.Equal(["The mayor opened the bridge on Monday. It is long.", "It cost a lot."], article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Joins_hard_wrapped_lines_and_parts_paragraphs_at_indents()
    {
        var article = Read("The mayor of the small town opened the new bridge on Monday morning in\nthe presence of about two hundred guests from the whole region, who had\nwaited for an hour.\n\n    A second paragraph is indented and goes on over the end of its line,\nas they do.\n    A third one follows at once.");
        Assert.Equal(3, article.Paragraphs.Length);
        Assert.StartsWith("The mayor of the small town opened the new bridge on Monday morning in the presence", article.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Equal("A third one follows at once.", article.Paragraphs[2].Text);
    }

    [Fact]
    public void Takes_every_line_for_a_paragraph_where_lines_are_whole()
    {
        Assert.Equal(["The first line ends here.", "The second does too.", "So does the third."], Read("The first line ends here.\r\nThe second does too.\rSo does the third.").Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Loses_no_line_of_a_list_of_short_lines()
    {
        var article = Read("The winners were named on Monday evening by the jury.\n\nAnn Example\n\nBo Sample\n\nCy Person\n\nAll three thanked the jury.\n\nThe prizes\n\nThey get money.");
        Assert.Equal(
            ["The winners were named on Monday evening by the jury.", "Ann Example", "Bo Sample", "All three thanked the jury.", "They get money."],
            article.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([null, "Cy Person", "The prizes"], article.Paragraphs.Select(paragraph => paragraph.Section).Distinct());
    }

    [Theory]
    [InlineData("date 2026-02-01 BRUSSELS (AP) — The allies met.", "2026-02-01", "BRUSSELS", "AP", "The allies met.")]
    [InlineData("date: 2026-03-02 OSLO (NTB) — The allies met.", "2026-03-02", "OSLO", "NTB", "The allies met.")]
    [InlineData("BRUSSELS (AP) — The allies met.", null, "BRUSSELS", "AP", "The allies met.")]
    [InlineData("LONDON, Feb 3 (Reuters) - The allies met.", null, "LONDON", "Reuters", "The allies met.")]
    [InlineData("LONDON, Feb. 3, 2025 (Reuters) - The allies met.", "2025-02-03", "LONDON", "Reuters", "The allies met.")]
    [InlineData("NEW DELHI, India (CNN) -- The allies met.", null, "NEW DELHI, India", "CNN", "The allies met.")]
    [InlineData("(CNN) -- The allies met.", null, null, "CNN", "The allies met.")]
    [InlineData("(CNN)The allies met.", null, null, null, "(CNN)The allies met.")]
    [InlineData("Berlin (dpa) - Die Verbündeten trafen sich.", null, "Berlin", "dpa", "Die Verbündeten trafen sich.")]
    [InlineData("WASHINGTON — The allies met.", null, "WASHINGTON", null, "The allies met.")]
    [InlineData("PORT-AU-PRINCE, Haiti (AP) — The allies met.", null, "PORT-AU-PRINCE, Haiti", "AP", "The allies met.")]
    [InlineData("MOSCOW, February 3. /TASS/. The allies met.", null, "MOSCOW", "TASS", "The allies met.")]
    [InlineData("The European Union (EU) - a bloc of 27 - met.", null, null, null, "The European Union (EU) - a bloc of 27 - met.")]
    [InlineData("NATO met on Monday — and again on Tuesday.", null, null, null, "NATO met on Monday — and again on Tuesday.")]
    [InlineData("The allies met.", null, null, null, "The allies met.")]
    public void Understands_the_opening_of_a_wire_report_and_takes_a_stamped_one_out_of_the_text(string text, string? date, string? place, string? agency, string title)
    {
        var article = Read(text);
        Assert.Equal(date is null ? null : DateOnly.Parse(date), article.Date);
        Assert.Equal(place, article.Dateline);
        Assert.Equal(agency, article.Outlet);
        Assert.Equal(title, article.Title);
        Assert.Equal(text.StartsWith("date", StringComparison.Ordinal) ? title : text, article.Paragraphs[0].Text);
    }

    [Theory]
    [InlineData("The ministers said on Friday that they would not agree to the plan for the budget.", "en")]
    [InlineData("Die Minister sagten am Freitag, dass sie dem Plan für den Haushalt nicht zustimmen werden.", "de")]
    [InlineData("Les ministres ont dit vendredi qu'ils ne sont pas d'accord avec le plan pour le budget.", "fr")]
    [InlineData("Los ministros dijeron el viernes que no están de acuerdo con el plan para los presupuestos.", "es")]
    [InlineData("I ministri hanno detto venerdì che non sono d'accordo con il piano per il bilancio della città.", "it")]
    [InlineData("De ministers zeiden vrijdag dat ze het niet eens zijn met het plan voor de begroting.", "nl")]
    [InlineData("Os ministros disseram na sexta-feira que não concordam com o plano para o orçamento da cidade.", "pt")]
    [InlineData("Министры заявили в пятницу, что не согласны с планом бюджета.", "ru")]
    [InlineData("Kallas 17.5 NATO", null)]
    public void Detects_the_language(string text, string? language)
    {
        Assert.Equal(language, LanguageDetector.Detect(text));
    }

    [Fact]
    public void Cuts_a_title_from_opening_words_at_a_word()
    {
        var title = Read("There is hardly any sentence in the newspapers of this country that goes on without a comma for as long as this one does.").Title;
        Assert.Equal("There is hardly any sentence in the newspapers of this country that goes on…", title);
    }

    [Fact]
    public void Settles_white_space_and_drops_invisible_characters()
    {
        Assert.Equal("A well-known word, 5 km\u00A0away.", Read("\uFEFF  A\u200B well-kno\u00ADwn\t\tword,\u202E 5  km\u00A0away.  ").Paragraphs[0].Text);
    }

    [Fact]
    public void Keeps_ready_split_paragraphs_word_for_word()
    {
        string[] paragraphs = ["  A heading", "", "Text  with spaces. And\nlines."];
        var article = ArticleReader.FromParagraphs("Title", paragraphs);
        Assert.Equal(paragraphs, article.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal("Title", article.Title);
        Assert.Equal([1, 0, 2], article.Paragraphs.Select(paragraph => paragraph.Sentences.Length));
        Assert.Equal("Untitled", ArticleReader.FromParagraphs(null, []).Title);
    }
}
