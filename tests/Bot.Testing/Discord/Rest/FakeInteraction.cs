using System.Text.Json.Nodes;
using Bot.Discord.Model;

namespace Bot.Testing.Discord.Rest;

/// <summary>An interaction and what the bot has answered to it.</summary>
public sealed class FakeInteraction
{
    private static readonly TimeSpan FirstAnswerTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly FakeDiscord _discord;
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _followUps = [];
    private readonly TaskCompletionSource _acknowledgement = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<JsonObject> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal FakeInteraction(FakeDiscord discord, JsonObject payload)
    {
        _discord = discord;
        Payload = payload;
        Id = payload["id"]!.GetValue<string>();
        Token = payload["token"]!.GetValue<string>();
        Type = (InteractionType)payload["type"]!.GetValue<int>();
        SentAt = discord.Options.Time.GetUtcNow();
    }

    public JsonObject Payload { get; }

    public string Id { get; }

    public string Token { get; }

    public InteractionType Type { get; }

    public DateTimeOffset SentAt { get; }

    /// <summary>Body of the accepted first answer.</summary>
    public JsonObject? Callback { get; private set; }

    /// <summary>From sending to the accepted first answer.</summary>
    public TimeSpan? AcknowledgedAfter { get; private set; }

    /// <summary>First answers that came, refused ones included.</summary>
    public int CallbackAttempts { get; private set; }

    /// <summary>The reply as it stands; null while there is none.</summary>
    public JsonObject? Original { get; private set; }

    public IReadOnlyList<JsonObject> FollowUps => _followUps;

    /// <summary>Makes Discord forget the token, as it sometimes does.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>Completes when the first answer is accepted.</summary>
    public Task Acknowledged => _acknowledgement.Task;

    /// <summary>Completes with the first message that the person can read.</summary>
    public Task<JsonObject> Answered => _answer.Task;

    /// <summary>Text of the reply as it stands; of what came after it where the reply has been taken back.</summary>
    public string? Content => Shown is { } message ? FakeMessage.TextOf(message) : null;

    public bool IsEphemeral => ((Shown?["flags"]?.GetValue<int>() ?? 0) & (int)MessageFlags.Ephemeral) != 0;

    /// <summary>The reply, or what came after it where the reply has been taken back.</summary>
    private JsonObject? Shown => Original ?? _followUps.LastOrDefault();

    internal FakeAnswer Respond(FakeRequest request)
    {
        lock (_gate)
        {
            CallbackAttempts++;
            if (Callback is not null)
            {
                return FakeAnswer.Error(400, 40060, "Interaction has already been acknowledged.");
            }

            var age = _discord.Options.Time.GetUtcNow() - SentAt;
            if (age > FirstAnswerTime || IsForgotten)
            {
                return FakeAnswer.Error(404, 10062, "Unknown interaction");
            }

            if (request.Body is not JsonObject body || body["type"]?.GetValue<int>() is not { } type)
            {
                return FakeAnswer.Form("type", "BASE_TYPE_REQUIRED");
            }

            if (!Allows(type))
            {
                return FakeAnswer.Form("type", "INTERACTION_CALLBACK_TYPE_INVALID");
            }

            var data = body["data"] as JsonObject;
            if (FakeRules.CheckCallback(type, data, request.Files, Payload["message"] as JsonObject) is { } wrong)
            {
                return wrong;
            }

            Callback = body;
            AcknowledgedAfter = age;
            Original = type switch
            {
                4 => Create(data!, request.Files),
                5 => Create(new JsonObject { ["content"] = "", ["flags"] = (data?["flags"]?.GetValue<int>() ?? 0) | (int)MessageFlags.Loading }, request.Files),
                6 or 7 => (JsonObject?)Payload["message"]?.DeepClone(),
                _ => null,
            };
            if (type == 7)
            {
                FakeChannels.Merge(Original!, data!);
            }

            _acknowledgement.TrySetResult();
            if (type is 4 or 7)
            {
                _answer.TrySetResult(Original!);
            }

            return FakeAnswer.NoContent;
        }
    }

