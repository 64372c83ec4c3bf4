using Bot.Articles;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Commands.Library;

/// <summary>The headlines of guilds that ask, in memory, in step with the library's sequence of changes: a suggestion reads one row of the database.</summary>
internal sealed class ArticleTitles(IArticleLibrary library) : IDisposable
{
    // About half a kilobyte each.
    private const int MostListings = 200_000;
    private const int MostChanges = 1000;

    private readonly MemoryCache _guilds = new(new MemoryCacheOptions { SizeLimit = MostListings });

    public async Task<TitleIndex> OfAsync(GuildId guild, CancellationToken cancellationToken)
    {
        var sequence = (await library.GetStateAsync(cancellationToken)).Sequence;
        if (!_guilds.TryGetValue(guild, out Known? known) || !await IsCurrentAsync(known!, guild, sequence, cancellationToken))
        {
            known = new Known(new TitleIndex(await library.ListAsync(guild, cancellationToken)), sequence);
        }
        else if (known!.Sequence == sequence)
        {
            return known.Index;
        }

        _guilds.Set(guild, known with { Sequence = sequence }, new MemoryCacheEntryOptions { Size = known.Index.Listings.Length + 1 });
        return known.Index;
    }

    public void Dispose() => _guilds.Dispose();

    /// <summary>Whether nothing that the guild sees has changed since.</summary>
    private async Task<bool> IsCurrentAsync(Known known, GuildId guild, long sequence, CancellationToken cancellationToken)
    {
        if (known.Sequence == sequence)
        {
            return true;
        }

        var changes = await library.ChangesSinceAsync(known.Sequence, MostChanges, cancellationToken);
        return changes.Length < MostChanges && changes.All(change => change.Guild != guild && change.Guild != GuildId.Everyone);
    }

    private sealed record Known(TitleIndex Index, long Sequence);
}
