using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Discord.Interactions;

/// <summary>Plays a made-up command through a worker whose answers go nowhere, so that everything between an interaction and its answer is compiled and open before
/// Discord sends the first: a user waits three seconds, and the first time takes longer than all others.</summary>
/// <remarks>Claims, handlers and what they read are the real ones.</remarks>
public sealed class InteractionRehearsal(
    InteractionHandlers handlers, SignedCustomIds customIds, IInteractionRecord record, IFailureSentences failures, InteractionWorkerOptions options, TimeProvider time)
{
    /// <param name="command">One that changes nothing.</param>
    /// <returns>Completes when it has been answered, or failed to be.</returns>
    public async Task PlayAsync(string command, CancellationToken cancellationToken)
    {
        // What hangs below an activity that is not recorded is not recorded either.
        using var unrecorded = new Activity("rehearsal").SetIdFormat(ActivityIdFormat.W3C);
        unrecorded.ActivityTraceFlags = ActivityTraceFlags.None;
        unrecorded.Start();
        var meters = new NobodysMeters();
        using var rest = new DiscordRest(
            new Nowhere(), new DiscordOptions { ApiBaseUrl = new Uri("http://127.0.0.1/") }, new DiscordRestOptions(), time, () => 0, NullLogger<DiscordRest>.Instance, meters);
        using var worker = new InteractionWorker(rest, handlers, customIds, record, options, time, NullLogger<InteractionWorker>.Instance, meters, failures);
        worker.TryStart(JsonSerializer.Deserialize(Payload(command), DiscordJson.Default.Interaction)!);
        await worker.StopAsync(cancellationToken);
    }

    private string Payload(string command) => $$"""
        {"id":"{{Snowflake.At(time.GetUtcNow())}}","application_id":"1","type":2,"token":"none","version":1,"guild_id":"1","channel_id":"1","locale":"en-US",
         "member":{"user":{"id":"1","username":"nobody"},"roles":[],"permissions":"0"},"data":{"id":"1","name":"{{command}}","type":1} }
        """;

    private sealed class Nowhere : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.RequestUri!.AbsolutePath.EndsWith("/callback", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.NoContent)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"id":"1","channel_id":"1"}""", Encoding.UTF8, "application/json") });
    }

    /// <summary>What is rehearsed is not counted.</summary>
    private sealed class NobodysMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new("Bot.Discord.Rehearsal");

        public void Dispose()
        {
        }
    }
}
