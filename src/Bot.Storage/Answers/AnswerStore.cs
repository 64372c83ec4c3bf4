using System.Collections.Immutable;
using System.Data.Common;
using Bot.Articles;

namespace Bot.Storage.Answers;

/// <summary>The answers that were given in Discord and what people thought of them. Safe for concurrent use by threads and processes.</summary>
public sealed class AnswerStore(Database database, TimeProvider time)
{
    /// <summary>Keeps an answer, in place of a failure with the same id.</summary>
    /// <returns>False when there is an answer with this id already.</returns>
    public Task<bool> AddAsync(AnswerRecord answer, CancellationToken cancellationToken) => database.NoteAsync(
        transaction => StoredAnswer.WriteAsync(transaction, answer with { Given = time.GetUtcNow() }, cancellationToken), cancellationToken);

    /// <summary>Null when the guild has no answer with this id, though another may have.</summary>
    public Task<AnswerRecord?> GetAsync(GuildId guild, ulong id, CancellationToken cancellationToken) =>
        database.ReadAsync(transaction => StoredAnswer.ReadAsync(transaction, guild, id, cancellationToken), cancellationToken);

    /// <summary>The answer last given in a channel, thread or direct conversation, if it is not older than that; private ones do not count.</summary>
    public Task<AnswerRecord?> LatestInAsync(GuildId guild, ulong channel, DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync(
        async transaction =>
            await transaction.QueryAsync(
                """
                SELECT id FROM answers WHERE guild = @guild AND channel = @channel AND given >= @since AND private = 0 AND outcome <> 3
                ORDER BY given DESC, id DESC LIMIT 1
                """,
                row => Id(row.GetInt64(0)),
                cancellationToken,
                ("@guild", Signed(guild.Value)),
                ("@channel", Signed(channel)),
                ("@since", since.ToUnixTimeMilliseconds())) is [var latest]
                ? await StoredAnswer.ReadAsync(transaction, guild, latest, cancellationToken)
                : null,
        cancellationToken);

    /// <summary>An answer and those it continues, oldest first.</summary>
    /// <param name="most">How many at most; the latest are kept.</param>
    public Task<ImmutableArray<AnswerRecord>> ConversationAsync(GuildId guild, ulong id, int most, CancellationToken cancellationToken) => database.ReadAsync(
        async transaction =>
        {
            var turns = new List<AnswerRecord>();
            for (ulong? next = id; next is { } turn && turns.Count < most && await StoredAnswer.ReadAsync(transaction, guild, turn, cancellationToken) is { } answer;)
            {
                turns.Add(answer);

                // What an answer continues is older; anything else would be a circle.
                next = answer.Follows < turn ? answer.Follows : null;
            }

            turns.Reverse();
            return turns.ToImmutableArray();
        },
        cancellationToken);

    /// <summary>True for the first who asks to show this answer to everyone.</summary>
    public async Task<bool> TryShareAsync(GuildId guild, ulong id, CancellationToken cancellationToken) => await database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE answers SET shared = @now WHERE guild = @guild AND id = @id AND shared IS NULL",
            cancellationToken,
            ("@guild", Signed(guild.Value)),
            ("@id", Signed(id)),
            ("@now", time.GetUtcNow().ToUnixTimeMilliseconds())),
        cancellationToken) == 1;

    /// <summary>Takes a <see cref="TryShareAsync"/> back that came to nothing.</summary>
    public Task UnshareAsync(GuildId guild, ulong id, CancellationToken cancellationToken) => database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE answers SET shared = NULL WHERE guild = @guild AND id = @id", cancellationToken, ("@guild", Signed(guild.Value)), ("@id", Signed(id))),
        cancellationToken);

    /// <summary>Keeps an opinion in place of the same person's earlier one on the same thing. False when the guild has no such answer.</summary>
    public async Task<bool> AddFeedbackAsync(GuildId guild, Feedback feedback, CancellationToken cancellationToken) => await database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            """
            INSERT INTO feedback (answer, person, citation, good, at)
            SELECT id, @person, @citation, @good, @now FROM answers WHERE guild = @guild AND id = @answer
            ON CONFLICT (answer, person, citation) DO UPDATE SET good = excluded.good, at = excluded.at
            """,
            cancellationToken,
            ("@guild", Signed(guild.Value)),
            ("@answer", Signed(feedback.Answer)),
            ("@person", Signed(feedback.Person)),
            ("@citation", feedback.Citation),
            ("@good", feedback.IsGood ? 1 : 0),
            ("@now", time.GetUtcNow().ToUnixTimeMilliseconds())),
        cancellationToken) == 1;

    /// <summary>Every opinion of every guild with the answer it is about, in the order of the answers: for the operator.</summary>
    public Task<ImmutableArray<(AnswerRecord Answer, ImmutableArray<Feedback> Feedback)>> JudgedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async transaction =>
        {
            var all = await transaction.QueryAsync(
                """
                SELECT f.answer, f.person, f.citation, f.good, f.at, a.guild FROM feedback f JOIN answers a ON a.id = f.answer
                ORDER BY f.answer, f.citation, f.at, f.person
                """,
                row => (
                    Guild: new GuildId(Id(row.GetInt64(5))),
                    Opinion: new Feedback(
                        Id(row.GetInt64(0)), Id(row.GetInt64(1)), row.GetInt32(2), row.GetInt32(3) != 0, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)))),
                cancellationToken);
            var judged = ImmutableArray.CreateBuilder<(AnswerRecord, ImmutableArray<Feedback>)>();
            foreach (var opinions in all.GroupBy(row => (row.Guild, row.Opinion.Answer), row => row.Opinion))
            {
                judged.Add(((await StoredAnswer.ReadAsync(transaction, opinions.Key.Guild, opinions.Key.Answer, cancellationToken))!, [.. opinions]));
            }

            return judged.DrainToImmutable();
        },
        cancellationToken);

    /// <summary>Deletes what a person has asked and thought.</summary>
    /// <param name="guild">In this guild only; null for everywhere.</param>
    /// <returns>How many questions and opinions there were.</returns>
    public Task<int> ForgetAsync(ulong person, GuildId? guild, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            (string, object?)[] whose = [("@person", Signed(person)), ("@guild", guild is { } one ? Signed(one.Value) : 0), ("@everywhere", guild is null ? 1 : 0)];
            var opinions = await transaction.ExecuteAsync(
                "DELETE FROM feedback WHERE person = @person AND (@everywhere = 1 OR answer IN (SELECT id FROM answers WHERE guild = @guild))", cancellationToken, whose);
            return opinions + await transaction.ExecuteAsync(
                "DELETE FROM answers WHERE person = @person AND (@everywhere = 1 OR guild = @guild)", cancellationToken, whose);
        },
        cancellationToken);

    /// <summary>Deletes a guild's answers, and what was thought of them, that were given before that moment.</summary>
    /// <returns>How many answers.</returns>
    public Task<int> PurgeAsync(GuildId guild, DateTimeOffset before, CancellationToken cancellationToken) => database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            "DELETE FROM answers WHERE guild = @guild AND given < @before",
            cancellationToken,
            ("@guild", Signed(guild.Value)),
            ("@before", before.ToUnixTimeMilliseconds())),
        cancellationToken);

    /// <summary>The guilds in which answers are kept; <see cref="GuildId.Everyone"/> for direct messages.</summary>
    public Task<ImmutableArray<GuildId>> GuildsAsync(CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync("SELECT DISTINCT guild FROM answers", row => new GuildId(Id(row.GetInt64(0))), cancellationToken), cancellationToken);

    /// <summary>Deletes the answers that show words of an article which is being removed from a guild, or from everyone.</summary>
    internal static Task<int> DeleteOfArticleAsync(DbTransaction transaction, GuildId guild, string articleId, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            DELETE FROM answers WHERE (guild = @guild OR @guild = 0)
              AND (article = @article OR id IN (SELECT answer FROM answer_citations WHERE article = @article))
            """,
            cancellationToken,
            ("@guild", Signed(guild.Value)),
            ("@article", articleId));

    private static long Signed(ulong id) => unchecked((long)id);

    private static ulong Id(long stored) => unchecked((ulong)stored);
}
