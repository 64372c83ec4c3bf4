using System.Text.Json.Nodes;
using Bot.Discord.Model;

namespace Bot.Testing.Discord;

/// <summary>Payloads as Discord sends them, with more fields than the bot reads.</summary>
public static class FakePayloads
{
    /// <summary>The role that Discord made for the bot in every guild.</summary>
    public static Snowflake BotRole { get; } = new(1_600_000_000_000_000_001);

    private static JsonObject OwnRole() => new()
    {
        ["id"] = BotRole.ToString(),
        ["name"] = "fakebot",
        ["permissions"] = "0",
        ["tags"] = new JsonObject { ["bot_id"] = new FakeDiscordOptions().ApplicationId.ToString() },
    };

    public static JsonObject BotUser(FakeDiscordOptions options) => new()
    {
        ["id"] = options.ApplicationId.ToString(),
        ["username"] = "fakebot",
        ["discriminator"] = "0",
        ["global_name"] = null,
        ["avatar"] = null,
        ["bot"] = true,
        ["verified"] = true,
        ["mfa_enabled"] = true,
        ["flags"] = 0,
        ["primary_guild"] = null,
    };

    public static JsonObject User(FakeDiscordOptions options) => new()
    {
        ["id"] = options.UserId.ToString(),
        ["username"] = "alice",
        ["discriminator"] = "0",
        ["global_name"] = "Alice",
        ["avatar"] = null,
        ["bot"] = false,
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["primary_guild"] = null,
    };

    public static JsonObject Guild(Snowflake? id, int channels = 1) => new()
    {
        ["id"] = id.ToString(),
        ["name"] = $"guild {id}",
        ["icon"] = null,
        ["owner_id"] = "1400000000000000001",
        ["preferred_locale"] = "en-US",
        ["features"] = new JsonArray("COMMUNITY", "NEWS"),
        ["emojis"] = new JsonArray(),
        ["roles"] = new JsonArray(new JsonObject { ["id"] = id.ToString(), ["name"] = "@everyone", ["permissions"] = "2248473465835073" }, OwnRole()),
        ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
        ["large"] = false,
        ["member_count"] = 42,
        ["members"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["threads"] = new JsonArray(),
        ["channels"] = new JsonArray([.. Enumerable.Range(0, channels).Select(n => new JsonObject
        {
            ["id"] = (id!.Value.Value + (ulong)n + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["type"] = 0,
            ["name"] = $"channel-{n}",
            ["position"] = n,
            ["topic"] = "What this channel is for, in a sentence of the usual length.",
            ["nsfw"] = false,
            ["last_message_id"] = null,
            ["parent_id"] = null,
            ["rate_limit_per_user"] = 0,
            ["flags"] = 0,
            ["permission_overwrites"] = new JsonArray(
                new JsonObject { ["id"] = id.ToString(), ["type"] = 0, ["allow"] = "1024", ["deny"] = "2048" }),
        })]),
        ["unavailable"] = false,
    };

    /// <summary>A message of the options' user in the options' channel.</summary>
    public static JsonObject Message(FakeDiscord discord, string content) => new()
    {
        ["id"] = discord.NextId().ToString(),
        ["channel_id"] = discord.Options.ChannelId.ToString(),
        ["guild_id"] = discord.Options.GuildId.ToString(),
        ["author"] = User(discord.Options),
        ["member"] = new JsonObject { ["nick"] = null, ["roles"] = new JsonArray(), ["joined_at"] = "2026-01-01T00:00:00.000000+00:00" },
        ["content"] = content,
        ["timestamp"] = "2026-02-01T12:00:00.000000+00:00",
        ["edited_timestamp"] = null,
        ["tts"] = false,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["components"] = new JsonArray(),
        ["pinned"] = false,
        ["type"] = 0,
        ["flags"] = 0,
        ["nonce"] = "1",
    };

    /// <summary>A slash command used by the options' user in the options' guild and channel.</summary>
    public static JsonObject Command(FakeDiscord discord, string name, params JsonNode[] options)
    {
        var interaction = Interaction(discord, InteractionType.ApplicationCommand);
        interaction["data"] = new JsonObject
        {
            ["id"] = "1500000000000000001",
            ["name"] = name,
            ["type"] = 1,
            ["options"] = new JsonArray(options),
        };
        return interaction;
    }

    /// <summary>An interaction in the options' guild without <c>data</c>.</summary>
    public static JsonObject Interaction(FakeDiscord discord, InteractionType type)
    {
        var options = discord.Options;
        var id = discord.NextId();
        return new JsonObject
        {
            ["id"] = id.ToString(),
            ["application_id"] = options.ApplicationId.ToString(),
            ["type"] = (int)type,
            ["guild"] = new JsonObject { ["id"] = options.GuildId.ToString(), ["locale"] = "en-US", ["features"] = new JsonArray() },
            ["guild_id"] = options.GuildId.ToString(),
            ["channel"] = new JsonObject
            {
                ["id"] = options.ChannelId.ToString(),
                ["guild_id"] = options.GuildId.ToString(),
                ["type"] = 0,
                ["name"] = "general",
                ["position"] = 0,
                ["permissions"] = "9007199254740991",
                ["flags"] = 0,
            },
            ["channel_id"] = options.ChannelId.ToString(),
            ["member"] = new JsonObject
            {
                ["user"] = User(options),
                ["nick"] = null,
                ["roles"] = new JsonArray(),
                ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
                ["deaf"] = false,
                ["mute"] = false,
                ["permissions"] = "9007199254740991",
            },
            ["token"] = $"interaction-token-{id}",
            ["version"] = 1,
            ["app_permissions"] = "9007199254740991",
            ["locale"] = "en-US",
            ["guild_locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = options.GuildId.ToString() },
            ["context"] = 0,
            ["attachment_size_limit"] = 10_485_760,
        };
    }
}
