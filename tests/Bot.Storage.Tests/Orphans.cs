namespace Bot.Storage.Tests;

/// <summary>Rows that belong to no article.</summary>
internal static class Orphans
{
    public static Task<long> CountAsync(Database database, CancellationToken cancellationToken) => database.ReadAsync(
        async transaction => await transaction.ScalarAsync<long>(
            """
            SELECT (SELECT count(*) FROM originals WHERE article NOT IN (SELECT key FROM articles))
                 + (SELECT count(*) FROM paragraphs WHERE article NOT IN (SELECT key FROM articles))
                 + (SELECT count(*) FROM quotations WHERE article NOT IN (SELECT key FROM articles))
                 + (SELECT count(*) FROM quotation_speakers WHERE article NOT IN (SELECT article FROM quotations))
                 + (SELECT count(*) FROM speakers WHERE article NOT IN (SELECT key FROM articles))
                 + (SELECT count(*) FROM word_runs WHERE article NOT IN (SELECT key FROM articles))
            """,
            cancellationToken),
        cancellationToken);
}
