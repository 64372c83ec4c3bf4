using System.Collections.Immutable;
using Bot.Answers.Conversations;
using Bot.Articles;

namespace Bot.Answers;

/// <summary>What somebody asks, where in a conversation.</summary>
/// <param name="Text">As it was typed; personal data.</param>
/// <param name="Guild">Whose articles may be used.</param>
public sealed record QuestionInContext(string Text, GuildId Guild)
{
    /// <summary>Id of the one article that whoever asks has named; null where none is.</summary>
    public string? ArticleId { get; init; }

    /// <summary>The article named, when it was read for this question and need not be in the library.</summary>
    public Article? Article { get; init; }

    /// <summary>What was asked before in the same conversation, oldest first; empty for a first question.</summary>
    public IReadOnlyList<ConversationTurn> Earlier { get; init; } = [];

    internal ConversationTurn? Last => Earlier.Count > 0 ? Earlier[^1] : null;
}

/// <param name="Read">The question as it was understood; as typed where nothing was to be added.</param>
/// <param name="Alternatives">Where no reading of a follow-up was answered: at most two, to ask back with.</param>
public sealed record QuestionResult(Question Read, Answer Answer, ImmutableArray<string> Alternatives)
{
    /// <summary>What the next question of the conversation goes on from.</summary>
    public ConversationTurn Turn => ConversationTurn.Of(Read, Answer);
}

/// <summary>
/// One way from a question to its answer, for the command line, Discord and the evaluation: (1) read it, in as many ways as the conversation allows,
/// (2) choose what it is put to, (3) of several readings take the one that the articles answer best, (4) answer it.
/// </summary>
public sealed class QuestionService(Answerer answerer, QuestionRewriter rewriter)
{
    private const int MostAlternatives = 2;

    // What follows an answer is mostly told near it.
    private const double NearBonus = 1.1;

    // A reading that the article answers, before one that it may.
    private const double AnsweredBonus = 1.2;
    private const int Near = 2;

    public async Task<QuestionResult> AnswerAsync(QuestionInContext asked, CancellationToken cancellationToken)
    {
        var readings = await rewriter.ReadAsync(new Question(asked.Text, asked.Guild), asked.Earlier, cancellationToken);
        if ((asked.Article?.Id ?? asked.ArticleId ?? asked.Last?.Article) is { } named)
        {
            return await AnswerAsync(asked, readings, named, asked.Article, cancellationToken);
        }

        // A question that goes on from an answer is put to that answer's article first, and to all only where it does not say.
        if (asked.Last?.Subject is { } cited
            && await AnswerAsync(asked, readings, cited, null, cancellationToken) is { Answer: Answer.Answered } there)
        {
            return there with { Read = there.Read with { ArticleId = null } };
        }

        return await AnswerAsync(asked, readings, null, null, cancellationToken);
    }

    private async Task<QuestionResult> AnswerAsync(QuestionInContext asked, ImmutableArray<Reading> readings, string? articleId, Article? article, CancellationToken cancellationToken)
    {
        if (readings is [var only])
        {
            return new QuestionResult(Put(only), await answerer.AnswerAsync(Put(only), article, cancellationToken), []);
        }

        var tried = new List<(Reading Reading, double Worth)>();
        foreach (var reading in readings)
        {
            var quoted = await answerer.QuoteAsync(Put(reading), article, cancellationToken);
            tried.Add((reading, reading.Prior * quoted.Confidence * (quoted is Answer.Answered ? AnsweredBonus : 1) * (IsNear(quoted, asked.Earlier) ? NearBonus : 1)));
        }

        var best = tried.MaxBy(entry => entry.Worth).Reading;
        var answer = await answerer.AnswerAsync(Put(best), article, cancellationToken);
        return new QuestionResult(Put(best), answer, answer is Answer.NotInArticle { FalsePremise: null } ? [.. Alternatives(tried, best)] : []);

        Question Put(Reading reading) => new(reading.Text, asked.Guild, articleId);
    }

    private static IEnumerable<string> Alternatives(List<(Reading Reading, double Worth)> tried, Reading best) => tried
        .Where(entry => entry.Reading != best && entry.Reading.IsWhole)
        .OrderByDescending(entry => entry.Worth)
        .Select(entry => entry.Reading.Text)
        .Take(MostAlternatives);

    private static bool IsNear(Answer answer, IReadOnlyList<ConversationTurn> earlier) =>
        answer is Answer.Answered { Citations: [var first, ..] }
        && earlier[^1].Cited.Any(cited => cited.Article == first.ArticleId && Math.Abs(cited.Number - first.Paragraph) <= Near);
}
