using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Discord.Model;

namespace Bot.Testing.Discord.Rest;

/// <summary>Channels, threads and direct conversations with the bot's messages in them.</summary>
public sealed class FakeChannels
{
    private const int EditableFlags = (int)(MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2);

    private readonly FakeDiscord _discord;
    private readonly ConcurrentDictionary<string, JsonObject> _channels = new();
    private readonly ConcurrentDictionary<string, JsonObject> _messages = new();
    private readonly ConcurrentDictionary<string, JsonObject> _said = new();
    private readonly ConcurrentDictionary<string, JsonObject> _byNonce = new();
    private readonly ConcurrentDictionary<string, string> _direct = new();
    private readonly ConcurrentQueue<string> _typing = new();

    internal FakeChannels(FakeDiscord discord)
    {
        _discord = discord;
        Add(discord.Options.ChannelId.ToString(), ChannelType.GuildText, "general");
    }

    /// <summary>Messages the bot has posted, oldest first.</summary>
    public IReadOnlyList<JsonObject> Messages => [.. _messages.Values.OrderBy(message => Snowflake.Parse(message["id"]!.GetValue<string>()))];

    /// <summary>Channels in which the bot was seen typing.</summary>
    public IReadOnlyCollection<string> Typing => _typing;

    /// <summary>What the bot lacks in every channel; null when it lacks nothing. 50001 without access, 50013 without permission.</summary>
    public int? RefusesWith { get; set; }

    /// <summary>Whether the bot may read what was written before, without which it may not reply to it.</summary>
    public bool AllowsHistory { get; set; } = true;

    /// <summary>A thread that somebody starts, under a message if the id is that message's.</summary>
    public void AddThread(Snowflake id, Snowflake parent) => Add(id.ToString(), ChannelType.PublicThread, "thread")["parent_id"] = parent.ToString();

    /// <summary>A direct conversation that somebody begins.</summary>
    public void AddDirect(Snowflake id) => Add(id.ToString(), ChannelType.Dm, null);

    /// <summary>Remembers what somebody has written.</summary>
    internal void Keep(JsonObject said) => _said[said["id"]!.GetValue<string>()] = said;

    /// <summary>Copies the fields of a change over a message.</summary>
    internal static void Merge(JsonObject message, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            if (name is "content" or "embeds" or "components" or "attachments")
            {
                message[name] = value?.DeepClone();
            }
            else if (name is "flags")
            {
                // Who sees a message is decided once and for all.
                message[name] = (message[name]?.GetValue<int>() & ~EditableFlags ?? 0) | (value!.GetValue<int>() & EditableFlags);
            }
        }

