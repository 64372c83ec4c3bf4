using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Rest;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;

namespace Bot.Discord.Tests.Interactions;

/// <summary>A worker with handlers of the test's choice, answering to a Discord on loopback.</summary>
internal sealed class WorkerFixture : IAsyncDisposable
{
    private readonly RestFixture _rest;

    private WorkerFixture(RestFixture rest, InteractionHandlers handlers, IInteractionClaims? claims, InteractionWorkerOptions options, TimeProvider time, IUnfinishedInteractions? unfinished)
    {
        _rest = rest;
        Worker = new InteractionWorker(rest.Rest, handlers, CustomIds, claims ?? new InMemoryInteractionClaims(time), options, time, rest.CreateLogger<InteractionWorker>(), unfinished: unfinished);
    }

    public static SignedCustomIds CustomIds { get; } = new("a bot token");

    public InteractionWorker Worker { get; }

    public FakeDiscord Discord => _rest.Discord;

    public DiscordRest Rest => _rest.Rest;

    public IReadOnlyCollection<string> Logged => _rest.Logged;

    public static async Task<WorkerFixture> StartAsync(
        InteractionHandlers handlers,
        InteractionWorkerOptions? options = null,
        IInteractionClaims? claims = null,
        TimeProvider? time = null,
        FakeDiscordOptions? server = null,
        IUnfinishedInteractions? unfinished = null) =>
        new(await RestFixture.StartAsync(server: server), handlers, claims, options ?? new InteractionWorkerOptions(), time ?? TimeProvider.System, unfinished);

    /// <summary>Somebody acts and the worker is told.</summary>
    public FakeInteraction Interact(JsonObject payload)
    {
        var known = Discord.Rest.Register(payload);
        Deliver(known);
        return known;
    }

    /// <summary>Tells the worker, perhaps again.</summary>
    public bool Deliver(FakeInteraction known) => Worker.TryStart(known.Payload.Deserialize(DiscordJson.Default.Interaction)!);

    public JsonObject Command(string name, params JsonNode[] options) => FakePayloads.Command(Discord, name, options);

    /// <summary>A click on a component of a message of the bot.</summary>
    public JsonObject Click(string customId)
    {
        var payload = FakePayloads.Interaction(Discord, InteractionType.MessageComponent);
        payload["data"] = new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 };
        payload["message"] = new JsonObject { ["id"] = "77", ["channel_id"] = Discord.Options.ChannelId.ToString(), ["content"] = "before", ["flags"] = 0 };
        return payload;
    }

    /// <summary>Waits until every interaction has ended.</summary>
    public Task FinishAsync() => Worker.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(CancellationToken.None);
        Worker.Dispose();
        await _rest.DisposeAsync();
    }
}
