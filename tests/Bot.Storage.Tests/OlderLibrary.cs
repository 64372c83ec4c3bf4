using System.Data.Common;
using System.Globalization;
using Bot.Articles;

namespace Bot.Storage.Tests;

/// <summary>What the first release wrote, by statements of its own, since today's know tables that it had not.</summary>
internal static class OlderLibrary
{
    public static async Task AddAsync(DbConnection connection, GuildId guild, Article article, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var key = await transaction.ScalarAsync<long>(
            """
            INSERT INTO articles (guild, id, version, title, outlet, date, paragraphs, quotations, words, added)
            VALUES (@guild, @id, 1, @title, @outlet, @date, @paragraphs, 0, 'not the hash of today', 1767225600000) RETURNING key
            """,
            cancellationToken,
            ("@guild", (long)guild.Value),
            ("@id", article.Id),
            ("@title", article.Title),
            ("@outlet", article.Outlet),
            ("@date", article.Date?.ToString("O", CultureInfo.InvariantCulture)),
            ("@paragraphs", article.Paragraphs.Length));
        foreach (var paragraph in article.Paragraphs)
        {
            await transaction.ExecuteAsync(
                "INSERT INTO paragraphs (article, number, text, sentences) VALUES (@key, @number, @text, '')",
                cancellationToken,
                ("@key", key),
                ("@number", paragraph.Number),
                ("@text", paragraph.Text));
        }

        await transaction.ExecuteAsync("UPDATE library SET sequence = sequence + 1", cancellationToken);
        await transaction.ExecuteAsync(
            "INSERT INTO changes (guild, article, sequence, version, removed) VALUES (@guild, @id, 1, 1, 0)",
            cancellationToken,
            ("@guild", (long)guild.Value),
            ("@id", article.Id));
        await transaction.CommitAsync(cancellationToken);
    }
}
