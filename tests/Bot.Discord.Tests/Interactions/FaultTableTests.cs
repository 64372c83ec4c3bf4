using System.Text;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Testing.Discord.Rest;

namespace Bot.Discord.Tests.Interactions;

/// <summary>What a person reads when the REST side fails in each of its ways: one row a fault, written as a table beside the test's output.</summary>
public sealed class FaultTableTests
{
    private const string Answer = "the answer";
    private const string Callback = "/callback";
    private const string Original = "/messages/@original";
    private const int Always = int.MaxValue;

    private static readonly InteractionSentences Sentences = new();

    private static readonly FakeAnswer UnknownInteraction = FakeAnswer.Error(404, 10062, "Unknown interaction");

    /// <summary>Route struck, how many times, with what; whether the answer is private; what the person then reads, and where.</summary>
    private static readonly Row[] Rows =
    [
        new("nothing", "", 0, FakeFault.CutBefore, Answer),
        new("502 on the first answer", Callback, 2, FakeFault.With(new FakeAnswer(502, "<html>", "text/html")), Answer),
        new("500 on the first answer", Callback, 2, FakeFault.With(new FakeAnswer(500, null)), Answer),
        new("connection cut before the first answer", Callback, 2, FakeFault.CutBefore, Answer),
        new("confirmation of the first answer lost", Callback, 1, FakeFault.CutAfter, Answer),
        new("every confirmation of the first answer lost", Callback, Always, FakeFault.CutAfter, Answer),
        new("429 on the first answer", Callback, 1, FakeFault.With(FakeAnswer.RateLimited(0.1)), Answer),
        new("first answer too late (10062)", Callback, Always, FakeFault.With(UnknownInteraction), Answer, Place.Channel),
        new("first answer too late, private", Callback, Always, FakeFault.With(UnknownInteraction), Sentences.Undelivered, Place.Channel, IsPrivate: true),
        new("answered by another process (40060)", Callback, Always, FakeFault.With(FakeAnswer.Error(400, 40060, "Interaction has already been acknowledged.")), "", Place.Nowhere),
        new("503 storm on the edit", Original, 3, FakeFault.With(new FakeAnswer(503, null)), Answer),
        new("500 on the edit", Original, 2, FakeFault.With(new FakeAnswer(500, null)), Answer),
        new("504 on the edit", Original, 2, FakeFault.With(new FakeAnswer(504, null)), Answer),
        new("connection cut after the edit", Original, 2, FakeFault.CutAfter, Answer),
        new("429 storm on the edit, this route", Original, 4, FakeFault.With(FakeAnswer.RateLimited(0.1)), Answer),
        new("429 storm on the edit, hidden limit", Original, 4, FakeFault.With(FakeAnswer.RateLimited(0.1, remaining: 4)), Answer),
        new("429 storm on the edit, everything", Original, 4, FakeFault.With(FakeAnswer.RateLimited(0.1, "global")), Answer),
        new("429 storm on the edit, shared", Original, 4, FakeFault.With(FakeAnswer.RateLimited(0.1, "shared")), Answer),
        new("reply forgotten after the deferral (404)", Original, Always, FakeFault.With(FakeAnswer.Error(404, 10015, "Unknown Webhook")), Answer, Place.Channel),
        new("token expired (401, 50027)", Original, Always, FakeFault.With(FakeAnswer.Error(401, 50027, "Invalid Webhook Token")), Answer, Place.Channel),
        new("reply forgotten, private", Original, Always, FakeFault.With(FakeAnswer.Error(404, 10015, "Unknown Webhook")), Sentences.Undelivered, Place.Channel, IsPrivate: true),
        new("answer refused by the form (50035)", Original, 1, FakeFault.With(FakeAnswer.Form("content", "BASE_TYPE_MAX_LENGTH")), Sentences.Failed),
        new("banned by the proxy (1015)", Original, Always, FakeFault.With(FakeAnswer.Cloudflare), "", Place.Nowhere),
    ];

    private enum Place
    {
        Reply,
        Channel,
        Nowhere,
    }

    [Fact]
    public async Task Every_fault_ends_as_the_table_says()
    {
        var table = new StringBuilder("| fault | struck | requests | after | the person reads | where |\n|---|---|---|---|---|---|\n");
        var observed = new List<(string Text, Place Where, int Requests, TimeSpan After)>();
        foreach (var row in Rows)
        {
            var seen = await RunAsync(row);
            observed.Add(seen);
            var struck = row.Times == Always ? "always" : $"{row.Times} times";
            table.Append($"| {row.Name} | {struck} | {seen.Requests} | {seen.After.TotalSeconds:0.0} s | {(seen.Text.Length == 0 ? "nothing" : seen.Text)} | {seen.Where} |\n");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(table.ToString());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "rest-faults.md"), table.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(Rows.Select(row => (row.Name, row.Reads, row.Where)), observed.Select((seen, index) => (Rows[index].Name, seen.Text, seen.Where)));
    }

    private static async Task<(string Text, Place Where, int Requests, TimeSpan After)> RunAsync(Row row)
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
        {
            await call.DeferAsync(row.IsPrivate, cancellationToken);
            await call.ReplyAsync(new OutgoingMessage { Content = Answer }, cancellationToken);
        }));
        var left = row.Times;
        bot.Discord.Rest.Fault = request =>
            request.Method is "POST" or "PATCH" && request.Template.EndsWith(row.Route, StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? row.Fault : null;

        var started = TimeProvider.System.GetTimestamp();
        var known = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        var inChannel = bot.Discord.Rest.Channels.Messages.SingleOrDefault()?["content"]?.GetValue<string>();
        var text = inChannel ?? known.Content ?? "";
        return (text, inChannel is not null ? Place.Channel : text.Length > 0 ? Place.Reply : Place.Nowhere, bot.Discord.Rest.Requests.Count, TimeProvider.System.GetElapsedTime(started));
    }

    private sealed record Row(string Name, string Route, int Times, FakeFault Fault, string Reads, Place Where = Place.Reply, bool IsPrivate = false);
}
