using System.Collections.Frozen;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Summaries;
using Bot.Language;

namespace Bot.Answers.Extraction;

/// <summary>Tells “what’s this about?”, “tl;dr” and “why does it matter?” from questions about a part of the article.</summary>
public static class Overview
{
    // Besides these a question may name what the article is about (“a quick summary of the game please”), but not ask for more.
    private const int MostOtherWords = 2;

    private static readonly FrozenSet<string> Requests = Set(
        "summary summarize summarise summarized summarised summarizes summarises recap gist overview tldr tl;dr synopsis eli5 rundown nutshell takeaway takeaways");

    private static readonly string[] Phrases = ["sum up", "sum it up", "sums up", "sum this up", "tl dr", "in short", "in brief", "in a nutshell", "main point", "main points", "key point", "key points", "big picture", "catch me up", "going on"];

    /// <summary>Words by which people speak of an article as a whole.</summary>
    private static readonly FrozenSet<string> AboutArticles = WordList.Set("en/article-words");

    /// <summary>“What happened to him?” and “what happened next?” go on from a part of it.</summary>
    private static readonly FrozenSet<string> LookingBack = Set("he she him her his they them their there then next else after afterwards before");

    public static bool IsAsked(string question)
    {
        var words = Words.Read(question);
        var others = words.Count(word => !word.IsStop && !Requests.Contains(word.Text) && !AboutArticles.Contains(word.Text));
        var spoken = ' ' + string.Join(' ', words.Select(word => word.Text)) + ' ';
        if (words.Any(word => Requests.Contains(word.Text)) || Phrases.Any(phrase => spoken.Contains(' ' + phrase + ' ', StringComparison.Ordinal)))
        {
            return others <= MostOtherWords;
        }

        return others == 0 && !words.Any(word => LookingBack.Contains(word.Text)) && words.Any(word => word.Text is "about" or "happened" or "happening" or "matter" or "matters" or "important" or "care" or "point" or "fuss" or "deal" or "news")
            && words.Any(word => word.Text is "what" or "what's" or "whats" or "why");
    }

    /// <summary>The brief summary as an answer; null when the passages are of several articles.</summary>
    internal static Answer.Answered? Of(IReadOnlyList<EvidencePassage> passages)
    {
        if (passages.Count == 0 || passages.Any(passage => !ReferenceEquals(passage.Article, passages[0].Article)))
        {
            return null;
        }

        var summary = ExtractiveSummarizer.Summarize(passages[0].Article, SummaryLength.Brief);
        return summary.Points.IsEmpty ? null : new Answer.Answered(summary.Points, summary.Citations, AnswerMode.Extractive, 1);
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
