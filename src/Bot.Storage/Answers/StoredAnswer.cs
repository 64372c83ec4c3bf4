using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Bot.Articles;
using Bot.Language;

namespace Bot.Storage.Answers;

/// <summary>One answer as rows.</summary>
internal static class StoredAnswer
{
    /// <summary>False when there is one with this id, other than a failure.</summary>
    public static async Task<bool> WriteAsync(DbTransaction transaction, AnswerRecord answer, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM answers WHERE guild = @guild AND id = @id AND outcome = 3", cancellationToken, ("@guild", Signed(answer.Guild.Value)), ("@id", Signed(answer.Id)));
        var added = await transaction.ExecuteAsync(
            """
            INSERT INTO answers (id, guild, channel, person, asked, question, article, follows, outcome, premise_asked, premise_says, by_model, confidence, private, given)
            VALUES (@id, @guild, @channel, @person, @asked, @question, @article, @follows, @outcome, @premise, @says, @model, @confidence, @private, @given)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken,
            ("@id", Signed(answer.Id)),
            ("@guild", Signed(answer.Guild.Value)),
            ("@channel", Signed(answer.Channel)),
            ("@person", Signed(answer.Person)),
            ("@asked", Storable(answer.Asked)),
            ("@question", Storable(answer.Question)),
            ("@article", answer.Article),
            ("@follows", answer.Follows is { } earlier ? Signed(earlier) : null),
            ("@outcome", (int)answer.Outcome),
            ("@premise", answer.FalsePremise is { } premise ? Storable(premise.Asked) : null),
            ("@says", answer.FalsePremise is { } contradicted ? Storable(contradicted.Says) : null),
            ("@model", answer.ByModel ? 1 : 0),
            ("@confidence", answer.Confidence),
            ("@private", answer.IsPrivate ? 1 : 0),
            ("@given", answer.Given.ToUnixTimeMilliseconds()));
        if (added == 0)
        {
            return false;
        }

        await transaction.ExecuteForEachAsync(
            "INSERT INTO answer_statements (answer, number, text, note, compares, citations) VALUES (@answer, @number, @text, @note, @compares, @citations)",
            answer.Statements.Index(),
            row =>
            [
                ("@answer", Signed(answer.Id)),
                ("@number", row.Index + 1),
                ("@text", Storable(row.Item.Text)),
                ("@note", row.Item.Note),
                ("@compares", row.Item.Compares ? 1 : 0),
                ("@citations", string.Join(',', row.Item.Citations.Select(number => number.ToString(CultureInfo.InvariantCulture)))),
            ],
            cancellationToken);
        await transaction.ExecuteForEachAsync(
            """
            INSERT INTO answer_citations (answer, number, article, version, title, paragraph, start_offset, end_offset, quote, url, highlight)
            VALUES (@answer, @number, @article, @version, @title, @paragraph, @start, @end, @quote, @url, @highlight)
            """,
            answer.Citations,
            citation =>
            [
                ("@answer", Signed(answer.Id)),
                ("@number", citation.Number),
                ("@article", citation.Article),
                ("@version", citation.Version),
                ("@title", citation.Title),
                ("@paragraph", citation.Paragraph),
                ("@start", citation.Start),
                ("@end", citation.End),
                ("@quote", citation.Quote),
                ("@url", citation.Url?.OriginalString),
                ("@highlight", citation.Highlight.IsEmpty ? null : string.Join(',', citation.Highlight.Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.Start}-{range.End}")))),
            ],
            cancellationToken);
        return true;
    }

    public static async Task<AnswerRecord?> ReadAsync(DbTransaction transaction, GuildId guild, ulong id, CancellationToken cancellationToken)
    {
        var found = await transaction.QueryAsync(
            """
            SELECT channel, person, asked, question, article, follows, outcome, by_model, confidence, private, given, premise_asked, premise_says
            FROM answers WHERE guild = @guild AND id = @id
            """,
            row => new AnswerRecord(id, guild, Unsigned(row.GetInt64(0)), Unsigned(row.GetInt64(1)), row.GetString(2), row.GetString(3))
            {
                Article = row.TextOrNull(4),
                Follows = row.IsDBNull(5) ? null : Unsigned(row.GetInt64(5)),
                Outcome = (AnswerOutcome)row.GetInt64(6),
                ByModel = row.GetInt64(7) != 0,
                Confidence = row.GetDouble(8),
                IsPrivate = row.GetInt64(9) != 0,
                Given = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
                FalsePremise = row.TextOrNull(11) is { } asked && row.TextOrNull(12) is { } says ? new PremiseRecord(asked, says) : null,
            },
            cancellationToken,
            ("@guild", Signed(guild.Value)),
            ("@id", Signed(id)));
        return found is [var answer]
            ? answer with
            {
                Statements = await StatementsAsync(transaction, id, cancellationToken),
                Citations = await CitationsAsync(transaction, id, cancellationToken),
            }
            : null;
    }

    private static Task<ImmutableArray<StatementRecord>> StatementsAsync(DbTransaction transaction, ulong id, CancellationToken cancellationToken) =>
        transaction.QueryAsync(
            "SELECT text, note, citations, compares FROM answer_statements WHERE answer = @id ORDER BY number",
            row => new StatementRecord(
                row.GetString(0),
                row.TextOrNull(1),
                [.. row.GetString(2).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))],
                row.GetInt64(3) != 0),
            cancellationToken,
            ("@id", Signed(id)));

    private static Task<ImmutableArray<CitationRecord>> CitationsAsync(DbTransaction transaction, ulong id, CancellationToken cancellationToken) =>
        transaction.QueryAsync(
            """
            SELECT number, article, version, title, paragraph, start_offset, end_offset, quote, url, highlight
            FROM answer_citations WHERE answer = @id ORDER BY number
            """,
            row => new CitationRecord(
                row.GetInt32(0),
                row.GetString(1),
                row.GetInt32(2),
                row.GetString(3),
                row.GetInt32(4),
                row.GetInt32(5),
                row.GetInt32(6),
                row.GetString(7),
                row.TextOrNull(8) is { } url ? new Uri(url) : null)
            {
                Highlight = row.TextOrNull(9) is { } ranges ? [.. ranges.Split(',').Select(Range)] : [],
            },
            cancellationToken,
            ("@id", Signed(id)));

    // PostgreSQL has no character for zero, and neither database one for half a surrogate pair; what people type may hold both.
    private static string Storable(string text)
    {
        var wellFormed = text.Replace('\0', ' ');
        return string.Create(wellFormed.Length, wellFormed, static (characters, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var alone = char.IsHighSurrogate(source[i]) ? i + 1 == source.Length || !char.IsLowSurrogate(source[i + 1])
                    : char.IsLowSurrogate(source[i]) && (i == 0 || !char.IsHighSurrogate(source[i - 1]));
                characters[i] = alone ? '\uFFFD' : source[i];
            }
        });
    }

    private static Sentence Range(string stored)
    {
        var dash = stored.IndexOf('-', StringComparison.Ordinal);
        return new Sentence(int.Parse(stored.AsSpan(0, dash), CultureInfo.InvariantCulture), int.Parse(stored.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    private static long Signed(ulong id) => unchecked((long)id);

    private static ulong Unsigned(long stored) => unchecked((ulong)stored);
}
