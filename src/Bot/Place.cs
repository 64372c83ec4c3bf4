using Bot.Articles;
using Bot.Discord.Model;
using Bot.Phrasebook;
using Microsoft.Extensions.Caching.Memory;

namespace Bot;

/// <summary>Where the bot is asked, by whom, and what holds there.</summary>
/// <param name="Channel">The channel, thread or direct conversation.</param>
/// <param name="Person">Null only when Discord does not say.</param>
internal sealed record Place(GuildId Guild, Snowflake? Channel, Snowflake? Person, Phrases Phrases)
{
    /// <summary>Id of the article that is meant where none is named; null for all, or the newest where one is needed.</summary>
    public string? DefaultArticle { get; init; }

    /// <summary>Whether answers go to the person alone where nothing else is said.</summary>
    public bool PrivateByDefault { get; init; }
}

/// <summary>Finds out what holds in a place before a command does anything.</summary>
internal sealed class Places : IDisposable
{
    private const int MostPeople = 10_000;

    // A message does not tell its writer's language; whoever has used a command before is answered in the language of that.
    private readonly MemoryCache _languages = new(new MemoryCacheOptions { SizeLimit = MostPeople });

    public ValueTask<Place> OfAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var phrases = Phrases.For(interaction.Locale ?? interaction.GuildLocale);
        if (interaction.Invoker is { } person)
        {
            _languages.Set(person.Id, phrases, new MemoryCacheEntryOptions { Size = 1 });
        }

        return new(new Place(GuildOf(interaction.GuildId), interaction.ChannelId, interaction.Invoker?.Id, phrases));
    }

    public ValueTask<Place> OfAsync(Message message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var phrases = message.Author is { } writer && _languages.TryGetValue(writer.Id, out Phrases? known) ? known : null;
        return new(new Place(GuildOf(message.GuildId), message.ChannelId, message.Author?.Id, phrases ?? Phrases.Default));
    }

    public void Dispose() => _languages.Dispose();

    // In direct messages only everyone's articles can be asked about.
    private static GuildId GuildOf(Snowflake? guild) => new(guild?.Value ?? GuildId.Everyone.Value);
}
