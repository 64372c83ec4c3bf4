using System.Data.Common;
using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Localization;
using Bot.Storage.Guilds;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Requests;

/// <summary>Where the bot is asked, by whom, and what holds there.</summary>
/// <param name="Channel">The channel, thread or direct conversation.</param>
/// <param name="Guild">A person's own in direct messages and in servers that the bot is not a member of.</param>
/// <param name="Person">Null only when Discord does not say.</param>
internal sealed record RequestContext(GuildId Guild, Snowflake? Channel, Snowflake? Person, Translation Translation)
{
    /// <summary>The channel that <see cref="Channel"/> is a thread of; null for what is none.</summary>
    public Snowflake? Parent { get; init; }

    /// <summary>Whether this is a server that the bot is a member of, which has settings and a library of its own.</summary>
    public bool IsServer => Guild != GuildId.Everyone && !Guild.IsPerson;

    /// <summary>What the guild's managers have decided.</summary>
    public GuildSettings Settings { get; init; } = new();

    /// <summary>Whether answers go to the person alone where nothing else is said.</summary>
    public bool PrivateByDefault => Settings.Private;

    /// <summary>Whether the person may change settings here.</summary>
    public bool IsManager { get; init; }

    /// <summary>Whether the person may add and remove articles here.</summary>
    public bool MayAdd { get; init; }

    /// <summary>Why the person may not add or remove articles here; null when they may.</summary>
    public string? AddingRefusal => Guild == GuildId.Everyone ? Translation.OnlyInServers : MayAdd || Guild.IsPerson ? null : Translation.MayNotAdd;
}

/// <summary>Finds out what holds in a place before a command does anything.</summary>
internal sealed class RequestContexts(GuildSettingsStore settings, TimeProvider time) : IDisposable
{
    private const int MostPeople = 10_000;
    private const int MostGuilds = 10_000;

    // Settings stand before the first answer to every command. What another process changes is known here this much later.
    private static readonly TimeSpan SettingsKept = TimeSpan.FromSeconds(1);

    // Something has gone wrong already, perhaps with the record.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // A message does not tell its writer's language; whoever has used a command before is answered in the language of that.
    private readonly MemoryCache _languages = new(new MemoryCacheOptions { SizeLimit = MostPeople });

    private readonly MemoryCache _settings = new(new MemoryCacheOptions { SizeLimit = MostGuilds });

    /// <summary>Whose articles are asked, and whose answers are kept, where this came from.</summary>
    public static GuildId GuildOf(Interaction interaction) => interaction.IsInOwnGuild ? new(interaction.GuildId!.Value.Value) : OwnOf(interaction.Invoker);

    public async Task<RequestContext> OfAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var translation = LanguageOf(interaction);
        if (interaction.Invoker is { } person)
        {
            _languages.Set(person.Id, translation, new MemoryCacheEntryOptions { Size = 1 });
        }

        var place = new RequestContext(GuildOf(interaction), interaction.ChannelId, interaction.Invoker?.Id, translation)
        {
            Parent = interaction.Channel is { IsThread: true } thread ? thread.ParentId : null,
        };
        place = await WithSettingsAsync(place, cancellationToken);
        var isManager = interaction.Member?.Permissions is { } may && (may & (Permissions.ManageGuild | Permissions.Administrator)) != 0;
        return place with { IsManager = isManager, MayAdd = isManager || MayAdd(interaction.Member, place.Settings) };
    }

    public Task<RequestContext> OfAsync(Message message, CancellationToken cancellationToken)
    {
        var translation = message.Author is { } writer && _languages.TryGetValue(writer.Id, out Translation? known) ? known : null;
        var guild = message.GuildId is { } server ? new GuildId(server.Value) : OwnOf(message.Author);
        return WithSettingsAsync(new RequestContext(guild, message.ChannelId, message.Author?.Id, translation ?? Translation.Default), cancellationToken);
    }

    /// <summary>What is said in a place when an interaction fails: in the person's language where the record does not say at once what is spoken there.</summary>
    public async ValueTask<InteractionSentences> SentencesAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.IsInOwnGuild)
        {
            try
            {
                if ((await SettingsAsync(GuildOf(interaction), cancellationToken).WaitAsync(Patience, time, cancellationToken)).Language is { } language)
                {
                    return Translation.For(language).Sentences;
                }
            }
            catch (Exception unavailable) when (unavailable is OperatorException or DbException or TimeoutException)
            {
                // The person understands their own language in any case.
            }
        }

        return LanguageOf(interaction).Sentences;
    }

    /// <summary>To be called when a guild's settings have been changed by this process.</summary>
    public void Changed(GuildId guild) => _settings.Remove(guild);

    public void Dispose()
    {
        _languages.Dispose();
        _settings.Dispose();
    }

    private static Translation LanguageOf(Interaction interaction) => Translation.For(interaction.Locale ?? interaction.GuildLocale);

    private static bool MayAdd(Member? member, GuildSettings settings) => member is not null && settings.Adding switch
    {
        Adding.Everyone => true,
        Adding.Role => settings.AddingRole is { } role && member.Roles.Contains(new Snowflake(role)),
        _ => false,
    };

    private async Task<RequestContext> WithSettingsAsync(RequestContext place, CancellationToken cancellationToken)
    {
        if (!place.IsServer)
        {
            return place;
        }

        var set = await SettingsAsync(place.Guild, cancellationToken);
        return place with { Settings = set, Translation = set.Language is { } language ? Translation.For(language) : place.Translation };
    }

    /// <summary>Those who ask at the same time share one look into the record.</summary>
    private async Task<GuildSettings> SettingsAsync(GuildId guild, CancellationToken cancellationToken)
    {
        var (_, look) = _settings.TryGetValue(guild, out (long At, Task<GuildSettings> Look) known) && !known.Look.IsFaulted && time.GetElapsedTime(known.At) < SettingsKept
            ? known
            : _settings.Set(guild, (time.GetTimestamp(), settings.GetAsync(guild, CancellationToken.None)), new MemoryCacheEntryOptions { Size = 1 });
        return await look.WaitAsync(cancellationToken);
    }

    private static GuildId OwnOf(User? person) => person is null ? GuildId.Everyone : GuildId.OfPerson(person.Id.Value);
}
