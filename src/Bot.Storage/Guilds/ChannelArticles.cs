using System.Data.Common;
using Bot.Articles;

namespace Bot.Storage.Guilds;

/// <summary>The article that each channel or thread is about, where somebody has chosen one.</summary>
public sealed class ChannelArticles(Database database)
{
    /// <summary>That of the thread or channel, else of the one it hangs under; null when nobody has chosen, or what was chosen has been removed.</summary>
    /// <param name="parent">The channel of a thread; null for a channel.</param>
    /// <returns>The id of an article.</returns>
    public async Task<string?> GetAsync(GuildId guild, ulong channel, ulong? parent, CancellationToken cancellationToken) => (await database.QueryAsync(
        """
        SELECT article FROM channel_articles WHERE guild = @guild AND channel IN (@channel, @parent)
          AND EXISTS (SELECT 1 FROM articles a WHERE a.id = channel_articles.article AND a.guild IN (@guild, 0))
        ORDER BY CASE WHEN channel = @channel THEN 0 ELSE 1 END LIMIT 1
        """,
        row => row.GetString(0),
        cancellationToken,
        ("@guild", unchecked((long)guild.Value)),
        ("@channel", unchecked((long)channel)),
        ("@parent", unchecked((long)(parent ?? channel))))).FirstOrDefault();

    public Task SetAsync(GuildId guild, ulong channel, string article, CancellationToken cancellationToken) => database.ExecuteAsync(
        "INSERT INTO channel_articles (guild, channel, article) VALUES (@guild, @channel, @article) ON CONFLICT (guild, channel) DO UPDATE SET article = excluded.article",
        cancellationToken,
        ("@guild", unchecked((long)guild.Value)),
        ("@channel", unchecked((long)channel)),
        ("@article", article));

    /// <summary>From now on questions in the channel are about all articles again.</summary>
    public Task ClearAsync(GuildId guild, ulong channel, CancellationToken cancellationToken) => database.ExecuteAsync(
        "DELETE FROM channel_articles WHERE guild = @guild AND channel = @channel",
        cancellationToken,
        ("@guild", unchecked((long)guild.Value)),
        ("@channel", unchecked((long)channel)));

    /// <summary>Forgets the choice of an article that has just been removed from a guild, or from everyone, wherever none is left under its id.</summary>
    internal static Task<int> DeleteOfArticleAsync(DbTransaction transaction, GuildId guild, string articleId, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            DELETE FROM channel_articles WHERE (guild = @guild OR @guild = 0) AND article = @article
              AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = @article AND a.guild IN (channel_articles.guild, 0))
            """,
            cancellationToken,
            ("@guild", unchecked((long)guild.Value)),
            ("@article", articleId));
}
