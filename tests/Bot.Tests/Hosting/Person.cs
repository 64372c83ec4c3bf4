using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;

namespace Bot.Tests.Hosting;

/// <summary>Somebody in Discord who types commands and presses what the bot shows.</summary>
internal sealed class Person(HostedBot bot, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Locale { get; init; } = "en-US";

    /// <summary>Null for FakeDiscord's own user.</summary>
    public ulong? Id { get; init; }

    /// <summary>What the person may do in the channel; null for everything.</summary>
    public string? Permissions { get; init; }

    public async Task<FakeInteraction> UseAsync(string command, params (string Name, JsonNode Value)[] options)
    {
        var filled = options.Select(option => (JsonNode)new JsonObject
        {
            ["name"] = option.Name,
            ["type"] = option.Value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? 5 : 3,
            ["value"] = option.Value,
        });
        return await ReadAsync(FakePayloads.Command(bot.Discord, command, [.. filled]));
    }

    /// <summary>Uses a command in the menu of somebody's message.</summary>
    public Task<FakeInteraction> UseMenuAsync(string command, string content) => DoAsync(Menu(command, content));

    /// <param name="label">Label or emoji of the button.</param>
    public Task<FakeInteraction> PressAsync(JsonObject message, string label) => DoAsync(Component(message, Find(message, label), []));

    public Task<FakeInteraction> ChooseAsync(JsonObject message, string value) =>
        DoAsync(Component(message, Descend(message).Single(component => component["type"]!.GetValue<int>() == 3), [value]));

    /// <summary>Fills in the form that a press has opened.</summary>
    public async Task<FakeInteraction> SubmitAsync(FakeInteraction opened, params (string Id, string Value)[] fields)
    {
        Assert.Equal(9, opened.Callback!["type"]!.GetValue<int>());
        var payload = FakePayloads.Interaction(bot.Discord, InteractionType.ModalSubmit);
        payload["message"] = opened.Payload["message"]?.DeepClone();
        payload["data"] = new JsonObject
        {
            ["custom_id"] = opened.Callback["data"]!["custom_id"]!.DeepClone(),
            ["components"] = new JsonArray([.. fields.Select(field => new JsonObject
            {
                ["type"] = 18,
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = field.Id, ["value"] = field.Value },
            })]),
        };
        return await ReadAsync(payload);
    }

    /// <summary>The message that stands last under an interaction, where the buttons are.</summary>
    public static JsonObject LastOf(FakeInteraction interaction) => interaction.FollowUps is [.., var last] ? last : interaction.Original!;

    /// <summary>Labels or, where there is none, emoji of all buttons under a message.</summary>
    public static IReadOnlyList<string> ButtonsOf(JsonObject message) =>
        [.. Descend(message).Where(component => component["type"]!.GetValue<int>() == 2).Select(Name)];

    private async Task<FakeInteraction> ReadAsync(JsonObject payload)
    {
        var interaction = await DoAsync(payload);
        await interaction.Answered.WaitAsync(Patience, cancellationToken);
        return interaction;
    }

    /// <summary>The direct conversation in which everything is done; null for the guild.</summary>
    public Snowflake? IsDirect { get; init; }

    /// <summary>Whether the person alone has installed the bot, which is no member of the guild.</summary>
    public bool IsOnlyInstaller { get; init; }

    private async Task<FakeInteraction> DoAsync(JsonObject payload)
    {
        payload["locale"] = Locale;
        var user = payload["member"]!["user"]!;
        if (IsOnlyInstaller)
        {
            payload["authorizing_integration_owners"] = new JsonObject { ["1"] = user["id"]!.DeepClone() };
        }
        if (Id is { } id)
        {
            payload["member"]!["user"]!["id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Permissions is not null)
        {
            payload["member"]!["permissions"] = Permissions;
        }

        if (IsDirect is { } direct)
        {
            payload["user"] = payload["member"]!["user"]!.DeepClone();
            payload["channel_id"] = direct.ToString();
            payload["context"] = 1;
            payload["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
            foreach (var ofGuild in (string[])["guild_id", "guild", "member", "channel"])
            {
                payload.Remove(ofGuild);
            }
        }

        var interaction = await bot.InteractAsync(payload, cancellationToken);
        await interaction.Acknowledged.WaitAsync(Patience, cancellationToken);
        if (interaction.Callback!["type"]!.GetValue<int>() is not (6 or 8 or 9))
        {
            await interaction.Answered.WaitAsync(Patience, cancellationToken);
        }

        return interaction;
    }

    private JsonObject Menu(string command, string content)
    {
        var message = FakePayloads.Message(bot.Discord, content);
        var payload = FakePayloads.Interaction(bot.Discord, InteractionType.ApplicationCommand);
        var id = message["id"]!.GetValue<string>();
        payload["data"] = new JsonObject
        {
            ["id"] = "1500000000000000002",
            ["name"] = command,
            ["type"] = 3,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message } },
        };
        return payload;
    }

    private JsonObject Component(JsonObject message, JsonObject component, IReadOnlyList<string> values)
    {
        Assert.NotEqual(true, component["disabled"]?.GetValue<bool>());
        var payload = FakePayloads.Interaction(bot.Discord, InteractionType.MessageComponent);
        payload["message"] = message.DeepClone();
        payload["data"] = new JsonObject
        {
            ["custom_id"] = component["custom_id"]!.DeepClone(),
            ["component_type"] = component["type"]!.DeepClone(),
            ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
        };
        return payload;
    }

    private static JsonObject Find(JsonObject message, string label) =>
        Descend(message).FirstOrDefault(component => component["label"]?.GetValue<string>() == label || component["emoji"]?["name"]?.GetValue<string>() == label)
        ?? throw new InvalidOperationException($"There is no “{label}” among: {string.Join(", ", ButtonsOf(message))}.");

    private static string Name(JsonObject button) => button["label"]?.GetValue<string>() ?? button["emoji"]!["name"]!.GetValue<string>();

    private static IEnumerable<JsonObject> Descend(JsonObject message) => FakeMessage.Components(message);
}
