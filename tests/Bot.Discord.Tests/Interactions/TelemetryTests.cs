using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Rest;

namespace Bot.Discord.Tests.Interactions;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Spans_name_routes_and_commands_and_hold_no_token()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command(
            "spanned", (call, cancellationToken) => call.ReplyAsync(new OutgoingMessage { Content = "answer" }, cancellationToken)));

        var known = bot.Interact(bot.Command("spanned"));
        await bot.FinishAsync();

        var span = ended.Single(activity => activity.Source.Name == "Bot.Discord" && (string?)activity.GetTagItem("discord.interaction.command") == "spanned");
        var call = Assert.Single(ended, activity => activity.TraceId == span.TraceId && (string?)activity.GetTagItem("url.template") == "interactions/{interaction}/{token}/callback");
        Assert.Equal(204, call.GetTagItem("http.response.status_code"));
        var everything = ended.Where(activity => activity.TraceId == span.TraceId && activity.Kind != ActivityKind.Server || activity == span)
            .SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Value}").Append(activity.DisplayName));
        Assert.DoesNotContain(everything, text => text.Contains(known.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_what_becomes_of_interactions()
    {
        var counted = new ConcurrentQueue<string>();
        using var meters = new TestMeters();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == meters)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Enqueue($"{instrument.Name} {value} {(tags.Length > 0 ? tags[0].Value : "")}"));
        listener.Start();
        await using var rest = await RestFixture.StartAsync();
        using var worker = new InteractionWorker(
            rest.Rest,
            new InteractionHandlers().Command("ask", (call, cancellationToken) => call.ReplyAsync(new OutgoingMessage { Content = "answer" }, cancellationToken)),
            WorkerFixture.CustomIds,
            new InMemoryInteractionRecord(TimeProvider.System),
            new InteractionWorkerOptions(),
            TimeProvider.System,
            rest.CreateLogger<InteractionWorker>(),
            meters);
        var (interaction, _) = rest.Interact();

        worker.TryStart(interaction);
        worker.TryStart(interaction);
        await worker.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, counted.Count(line => line == "discord.interactions.received 1 ApplicationCommand"));
        Assert.Contains("discord.interactions.ended 1 duplicate", counted);
        Assert.Contains("discord.interactions.ended 1 answered", counted);
        Assert.Contains("discord.interactions.in_flight -1 ", counted);
    }

    private sealed class TestMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(new MeterOptions(options.Name) { Scope = this });

        public void Dispose()
        {
        }
    }
}
