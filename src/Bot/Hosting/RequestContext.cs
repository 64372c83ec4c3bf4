using System.Data.Common;
using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Localization;
using Bot.Storage.Guilds;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Hosting;

/// <summary>Where the bot is asked, by whom, and what holds there.</summary>
/// <param name="Channel">The channel, thread or direct conversation.</param>
/// <param name="Person">Null only when Discord does not say.</param>
internal sealed record RequestContext(GuildId Guild, Snowflake? Channel, Snowflake? Person, Translation Translation)
{
    /// <summary>Id of the article that is meant where none is named; null for all, or the newest where one is needed.</summary>
    public string? DefaultArticle { get; init; }

    /// <summary>What the guild's managers have decided.</summary>
    public GuildSettings Settings { get; init; } = new();

    /// <summary>Whether answers go to the person alone where nothing else is said.</summary>
    public bool PrivateByDefault => Settings.Private;

    /// <summary>Whether the person may change settings here.</summary>
    public bool IsManager { get; init; }

    /// <summary>Whether the person may add and remove articles here.</summary>
    public bool MayAdd { get; init; }

    /// <summary>Why the person may not add or remove articles here; null when they may.</summary>
    public string? AddingRefusal => Guild == GuildId.Everyone ? Translation.OnlyInServers : MayAdd ? null : Translation.MayNotAdd;
}

/// <summary>Finds out what holds in a place before a command does anything.</summary>
internal sealed class RequestContexts(GuildSettingsStore settings, ChannelArticles channels, TimeProvider time) : IDisposable
{
    private const int MostPeople = 10_000;

    // Something has gone wrong already, perhaps with the record.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // A message does not tell its writer's language; whoever has used a command before is answered in the language of that.
    private readonly MemoryCache _languages = new(new MemoryCacheOptions { SizeLimit = MostPeople });

    public async Task<RequestContext> OfAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var translation = OwnOf(interaction);
        if (interaction.Invoker is { } person)
        {
            _languages.Set(person.Id, translation, new MemoryCacheEntryOptions { Size = 1 });
        }

        var place = new RequestContext(GuildOf(interaction.GuildId), interaction.ChannelId, interaction.Invoker?.Id, translation);
        place = await WithSettingsAsync(place, interaction.Channel is { IsThread: true } thread ? thread.ParentId : null, cancellationToken);
        var isManager = interaction.Member?.Permissions is { } may && (may & (Permissions.ManageGuild | Permissions.Administrator)) != 0;
        return place with { IsManager = isManager, MayAdd = isManager || MayAdd(interaction.Member, place.Settings) };
    }

    public Task<RequestContext> OfAsync(Message message, CancellationToken cancellationToken)
    {
        var translation = message.Author is { } writer && _languages.TryGetValue(writer.Id, out Translation? known) ? known : null;
        return WithSettingsAsync(
            new RequestContext(GuildOf(message.GuildId), message.ChannelId, message.Author?.Id, translation ?? Translation.Default), parent: null, cancellationToken);
    }

    /// <summary>What is said in a place when an interaction fails: in the person's language where the record does not say at once what is spoken there.</summary>
    public async ValueTask<InteractionSentences> SentencesAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (GuildOf(interaction.GuildId) is var guild && guild != GuildId.Everyone)
        {
            try
            {
                if ((await settings.GetAsync(guild, cancellationToken).WaitAsync(Patience, time, cancellationToken)).Language is { } language)
                {
                    return Translation.For(language).Sentences;
                }
            }
            catch (Exception unavailable) when (unavailable is UserFacingException or DbException or TimeoutException)
            {
                // The person understands their own language in any case.
            }
        }

        return OwnOf(interaction).Sentences;
    }

    public void Dispose() => _languages.Dispose();

    private static Translation OwnOf(Interaction interaction) => Translation.For(interaction.Locale ?? interaction.GuildLocale);

    private static bool MayAdd(Member? member, GuildSettings settings) => member is not null && settings.Adding switch
    {
        Adding.Everyone => true,
        Adding.Role => settings.AddingRole is { } role && member.Roles.Contains(new Snowflake(role)),
        _ => false,
    };

    /// <param name="parent">The channel that a thread hangs under.</param>
    private async Task<RequestContext> WithSettingsAsync(RequestContext place, Snowflake? parent, CancellationToken cancellationToken)
    {
        if (place.Guild == GuildId.Everyone)
        {
            return place;
        }

        var set = await settings.GetAsync(place.Guild, cancellationToken);
        return place with
        {
            Settings = set,
            Translation = set.Language is { } language ? Translation.For(language) : place.Translation,
            DefaultArticle = place.Channel is { } channel ? await channels.GetAsync(place.Guild, channel.Value, parent?.Value, cancellationToken) : null,
        };
    }

    // In direct messages only everyone's articles can be asked about.
    private static GuildId GuildOf(Snowflake? guild) => new(guild?.Value ?? GuildId.Everyone.Value);
}
