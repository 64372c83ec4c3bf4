using Bot.Articles;

namespace Bot.Answers.Summaries;

/// <summary>How many points a summary has: fewer for a short article than the length allows.</summary>
internal static class SummaryLengths
{
    private const double WordsPerBriefPoint = 85;
    private const double WordsPerPoint = 60;
    private const double WordsPerDetailedPoint = 40;
    private const double LettersPerWord = 6;

    // Answers, entries and items are short and of equal rank.
    private const double MoreOfEqualRank = 1.5;

    public static int PointsFor(Article article, SummaryLength length)
    {
        var words = article.Paragraphs.Sum(paragraph => paragraph.Text.Length) / LettersPerWord;
        words *= ArticleForms.Of(article) is ArticleForm.Interview or ArticleForm.Ticker or ArticleForm.List ? MoreOfEqualRank : 1;
        return length switch
        {
            SummaryLength.Brief => Points(words / WordsPerBriefPoint, 1, 3),
            SummaryLength.Standard => Points(words / WordsPerPoint, 2, 7),
            _ => Points(words / WordsPerDetailedPoint, 3, 14),
        };
    }

    private static int Points(double wanted, int fewest, int most) => (int)Math.Clamp(Math.Round(wanted, MidpointRounding.AwayFromZero), fewest, most);
}
