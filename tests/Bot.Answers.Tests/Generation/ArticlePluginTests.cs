using Bot.Answers.Generation;
using Bot.Articles;

namespace Bot.Answers.Tests.Generation;

public sealed class ArticlePluginTests
{
    private readonly ShownEvidence _evidence;
    private readonly ArticlePlugin _plugin;

    public ArticlePluginTests()
    {
        var first = ArticleReader.FromParagraphs("First", ["The bridge opens in May.", "“It is late,” she said."]) with
        {
            Quotations = [new Quotation(2, 1, 11, "It is late", ["Ida Berg"], null, "she said", Certainty.Sure)],
        };
        _evidence = new ShownEvidence([first, ArticleReader.FromParagraphs("Second", ["The harbour was closed by storms."])]);
        _plugin = new ArticlePlugin(_evidence, new Bot.Answers.Extraction.ExtractiveAnswerer());
    }

    [Fact]
    public void Paragraphs_of_several_articles_have_one_number_each()
    {
        Assert.Contains("harbour", _plugin.GetParagraph(3), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(_evidence.Passages).Number);
        Assert.Equal(1, _evidence.Passages[0].Paragraph.Number);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(int.MinValue)]
    public void A_number_that_does_not_exist_shows_nothing(int number)
    {
        Assert.Equal("There is no paragraph with this number.", _plugin.GetParagraph(number));
        Assert.Empty(_evidence.Passages);
    }

    [Fact]
    public void A_search_shows_what_it_finds_and_makes_it_citable()
    {
        Assert.Contains("storms", _plugin.SearchPassages("a storm at the harbour"), StringComparison.Ordinal);
        Assert.Contains(3, _evidence.Passages.Select(passage => passage.Number));
        Assert.DoesNotContain("{", _plugin.SearchPassages("volcano"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_speaker_is_found_where_the_paragraph_says_only_she()
    {
        Assert.Contains("Ida Berg", _plugin.QuotesBySpeaker("berg"), StringComparison.Ordinal);
        Assert.Equal([2], _evidence.Passages.Select(passage => passage.Number));
        Assert.Equal("Nobody of this name is quoted.", _plugin.QuotesBySpeaker(" "));
    }

    [Fact]
    public void The_outline_makes_nothing_citable()
    {
        Assert.Contains("\"last\":2", _plugin.Outline(), StringComparison.Ordinal);
        Assert.Empty(_evidence.Passages);
    }
}
