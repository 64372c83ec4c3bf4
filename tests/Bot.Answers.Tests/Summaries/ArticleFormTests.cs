using Bot.Answers.Summaries;
using Bot.Articles;

namespace Bot.Answers.Tests.Summaries;

public sealed class ArticleFormTests
{
    private static readonly string[] Ticker =
    [
        "09:10 The council of Dunmore meets behind closed doors.", "10:30 The mayor of Dunmore says the bridge must be closed at once.", "11:45 Engineers report cracks in two pillars of the bridge.",
        "13:00 The police of Dunmore stop the traffic on both sides.", "14:20 The ministry promises 40 million euros for a new bridge.",
    ];

    private static readonly string[] Interview =
    [
        "Ida Berg has built bridges for thirty years.", "Why was the bridge of Dunmore closed?", "Engineers found cracks in two of its pillars in March.", "Who pays for a new one?",
        "The ministry of transport has promised 40 million euros.", "When will it open?", "Work begins in May and the opening is planned for 2031.",
    ];

    private static readonly string[] Opinion =
    [
        "Dunmore is about to spend 40 million euros on a bridge.", "The council should think again.", "I have crossed the old bridge for thirty years, and we need it.", "Repairs would cost a fifth of a new bridge.",
        "The money must go to schools, whose roofs leak.", "We should mend what we have before we build anew.", "The ministry says that pillars are cracked.",
    ];

    private static readonly string[] List =
    [
        "Five bridges are worth a journey.", "1. The stone bridge of Dunmore is 300 years old.", "2. The iron bridge of Norland opened in 1890.", "3. The hanging bridge of Westhaven is 400 metres long.",
        "4. The wooden bridge of Eastby was rebuilt in 2010.", "5. The railway bridge of Southam carries 90 trains a day.",
    ];

    [Fact]
    public void Each_kind_of_article_is_told_by_how_it_is_built()
    {
        Assert.Equal(ArticleForm.Ticker, ArticleForms.Of(Article(Ticker)));
        Assert.Equal(ArticleForm.Interview, ArticleForms.Of(Article(Interview)));
        Assert.Equal(ArticleForm.Opinion, ArticleForms.Of(Article(Opinion)));
        Assert.Equal(ArticleForm.List, ArticleForms.Of(Article(List)));
        Assert.Equal(ArticleForm.Report, ArticleForms.Of(BuiltInArticle.Read()));
    }

    [Fact]
    public void A_ticker_begins_with_its_newest_entry_wherever_that_stands()
    {
        Assert.StartsWith("14:20", Points(Ticker)[0], StringComparison.Ordinal);
        Assert.StartsWith("14:20", Points([.. Ticker.Reverse()])[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_interview_is_told_by_its_answers()
    {
        var points = Points(Interview);
        Assert.DoesNotContain(points, point => point.EndsWith('?'));
        Assert.Contains(points, point => point.Contains("cracks", StringComparison.Ordinal) || point.Contains("40 million", StringComparison.Ordinal) || point.Contains("2031", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_stands_beside_the_core_of_its_question()
    {
        string[] questions = ["Joan Ellery: Will the dam of Dunmore hold?", "Joan Ellery: Does the county pay for the repairs of the wall?", "Joan Ellery: When do the works at the dam begin?"];
        var points = ExtractiveSummarizer.Summarize(
            Article(
            [
                "Raj Patel has looked after the dam of Dunmore for nine years.", questions[0], "Raj Patel: It will hold for fifty years, as the engineers have shown.", questions[1],
                "Raj Patel: Yes. We pay a half of the repairs, and the state pays the other.", questions[2], "Raj Patel: They begin in May, when the water is low, and end in the autumn of next year.",
            ]),
            SummaryLength.Detailed).Points;

        Assert.All(points.Skip(1), point => Assert.EndsWith("?”", point.Note, StringComparison.Ordinal));
        Assert.Contains(points, point => point.Text.Contains("fifty years", StringComparison.Ordinal) && point.Note!.EndsWith("“Will the dam of Dunmore hold?”", StringComparison.Ordinal));
    }

    [Fact]
    public void An_opinion_is_told_by_what_it_wants() =>
        Assert.Contains(Points(Opinion), point => point.Contains("should", StringComparison.Ordinal) || point.Contains("must", StringComparison.Ordinal));

    [Fact]
    public void A_list_is_told_by_its_items() =>
        Assert.True(Points(List).Count(point => char.IsAsciiDigit(point[0])) >= 2);

    private static string[] Points(string[] paragraphs) => [.. ExtractiveSummarizer.Summarize(Article(paragraphs), SummaryLength.Standard).Points.Select(point => point.Text)];

    private static Article Article(string[] paragraphs) => ArticleReader.FromParagraphs("The bridge of Dunmore", paragraphs);
}
