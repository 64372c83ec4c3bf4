using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Answers.Generation;
using Bot.Testing.Models;

namespace Bot.Answers.Tests.Generation;

public sealed class ModelTelemetryTests : IDisposable
{
    private const string Question = "What did European allies and Canada agree to invest in defense?";

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measured = new();
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();
    private readonly Activity _root = new("test");

    public ModelTelemetryTests()
    {
        _spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Keep(span, () => _spans.Enqueue(span)),
        };
        ActivitySource.AddActivityListener(_spanListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.Start();
    }

    public void Dispose()
    {
        _spanListener.Dispose();
        _meterListener.Dispose();
        _root.Dispose();
    }

    [Fact]
    public async Task A_question_is_a_draft_its_request_and_its_check_with_the_hash_of_the_prompt()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        var (_, trace) = await AskAsync(bot);

        Assert.Equal([$"chat {FakeModel.ModelName}", "verify", "draft"], _spans.Select(span => span.OperationName));
        var (chat, verify, draft) = (_spans.ElementAt(0), _spans.ElementAt(1), _spans.ElementAt(2));
        Assert.All([chat, verify], span => Assert.Equal(draft.SpanId, span.ParentSpanId));
        Assert.Equal("answer", draft.GetTagItem("bot.prompt.name"));
        Assert.Equal($"answer {draft.GetTagItem("bot.prompt.hash")}", Assert.Single(trace.Prompts));
        Assert.Equal(ActivityKind.Client, chat.Kind);
        Assert.Equal("chat", chat.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(FakeModel.ModelName, chat.GetTagItem("gen_ai.request.model"));
        Assert.Equal("127.0.0.1", chat.GetTagItem("server.address"));
        Assert.Equal(trace.InputTokens, chat.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(trace.OutputTokens, chat.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal(3, verify.GetTagItem("bot.statements.kept"));
    }

    [Fact]
    public async Task Tokens_time_and_cost_are_counted()
    {
        await using var bot = await ModelUnderTest.StartAsync(null, ("Model:InputPrice", "2"), ("Model:OutputPrice", "8"));
        var (_, trace) = await AskAsync(bot);

        Assert.Equal(trace.InputTokens, Sum("gen_ai.client.token.usage", "gen_ai.token.type=input"));
        Assert.Equal(trace.OutputTokens, Sum("gen_ai.client.token.usage", "gen_ai.token.type=output"));
        Assert.Equal(((2 * trace.InputTokens) + (8 * trace.OutputTokens)) / 1_000_000.0, Sum("bot.model.cost"), 9);
        Assert.Single(_measured, entry => entry.Instrument == "gen_ai.client.operation.duration" && !entry.Tags.Contains("error.type", StringComparison.Ordinal));
        Assert.Equal(3, Sum("bot.model.statements", "outcome=kept"));
    }

    [Fact]
    public async Task Dropped_statements_repairs_and_second_opinions_are_counted()
    {
        await using var bot = await ModelUnderTest.StartAsync(null, ("Model:Judge", "true"));
        bot.Model.Then(FakeBehaviours.AddsOutsideKnowledge).Then(FakeBehaviours.Honest).Then(_ => FakeReply.Words("""{"unsupported":[1]}"""));
        await AskAsync(bot);

        Assert.Equal(1, Sum("bot.model.repairs", "outcome=taken"));
        Assert.Equal(2, Sum("bot.model.statements", "outcome=kept"));
        Assert.Equal(4, Sum("bot.model.statements", "outcome=dropped"));
        Assert.Equal(["draft", "repair", "judge"], _spans.Select(span => span.OperationName).Where(name => name is "draft" or "repair" or "judge"));
    }

    [Fact]
    public async Task Trouble_is_a_kind_and_an_error_on_the_span()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.RejectsKey);
        await AskAsync(bot);

        Assert.Equal(1, Sum("bot.model.troubles", "error.type=denied"));
        var chat = Assert.Single(_spans, span => span.Kind == ActivityKind.Client);
        Assert.Equal(ActivityStatusCode.Error, chat.Status);
        Assert.Equal("denied", chat.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Look_ups_are_spans_of_their_own()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.LooksUp("article-get_paragraph", new() { ["number"] = 35 }));
        await AskAsync(bot);
        Assert.Equal("get_paragraph", Assert.Single(_spans, span => span.OperationName.StartsWith("execute_tool", StringComparison.Ordinal)).GetTagItem("gen_ai.tool.name"));
    }

    [Fact]
    public async Task Nobodys_words_and_no_key_are_reported()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.AddsOutsideKnowledge, ("Model:Judge", "true"));
        await AskAsync(bot);
        var reported = _spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.DisplayName).Append(span.StatusDescription ?? "")).Concat(_measured.Select(entry => entry.Tags)).ToArray();

        Assert.NotEmpty(reported);
        Assert.All(reported, text =>
        {
            Assert.DoesNotContain("Canada", text, StringComparison.Ordinal);
            Assert.DoesNotContain("NATO", text, StringComparison.Ordinal);
            Assert.DoesNotContain(ModelUnderTest.Secret, text, StringComparison.Ordinal);
        });
    }

    private async Task<ModelAnswer> AskAsync(ModelUnderTest bot)
    {
        _root.SetIdFormat(ActivityIdFormat.W3C).Start();
        return await bot.AskAsync(Question);
    }

    private double Sum(string instrument, string tag = "") =>
        _measured.Where(entry => entry.Instrument == instrument && entry.Tags.Contains(tag, StringComparison.Ordinal)).Sum(entry => entry.Value);

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        Keep(Activity.Current, () => _measured.Enqueue((instrument.Name, value, text)));
    }

    /// <summary>Other tests run beside this one; only what happens below its own root counts.</summary>
    private void Keep(Activity? span, Action record)
    {
        if (span?.TraceId == _root.TraceId)
        {
            record();
        }
    }
}
