using System.Collections.Concurrent;
using Bot.Articles;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Bot.Search;

/// <summary>Where each guild's index lies: in a folder of its own below one, or in memory.</summary>
/// <param name="folder">Null for memory.</param>
internal sealed class GuildDirectories(string? folder)
{
    private readonly ConcurrentDictionary<GuildId, Directory> _known = new();

    /// <summary>Null when the guild never had an article.</summary>
    public Directory? Find(GuildId guild) =>
        _known.TryGetValue(guild, out var known) ? known : folder is not null && System.IO.Directory.Exists(PathOf(guild)) ? Make(guild) : null;

    // Whoever writes holds the lock of the whole folder.
    public Directory Make(GuildId guild) =>
        _known.GetOrAdd(guild, guild => folder is null ? new RAMDirectory() : FSDirectory.Open(PathOf(guild), NoLockFactory.GetNoLockFactory()));

    private string PathOf(GuildId guild) => Path.Combine(folder!, guild.ToString());
}
