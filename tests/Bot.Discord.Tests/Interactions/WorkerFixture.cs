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

    private WorkerFixture(RestFixture rest, InteractionHandlers handlers, IInteractionRecord? record, InteractionWorkerOptions options, TimeProvider time, IFailureSentences? failures)
    {
        _rest = rest;
        Worker = new InteractionWorker(rest.Rest, handlers, CustomIds, record ?? new InMemoryInteractionRecord(time), options, time, rest.CreateLogger<InteractionWorker>(), failures: failures);
    }

    public static SignedCustomIds CustomIds { get; } = new("a bot token");

    public InteractionWorker Worker { get; }

    public FakeDiscord Discord => _rest.Discord;

    public DiscordRest Rest => _rest.Rest;

    public IReadOnlyCollection<string> Logged => _rest.Logged;

    public static async Task<WorkerFixture> StartAsync(
        InteractionHandlers handlers,
        InteractionWorkerOptions? options = null,
        IInteractionRecord? record = null,
        TimeProvider? time = null,
        FakeDiscordOptions? server = null,
        IFailureSentences? failures = null) =>
        new(await RestFixture.StartAsync(server: server), handlers, record, options ?? new InteractionWorkerOptions(), time ?? TimeProvider.System, failures);

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
