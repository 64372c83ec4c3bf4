using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

/// <summary>What comes of one statement that cites all of a short article, by everything that stands between a draft and its reader.</summary>
internal static class Told
{
    /// <summary>Why it is dropped; null when it is kept.</summary>
    public static string? ReasonToDrop(string statement, params string[] paragraphs)
    {
        var article = ArticleReader.FromParagraphs("News of the day", paragraphs);
        ShownPassage[] shown = [.. article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, article, paragraph))];
        var draft = new Draft([new DraftStatement(statement, [.. article.Paragraphs.Select(paragraph => new DraftEvidence(paragraph.Number, paragraph.Text))])]);
        return new CitationVerifier([.. shown]).Check(draft).Dropped is [var dropped, ..] ? dropped.Reason : null;
    }
}
