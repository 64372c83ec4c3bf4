using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;

namespace Bot.Tests.Operations;

/// <summary>Somebody in a guild, with roles and permissions, who uses commands and presses buttons.</summary>
internal sealed record Member(FakeDiscord Discord, CancellationToken CancellationToken)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public ulong Id { get; init; } = 1_400_000_000_000_000_001;

    public ulong? Guild { get; init; }

    public ulong? Channel { get; init; }

    /// <summary>The channel that <see cref="Channel"/> is a thread of.</summary>
    public ulong? Parent { get; init; }

    public Permissions Permissions { get; init; } = Permissions.ViewChannel | Permissions.SendMessages;

    public IReadOnlyList<ulong> Roles { get; init; } = [];

    public string Locale { get; init; } = "en-US";

    public Member AsManager() => this with { Permissions = Permissions | Permissions.ManageGuild };

    /// <param name="path">Command, with subcommand behind a space.</param>
    public Task<FakeInteraction> UseAsync(string path, params (string Name, JsonNode Value)[] options)
    {
        var payload = Payload(InteractionType.ApplicationCommand);
        payload["data"] = Data(path, [.. options.Select(option => Option(option.Name, option.Value))]);
        return SendAsync(payload);
    }

    /// <summary>Uses a command in the menu of somebody's message.</summary>
    public Task<FakeInteraction> UseMenuAsync(string command, string content)
    {
        var message = FakePayloads.Message(Discord, content);
        var id = message["id"]!.GetValue<string>();
        var payload = Payload(InteractionType.ApplicationCommand);
        payload["data"] = new JsonObject
        {
            ["id"] = "1500000000000000002",
            ["name"] = command,
            ["type"] = 3,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message } },
        };
        return SendAsync(payload);
    }

    /// <summary>Types into an option and is shown what to choose from, by value.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> TypeAsync(string path, string option, string typed)
    {
        var payload = Payload(InteractionType.ApplicationCommandAutocomplete);
        payload["data"] = Data(path, [new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = typed, ["focused"] = true }]);
        var interaction = Discord.Interact(payload);
        await interaction.Acknowledged.WaitAsync(Patience, CancellationToken);
        return [.. interaction.Callback!["data"]!["choices"]!.AsArray().Select(choice => (choice!["name"]!.GetValue<string>(), choice["value"]!.GetValue<string>()))];
    }

    /// <param name="label">What stands on the button.</param>
    public Task<FakeInteraction> PressAsync(FakeInteraction shown, string label)
    {
        var button = FakeMessage.Components(shown.Original!).Single(component => component["label"]?.GetValue<string>() == label);
        return PressAsync(shown.Original, button["custom_id"]!.GetValue<string>());
    }

    public Task<FakeInteraction> PressAsync(JsonObject? message, string customId)
    {
        var payload = Payload(InteractionType.MessageComponent);
        payload["message"] = message?.DeepClone() ?? new JsonObject { ["id"] = "77", ["channel_id"] = payload["channel_id"]!.GetValue<string>(), ["content"] = "before", ["flags"] = 0 };
        payload["data"] = new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 };
        return SendAsync(payload);
    }

    public Task<FakeInteraction> SubmitAsync(FakeInteraction opened, params (string Id, string Value)[] fields)
    {
        var payload = Payload(InteractionType.ModalSubmit);
        payload["data"] = new JsonObject
        {
            ["custom_id"] = opened.Callback!["data"]!["custom_id"]!.GetValue<string>(),
            ["components"] = new JsonArray([.. fields.Select(field => new JsonObject
            {
                ["type"] = 18,
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = field.Id, ["value"] = field.Value },
            })]),
        };
        return SendAsync(payload);
    }

    /// <summary>Sends an interaction and waits until the person can read something, or has a form before them.</summary>
    public async Task<FakeInteraction> SendAsync(JsonObject payload)
    {
        var interaction = Discord.Interact(payload);
        await interaction.Acknowledged.WaitAsync(Patience, CancellationToken);
        if (interaction.Callback!["type"]!.GetValue<int>() is 4 or 5 or 7)
        {
            await interaction.Answered.WaitAsync(Patience, CancellationToken);
        }

        return interaction;
    }

    public JsonObject Payload(InteractionType type)
    {
        var payload = FakePayloads.Interaction(Discord, type);
        payload["locale"] = Locale;
        payload["member"]!["user"]!["id"] = Text(Id);
        payload["member"]!["permissions"] = Text((ulong)Permissions);
        payload["member"]!["roles"] = new JsonArray([.. Roles.Select(role => JsonValue.Create(Text(role)))]);
        if (Guild is { } guild)
        {
            payload["guild_id"] = Text(guild);
            payload["guild"]!["id"] = Text(guild);
        }

        if (Channel is { } channel)
        {
            payload["channel_id"] = Text(channel);
            payload["channel"]!["id"] = Text(channel);
            payload["channel"]!["type"] = Parent is null ? 0 : 11;
            payload["channel"]!["parent_id"] = Parent is { } parent ? Text(parent) : null;
        }

        return payload;
    }

    private static JsonObject Data(string path, JsonArray options)
    {
        var words = path.Split(' ');
        foreach (var inner in words.Skip(1).Reverse())
        {
            options = [new JsonObject { ["name"] = inner, ["type"] = 1, ["options"] = options }];
        }

        return new JsonObject { ["id"] = "1500000000000000001", ["name"] = words[0], ["type"] = 1, ["options"] = options };
    }

    private static JsonObject Option(string name, JsonNode value) => new()
    {
        ["name"] = name,
        ["type"] = value.GetValueKind() switch { JsonValueKind.True or JsonValueKind.False => 5, JsonValueKind.Number => 4, _ => 3 },
        ["value"] = value,
    };

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