    internal FakeAnswer Edit(string id, FakeRequest request)
    {
        lock (_gate)
        {
            if (Refusal() is { } refused)
            {
                return refused;
            }

            if (Find(id) is not { } message)
            {
                return FakeAnswer.Error(404, 10008, "Unknown Message");
            }

            if (request.Method == "GET")
            {
                return FakeAnswer.Ok(message.DeepClone());
            }

            if (request.Method == "DELETE")
            {
                Remove(message);
                return FakeAnswer.NoContent;
            }

            var change = (JsonObject)request.Body!;
            if (FakeRules.CheckMessage(change, request.Files, FakeRules.Place.Edit, message) is { } wrong)
            {
                return wrong;
            }

            FakeChannels.Merge(message, change);
            message["flags"] = message["flags"]!.GetValue<int>() & ~(int)MessageFlags.Loading;
            _answer.TrySetResult(message);
            return FakeAnswer.Ok(message.DeepClone());
        }
    }

    internal FakeAnswer FollowUp(FakeRequest request)
    {
        lock (_gate)
        {
            if (Refusal() is { } refused)
            {
                return refused;
            }

            var body = (JsonObject)request.Body!;
            if (FakeRules.CheckMessage(body, request.Files, FakeRules.Place.Interaction, null) is { } wrong)
            {
                return wrong;
            }

            var message = Create(body, request.Files);
            _followUps.Add(message);
            _answer.TrySetResult(message);
            return FakeAnswer.Ok(message.DeepClone());
        }
    }

    private FakeAnswer? Refusal() =>
        IsForgotten || Callback is null ? FakeAnswer.Error(404, 10015, "Unknown Webhook")
        : _discord.Options.Time.GetUtcNow() - SentAt > TokenLife ? FakeAnswer.Error(401, 50027, "Invalid Webhook Token")
        : null;

    private bool Allows(int type) => Type switch
    {
        InteractionType.ApplicationCommandAutocomplete => type == 8,
        InteractionType.ApplicationCommand => type is 4 or 5 or 9 or 12,
        InteractionType.MessageComponent => type is 4 or 5 or 6 or 7 or 9 or 12,
        InteractionType.ModalSubmit => type is 4 or 5 || (type is 6 or 7 && Payload["message"] is not null),
        _ => false,
    };

    private JsonObject? Find(string id) => id == "@original" ? Original : _followUps.Find(message => message["id"]!.GetValue<string>() == id);

    private void Remove(JsonObject message)
    {
        if (!_followUps.Remove(message))
        {
            Original = null;
        }
    }

    private JsonObject Create(JsonObject data, IReadOnlyDictionary<string, FakeFile> files)
    {
        var message = _discord.Rest.Channels.Create(Payload["channel_id"]?.GetValue<string>() ?? "0", data, files, store: false);
        message["webhook_id"] = _discord.Options.ApplicationId.ToString();
        message["application_id"] = _discord.Options.ApplicationId.ToString();
        return message;
    }
}

/// <summary>The routes whose credential is an interaction's token.</summary>
internal static class FakeWebhooks
{
    public static void Map(FakeRest rest, Action<string, string, Func<FakeRequest, FakeAnswer>> map)
    {
        map("POST", "/interactions/{interaction_id}/{interaction_token}/callback", request =>
            rest.FindInteraction(request["interaction_id"]) is { } interaction && interaction.Token == request["interaction_token"]
                ? interaction.Respond(request)
                : FakeAnswer.Error(404, 10062, "Unknown interaction"));
        map("POST", "/webhooks/{webhook_id}/{webhook_token}", request => With(rest, request, interaction => interaction.FollowUp(request)));
        foreach (var method in (string[])["GET", "PATCH", "DELETE"])
        {
            map(method, "/webhooks/{webhook_id}/{webhook_token}/messages/@original", request => With(rest, request, interaction => interaction.Edit("@original", request)));
            map(method, "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", request =>
                With(rest, request, interaction => interaction.Edit(request["message_id"], request)));
        }
    }

    private static FakeAnswer With(FakeRest rest, FakeRequest request, Func<FakeInteraction, FakeAnswer> answer) =>
        rest.FindWebhook(request["webhook_token"]) is { } interaction ? answer(interaction) : FakeAnswer.Error(404, 10015, "Unknown Webhook");
}
