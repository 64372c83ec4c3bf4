using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;

namespace Bot.Answers.Summaries;

/// <summary>How an article is built, which says where its story stands.</summary>
internal enum ArticleForm
{
    /// <summary>The most important comes first.</summary>
    Report,

    /// <summary>Questions, each followed by its answer.</summary>
    Interview,

    /// <summary>Entries with the time of day, one below another.</summary>
    Ticker,

    /// <summary>A thesis and the reasons for it.</summary>
    Opinion,

    /// <summary>Items of equal rank, numbered or under a heading each.</summary>
    List,
}

internal static partial class ArticleForms
{
    private const int FewestEntries = 4;
    private const int FewestQuestions = 3;
    private const double ShareOfEntries = 0.3;

    // Paragraphs.
    private const int LongestAnswer = 4;

    // Code units: “Once, in 2009.” is what an answer begins with.
    private const int ShortestAnswer = 40;

    // Sentences in which the writer speaks, or says what ought to be, of a hundred.
    private const double OpinionShare = 0.16;

    public static ArticleForm Of(Article article)
    {
        var paragraphs = article.Paragraphs;
        if (paragraphs.Count(paragraph => Time().IsMatch(paragraph.Text)) is var timed && timed >= FewestEntries && timed >= ShareOfEntries * paragraphs.Length)
        {
            return ArticleForm.Ticker;
        }

        var sections = paragraphs.Select(paragraph => paragraph.Section).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (sections.Count(section => Time().IsMatch(section)) >= FewestEntries)
        {
            return ArticleForm.Ticker;
        }

        var asked = sections.Count(SentenceReading.IsQuestion) + paragraphs.Count(IsAsked);
        if (asked >= FewestQuestions && asked >= ShareOfEntries / 2 * paragraphs.Length)
        {
            return ArticleForm.Interview;
        }

        if (paragraphs.Count(paragraph => Item().IsMatch(paragraph.Text)) is var items && items >= FewestEntries && items >= ShareOfEntries * paragraphs.Length)
        {
            return ArticleForm.List;
        }

        if (sections.Count(section => Item().IsMatch(section)) >= FewestEntries)
        {
            return ArticleForm.List;
        }

        return IsOpinion(article) ? ArticleForm.Opinion : ArticleForm.Report;
    }

    /// <summary>Whether the newest entry of a ticker stands below the others.</summary>
    public static bool IsAscending(Article article)
    {
        var times = article.Paragraphs.Select(paragraph => Time().Match(paragraph.Text)).Where(match => match.Success).Select(match => Minutes(match)).ToArray();
        return times.Zip(times.Skip(1)).Sum(pair => Math.Sign(pair.Second - pair.First)) > 0;
    }

    /// <summary>A paragraph that is a question put to somebody: a turn of its own, or one that is marked.</summary>
    public static bool IsAsked(Paragraph paragraph) => SentenceReading.IsQuestion(paragraph.Text) && (paragraph.Sentences.Length <= 2 || Turn().IsMatch(paragraph.Text));

    /// <summary>The question that a paragraph answers, without the name of whoever asks; null where none stands above it.</summary>
    public static string? QuestionOf(Article article, Paragraph answer)
    {
        if (answer.Section is { } section && SentenceReading.IsQuestion(section))
        {
            return section.Trim();
        }

        for (var number = answer.Number - 1; number >= 1 && answer.Number - number <= LongestAnswer; number--)
        {
            if (article.Paragraph(number) is { } above && IsAsked(above))
            {
                return Turn().Replace(above.TextOf(above.Sentences[^1]), "", 1);
            }
        }

        return null;
    }

    /// <summary>The first sentence of some length below a question: whoever reads it beside the question can follow it.</summary>
    public static bool OpensAnswer(Article article, SummarySentence sentence)
    {
        var first = sentence.Paragraph.Sentences.FirstOrDefault(first => first.End - first.Start >= ShortestAnswer, sentence.Paragraph.Sentences[0]);
        return sentence.Start <= first.Start && sentence.End >= first.End && !IsAsked(sentence.Paragraph)
            && (article.Paragraph(sentence.Paragraph.Number - 1) is not { } above || IsAsked(above) || above.Section != sentence.Paragraph.Section);
    }

    public static bool IsItem(Paragraph paragraph) => Item().IsMatch(paragraph.Text);

    /// <summary>What somebody thinks should be, or says in the first person outside all speech.</summary>
    public static bool Argues(SummarySentence sentence) =>
        Stance().Matches(sentence.Text).Any(match => !sentence.Speech.Any(speech => speech.Start <= sentence.Start + match.Index && speech.End > sentence.Start + match.Index));

    private static bool IsOpinion(Article article)
    {
        if (article.Url is { } url && Column().IsMatch(url.AbsolutePath))
        {
            return true;
        }

        if (Column().IsMatch(article.Title) || article.Paragraphs.Any(paragraph => ViewsExpressed().IsMatch(paragraph.Text)))
        {
            return true;
        }

        var sentences = SummarySentence.AllOf(article);
        return sentences.Length >= 6 && sentences.Count(Argues) >= OpinionShare * sentences.Length;
    }

    private static int Minutes(Match time)
    {
        var hour = int.Parse(time.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var isHalf = time.Groups["half"].ValueSpan;
        hour = isHalf is ['p' or 'P', ..] && hour < 12 ? hour + 12 : isHalf is ['a' or 'A', ..] && hour == 12 ? 0 : hour;
        return (60 * hour) + (time.Groups["minute"].Success ? int.Parse(time.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0);
    }

    [GeneratedRegex(@"^\W*((?<hour>[01]?\d|2[0-3])[:.h](?<minute>[0-5]\d)\b\s?((?<half>[ap])\.?m\b)?|(?<hour>1[0-2]|[1-9])\s?(?<half>[ap])\.?m\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"^\W*(\d{1,2}[.):]\s+\p{L}|(no\.|number|#)\s?\d{1,2}\b|[-•*–]\s+\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\W*(Q\d*\s*[:.)]|\p{Lu}[\p{L}.’' -]{1,40}:\s)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Turn();

    [GeneratedRegex(@"\b(opinions?|editorials?|commentary|op-?ed|columns?|comment-?is-?free|comment|viewpoint|perspectives?|meinung|kommentare?|opinion)\b\s*([/:|]|$)|^/(opinions?|comment(isfree|ary)?|editorials?|columns?)/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Column();

    [GeneratedRegex(@"\b(views|opinions) expressed\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ViewsExpressed();

    [GeneratedRegex(@"\b(should(n't|n’t)?|must(n't|n’t)?|ought to|needs? to|cannot afford|it is time|it('|’)s time|let us|let('|’)s)\b|\b(I|I('|’)m|I('|’)ve|I('|’)d|my|we|our|us)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Stance();
}
