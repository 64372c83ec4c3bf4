using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>
/// Finds the sentence that says the contrary of what a question takes for granted: “Why did they agree?” of people who refused, “the 7%” of what is 5%.
/// A sentence contradicts only when it says everything else that is asked about; otherwise it merely tells of something else.
/// </summary>
internal static partial class Premise
{
    private const int SentencesLookedAt = 3;
    private const float WithContrary = 0.6f;
    private const float WithNegation = 0.65f;
    private const float WithOtherNumber = 0.7f;
    private const float WithOtherName = 0.8f;

    // Where another sentence says so much of the question, and what it takes for granted, nothing is contradicted.
    private const float Elsewhere = 0.3f;

    // “much”, “more”, “come” have contraries in every other sentence.
    private const float LeastRarity = 0.25f;

    // What the rest of the paragraph says counts half.
    private const float NearbyShare = 0.5f;

    // A word counts as said when the sentence has it or one that can stand for it.
    private const float Said = 0.6f;

    // Further on, another word is denied.
    private const int NegationReach = 3;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:—–()“”\"");

    private static readonly FrozenSet<string> Refusals = new[]
    {
        "refuse", "refused", "refuses", "refusing", "decline", "declined", "declines", "declining", "fail", "failed", "fails", "failing", "deny", "denied",
        "denies", "denying", "reject", "rejected", "rejects", "rejecting", "unable", "unwilling",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Rising = WordList.Set("en/rising");

    private static readonly FrozenSet<string> Falling = WordList.Set("en/falling");

    /// <summary>Null when nothing contradicts the question, or when it only asks whether something is so.</summary>
    public static Contradiction? Find(Ranking ranking)
    {
        var question = ranking.Candidates.Question;
        if (question.Kind == QuestionKind.YesNo)
        {
            return null;
        }

        // Where the best sentence says a word, another sentence cannot deny it.
        var best = ranking.Sentences.Take(1).Select(i => new Evidence(ranking.Candidates, i, best: null)).FirstOrDefault();
        return best?.Contrary() ?? best?.Direction() ?? best?.Negation() ?? best?.OtherNumber() ?? best?.OtherName()
            ?? ranking.Sentences.Skip(1).Take(SentencesLookedAt - 1).Select(i => new Evidence(ranking.Candidates, i, best)).Select(other => other.Contrary() ?? other.OtherNumber()).FirstOrDefault(found => found is not null);
    }

    /// <summary>True when a clause ends in what stands between two words.</summary>
    public static bool IsClauseMark(ReadOnlySpan<char> between) => between.ContainsAny(ClauseMarks);

    /// <summary>“not”, “never”, and verbs like “refused”.</summary>
    public static bool IsNegation(string word) => Wording.IsNegation(word) || Refusals.Contains(word);

    /// <summary>1 of words for more, -1 of words for less, 0 of all others.</summary>
    private static int DirectionOf(string word) => Rising.Contains(word) ? 1 : Falling.Contains(word) ? -1 : 0;

    /// <summary>Index of the word that denies the one at <paramref name="at"/>, or -1.</summary>
    private static int NegationOf(string text, ImmutableArray<Word> words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - NegationReach) && !text.AsSpan(words[i].End, words[i + 1].Start - words[i].End).ContainsAny(ClauseMarks); i--)
        {
            if (IsNegation(words[i].Text))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <param name="Candidate">Index of the sentence that contradicts.</param>
/// <param name="Asked">Words of the question.</param>
/// <param name="Says">Words of the sentence that stand against them.</param>
internal sealed record Contradiction(int Candidate, string Asked, string Says);