        message["edited_timestamp"] = "2026-11-22T00:00:00.000000+00:00";
    }

    internal void Map(Action<string, string, Func<FakeRequest, FakeAnswer>> map)
    {
        map("GET", "/channels/{channel_id}", request => InChannel(request, channel => FakeAnswer.Ok(channel.DeepClone())));
        map("POST", "/channels/{channel_id}/typing", request => InChannel(request, _ =>
        {
            _typing.Enqueue(request["channel_id"]);
            return FakeAnswer.NoContent;
        }));
        map("POST", "/channels/{channel_id}/messages", request => InChannel(request, _ => Post(request)));
        map("GET", "/channels/{channel_id}/messages", request => InChannel(request, _ => FakeAnswer.Ok(Since(request))));
        map("GET", "/channels/{channel_id}/messages/{message_id}", request => WithMessage(request, message => FakeAnswer.Ok(message.DeepClone())));
        map("PATCH", "/channels/{channel_id}/messages/{message_id}", request => WithMessage(request, message =>
        {
            if (FakeRules.CheckMessage((JsonObject)request.Body!, request.Files, FakeRules.Place.Edit, message) is { } wrong)
            {
                return wrong;
            }

            Merge(message, (JsonObject)request.Body!);
            return FakeAnswer.Ok(message.DeepClone());
        }));
        map("DELETE", "/channels/{channel_id}/messages/{message_id}", request => WithMessage(request, message =>
        {
            _messages.TryRemove(message["id"]!.GetValue<string>(), out _);
            return FakeAnswer.NoContent;
        }));
        map("POST", "/channels/{channel_id}/messages/{message_id}/threads", request => InChannel(request, _ => _channels.ContainsKey(request["message_id"])
            ? FakeAnswer.Error(400, 160004, "A thread has already been created for this message")
            : StartThread(request, request["message_id"])));
        map("POST", "/channels/{channel_id}/threads", request => InChannel(request, _ => StartThread(request, _discord.NextId().ToString())));
        map("POST", "/users/@me/channels", request =>
            FakeAnswer.Ok(Add(_direct.GetOrAdd(request.Body!["recipient_id"]!.GetValue<string>(), _ => _discord.NextId().ToString()), ChannelType.Dm, null).DeepClone()));
    }

    internal JsonObject Create(string channel, JsonObject body, IReadOnlyDictionary<string, FakeFile> files, bool store = true)
    {
        var message = new JsonObject
        {
            ["id"] = _discord.NextId().ToString(),
            ["channel_id"] = channel,
            ["type"] = 0,
            ["author"] = FakePayloads.BotUser(_discord.Options),
            ["content"] = body["content"]?.DeepClone() ?? "",
            ["embeds"] = body["embeds"]?.DeepClone() ?? new JsonArray(),
            ["components"] = body["components"]?.DeepClone() ?? new JsonArray(),
            ["flags"] = body["flags"]?.GetValue<int>() ?? 0,
            ["attachments"] = new JsonArray([.. files.Values.Select(file => new JsonObject
            {
                ["id"] = _discord.NextId().ToString(),
                ["filename"] = file.Name,
                ["size"] = file.Length,
                ["content_type"] = file.ContentType,
                ["url"] = $"https://cdn.invalid/{file.Name}",
                ["proxy_url"] = $"https://cdn.invalid/{file.Name}",
            })]),
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = false,
            ["pinned"] = false,
            ["tts"] = false,
            ["timestamp"] = _discord.Options.Time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture),
            ["edited_timestamp"] = null,
        };
        if (body["message_reference"] is JsonObject reference)
        {
            message["type"] = 19;
            message["message_reference"] = reference.DeepClone();
        }

        if (store)
        {
            _messages[message["id"]!.GetValue<string>()] = message;
        }

        return message;
    }

    private FakeAnswer Post(FakeRequest request)
    {
        var body = (JsonObject)request.Body!;
        if (FakeRules.CheckMessage(body, request.Files, FakeRules.Place.Channel, null) is { } wrong)
        {
            return wrong;
        }

        if (!AllowsHistory && body["message_reference"] is not null)
        {
            return FakeAnswer.Error(403, 160002, "Cannot reply without permission to read message history");
        }

        if (body["enforce_nonce"]?.GetValue<bool>() != true || body["nonce"] is not { } nonce)
        {
            return FakeAnswer.Ok(Create(request["channel_id"], body, request.Files).DeepClone());
        }

        lock (_byNonce)
        {
            return FakeAnswer.Ok(_byNonce.GetOrAdd($"{request["channel_id"]} {nonce}", _ => Create(request["channel_id"], body, request.Files)).DeepClone());
        }
    }

    /// <summary>Newest first, as Discord lists them; nothing for a bot that may not read what was written before.</summary>
    private JsonArray Since(FakeRequest request)
    {
        var after = Snowflake.Parse(request.Query["after"]);
        var limit = int.Parse(request.Query["limit"], CultureInfo.InvariantCulture);
        return
        [
            .. _said.Values.Concat(_messages.Values)
                .Where(message => AllowsHistory && message["channel_id"]!.GetValue<string>() == request["channel_id"])
                .OrderBy(IdOf).Where(message => IdOf(message).Value > after.Value).Take(limit).Reverse().Select(message => message.DeepClone()),
        ];

        static Snowflake IdOf(JsonObject message) => Snowflake.Parse(message["id"]!.GetValue<string>());
    }

    private FakeAnswer StartThread(FakeRequest request, string id)
    {
        var body = (JsonObject)request.Body!;
        var name = body["name"]?.GetValue<string>() ?? "";
        if (name.Length is 0 or > 100)
        {
            return FakeAnswer.Form("name", "BASE_TYPE_BAD_LENGTH");
        }

        if (body["auto_archive_duration"]?.GetValue<int>() is { } minutes && minutes is not (60 or 1440 or 4320 or 10080))
        {
            return FakeAnswer.Form("auto_archive_duration", "BASE_TYPE_CHOICES");
        }

        var thread = Add(id, (ChannelType)(body["type"]?.GetValue<int>() ?? (int)(request["message_id"].Length > 0 ? ChannelType.PublicThread : ChannelType.PrivateThread)), name);
        thread["parent_id"] = request["channel_id"];
        thread["thread_metadata"] = new JsonObject { ["archived"] = false, ["locked"] = false, ["auto_archive_duration"] = 1440 };
        return FakeAnswer.Ok(thread.DeepClone(), 201);
    }

    private JsonObject Add(string id, ChannelType type, string? name) => _channels.GetOrAdd(id, _ => new JsonObject
    {
        ["id"] = id,
        ["type"] = (int)type,
        ["guild_id"] = type == ChannelType.Dm ? null : _discord.Options.GuildId.ToString(),
        ["name"] = name,
        ["position"] = 0,
        ["permission_overwrites"] = new JsonArray(),
        ["nsfw"] = false,
        ["parent_id"] = null,
        ["last_message_id"] = null,
        ["flags"] = 0,
    });

    private FakeAnswer InChannel(FakeRequest request, Func<JsonObject, FakeAnswer> answer) =>
        !_channels.TryGetValue(request["channel_id"], out var channel) ? FakeAnswer.Error(404, 10003, "Unknown Channel")
        : RefusesWith is { } code ? FakeAnswer.Error(403, code, "Missing Access")
        : answer(channel);

    private FakeAnswer WithMessage(FakeRequest request, Func<JsonObject, FakeAnswer> answer) => InChannel(request, _ =>
        _messages.TryGetValue(request["message_id"], out var message) || (request.Method == "GET" && _said.TryGetValue(request["message_id"], out message))
            ? answer(message)
            : FakeAnswer.Error(404, 10008, "Unknown Message"));
}
