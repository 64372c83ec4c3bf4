using System.Diagnostics;
using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

public sealed class HostileLengthTests
{
    private const int Statements = 24;

    /// <summary>As many and as short words as a draft and what is shown to a model may have: whatever compares words with words takes longest here.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_longest_drafts_about_one_endless_sentence_are_checked_in_seconds(bool reversed)
    {
        string[] words = [.. Enumerable.Range(0, 2_500).Select(i => $"{(char)('b' + (i % 24))}{(char)('b' + (i / 24 % 24))}{(char)('b' + (i / 576))}")];
        var article = ArticleReader.FromParagraphs("Words", [string.Join(' ', words) + "."]);
        ShownPassage[] shown = [new ShownPassage(1, article, article.Paragraphs[0])];
        var draft = new Draft([.. Enumerable.Range(0, Statements).Select(i => new DraftStatement(
            string.Join(' ', reversed ? words.Skip(80 * i).Take(370).Reverse() : words.Skip(80 * i).Take(370)) + ".", [new DraftEvidence(1, "")]))]);

        var started = Stopwatch.GetTimestamp();
        new CitationVerifier([.. shown]).Check(draft);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(6));
    }
}
