using System.Collections.Immutable;
using Bot.Answers.Summaries;
using Bot.Articles;
using CsCheck;

namespace Bot.Answers.Tests.Summaries;

public sealed class ExtractiveSummarizerTests
{
    private static readonly string[] Leaning = ["But ", "And ", "He ", "She ", "They ", "However", "Meanwhile", "It ", "This ", "That’s ", "Their "];

    [Theory]
    [InlineData(SummaryLength.Brief, 3, 3)]
    [InlineData(SummaryLength.Standard, 7, 7)]
    [InlineData(SummaryLength.Detailed, 12, 14)]
    public void Gives_as_many_points_as_the_length_promises(SummaryLength length, int fewest, int most) =>
        Assert.InRange(ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), length).Points.Length, fewest, most);

    [Theory]
    [InlineData(SummaryLength.Brief)]
    [InlineData(SummaryLength.Standard)]
    [InlineData(SummaryLength.Detailed)]
    public void Every_point_is_a_whole_sentence_with_the_citation_it_is_made_of(SummaryLength length)
    {
        var article = BuiltInArticle.Read();
        var summary = ExtractiveSummarizer.Summarize(article, length);
        Assert.Equal(AnswerMode.Extractive, summary.Mode);
        foreach (var point in summary.Points)
        {
            var citation = summary.Citations[Assert.Single(point.Citations) - 1];
            var paragraph = article.Paragraph(citation.Paragraph)!;
            Assert.Equal(paragraph.Text[citation.Start..citation.End], citation.Quote);
            Assert.Equal(citation.Quote, point.Text);
            Assert.Contains(paragraph.Sentences, sentence => sentence.End == citation.End);
        }
    }

    [Fact]
    public void No_point_leans_on_a_sentence_that_is_not_shown()
    {
        foreach (var length in Enum.GetValues<SummaryLength>())
        {
            var points = ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), length).Points;
            Assert.DoesNotContain(points, point => Array.Exists(Leaning, word => point.Text.StartsWith(word, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Points_stand_in_reading_order()
    {
        var citations = ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), SummaryLength.Detailed).Citations;
        Assert.Equal(citations.OrderBy(citation => citation.Paragraph).ThenBy(citation => citation.Start), citations);
    }

    [Fact]
    public void A_short_article_has_few_points()
    {
        var article = Article(
            "The council of Dunmore approved a new bridge over the harbour on Tuesday.", "Work begins in May and will take three years.", "The ministry of transport pays 40 million euros for it.",
            "Fishermen had asked for a tunnel instead.", "The old bridge will be taken down in 2031.", "A ferry will cross the harbour twice an hour until then.");
        Assert.InRange(ExtractiveSummarizer.Summarize(article, SummaryLength.Standard).Points.Length, 2, 3);
        Assert.InRange(ExtractiveSummarizer.Summarize(article, SummaryLength.Brief).Points.Length, 1, 2);
    }

    [Fact]
    public void A_long_summary_sees_every_section()
    {
        var article = BuiltInArticle.Read();
        var summary = ExtractiveSummarizer.Summarize(article, SummaryLength.Detailed);
        Assert.Superset(article.Paragraphs.Select(paragraph => paragraph.Section).ToHashSet(), summary.Points.Select(summary.SectionOf).ToHashSet());
    }

    [Theory]
    [InlineData(SummaryLength.Standard)]
    [InlineData(SummaryLength.Detailed)]
    public void No_paragraph_has_more_than_two_points(SummaryLength length) =>
        Assert.All(ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), length).Citations.CountBy(citation => citation.Paragraph), entry => Assert.InRange(entry.Value, 1, 2));

    [Fact]
    public void A_longer_summary_holds_the_story_that_the_short_one_tells()
    {
        var article = BuiltInArticle.Read();
        var brief = ExtractiveSummarizer.Summarize(article, SummaryLength.Brief).Citations.Select(citation => citation.Quote).ToArray();
        Assert.Subset(ExtractiveSummarizer.Summarize(article, SummaryLength.Standard).Citations.Select(citation => citation.Quote).ToHashSet(), brief.ToHashSet());
    }

    [Fact]
    public void Whoever_is_quoted_much_has_a_point()
    {
        const string First = "“The pillars of the bridge have cracks as wide as a hand,” engineer Ida Berg told the council.";
        const string Second = "“Nobody should cross the bridge before May,” Berg said.";
        var article = Article(
            "The council of Dunmore closed its bridge over the harbour on Tuesday.", "The bridge of Dunmore is 300 years old and carries 9,000 cars a day over the harbour.",
            "The council of Dunmore will vote on a new bridge over the harbour in May.", "A new bridge over the harbour would cost the council of Dunmore 40 million euros.", First, Second);
        Quotation Said(int paragraph, string text) => new(paragraph, 1, text.IndexOf('”', StringComparison.Ordinal), text[1..text.IndexOf('”', StringComparison.Ordinal)], ["Ida Berg"], "engineer", "said", Certainty.Sure);
        var quoted = article with { Quotations = [Said(5, First), Said(6, Second)], Speakers = [new Speaker("Ida Berg", ["Berg"], "engineer", 2)] };
        Assert.Contains(ExtractiveSummarizer.Summarize(quoted, SummaryLength.Standard).Points, point => point.Text.Contains("Berg", StringComparison.Ordinal));
    }

    [Fact]
    public void A_focus_keeps_only_what_concerns_it()
    {
        var summary = ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), SummaryLength.Brief, "Article 5");
        Assert.NotEmpty(summary.Points);
        Assert.Contains(summary.Points, point => point.Text.Contains("Article 5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_focus_that_the_article_does_not_know_gives_no_points() =>
        Assert.Empty(ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), SummaryLength.Standard, "volcano").Points);

    [Fact]
    public void The_wire_opening_is_no_part_of_a_point()
    {
        var summary = ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), SummaryLength.Standard);
        Assert.DoesNotContain(summary.Points, point => point.Text.Contains("(AP)", StringComparison.Ordinal));
    }

    [Fact]
    public void Speech_without_its_speaker_is_passed_over_or_explained()
    {
        const string Text = "“The budget must double by 2030,” she said.";
        var article = Article("The finance ministry of Norland argued about its budget for defence on Monday.", Text, "Norland spends little on its defence budget today.");
        var unknown = ExtractiveSummarizer.Summarize(article, SummaryLength.Brief);
        Assert.DoesNotContain(unknown.Points, point => point.Text.Contains("2030", StringComparison.Ordinal));

        var end = Text.IndexOf('”', StringComparison.Ordinal);
        var known = article with { Quotations = [new Quotation(2, 1, end, Text[1..end], ["Ida Berg"], null, "she said", Certainty.Sure)] };
        var explained = ExtractiveSummarizer.Summarize(known, SummaryLength.Detailed).Points.Single(point => point.Text.Contains("2030", StringComparison.Ordinal));
        Assert.Equal("Ida Berg", explained.Note);
    }

    [Fact]
    public void Does_not_say_the_same_twice()
    {
        const string Said = "The city council of Dunmore approved the new harbour bridge on Tuesday.";
        var article = Article(Said, Said, "Work on the harbour begins in May and will take three years.", "The bridge costs 40 million euros, the mayor of Dunmore said.");
        var texts = ExtractiveSummarizer.Summarize(article, SummaryLength.Brief).Points.Select(point => point.Text).ToArray();
        Assert.Equal(texts.Distinct(StringComparer.Ordinal), texts);
    }

    [Fact]
    public void Any_text_gives_points_that_it_contains() =>
        Gen.String[Gen.OneOf(Gen.Char["abc ABC.!?“”\n’,"], Gen.Char), 0, 300].Array[1, 8].Sample(
            paragraphs =>
            {
                var article = ArticleReader.FromParagraphs("Any", paragraphs);
                foreach (var length in Enum.GetValues<SummaryLength>())
                {
                    foreach (var citation in ExtractiveSummarizer.Summarize(article, length).Citations)
                    {
                        Assert.Equal(article.Paragraph(citation.Paragraph)!.Text[citation.Start..citation.End], citation.Quote);
                    }
                }
            },
            iter: 100);

    private static Article Article(params ImmutableArray<string> paragraphs) => ArticleReader.FromParagraphs("Test", paragraphs);
}
