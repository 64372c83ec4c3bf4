using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace Bot.Answers.Generation;

/// <summary>What the model takes and how it fares, on the meter <see cref="ModelTelemetry.Name"/>.</summary>
public sealed class ModelMetrics
{
    public const string MeterName = ModelTelemetry.Name;

    // Boundaries of the conventions.
    private static readonly long[] TokenBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576];
    private static readonly double[] DurationBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    private readonly ModelOptions _model;
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly Counter<double> _cost;
    private readonly Counter<long> _troubles;
    private readonly Counter<long> _statements;
    private readonly Counter<long> _repairs;

    public ModelMetrics(IMeterFactory meters, IOptions<ModelOptions> model)
    {
        _model = model.Value;
        var meter = meters.Create(ModelTelemetry.Name);
        _tokens = meter.CreateHistogram(ModelTelemetry.TokenUsage, "{token}", "Tokens of one request.", tags: null, new InstrumentAdvice<long> { HistogramBucketBoundaries = TokenBoundaries });
        _duration = meter.CreateHistogram(
            ModelTelemetry.OperationDuration, "s", "One prompt, with its look-ups and retries.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBoundaries });
        _cost = meter.CreateCounter<double>(ModelTelemetry.Cost, "{currency}", "What the tokens cost at Model:InputPrice and Model:OutputPrice.");
        _troubles = meter.CreateCounter<long>(ModelTelemetry.Troubles, "{trouble}", "Questions and summaries for which the model brought nothing usable.");
        _statements = meter.CreateCounter<long>(ModelTelemetry.Statements, "{statement}", "Statements that the check kept or dropped.");
        _repairs = meter.CreateCounter<long>(ModelTelemetry.Repairs, "{repair}", "Drafts that the model was asked to write again.");
    }

    /// <summary>One request of a prompt, by the name of the prompt.</summary>
    public void Used(string prompt, long input, long output)
    {
        _tokens.Record(input, Operation(prompt, Tag(ModelTelemetry.TokenType, "input")));
        _tokens.Record(output, Operation(prompt, Tag(ModelTelemetry.TokenType, "output")));
        var cost = ((input * _model.InputPrice) + (output * _model.OutputPrice)) / 1_000_000;
        if (cost > 0)
        {
            _cost.Add((double)cost, Operation(prompt));
        }
    }

    /// <param name="error">Null when all went well.</param>
    public void Took(string prompt, TimeSpan duration, string? error) =>
        _duration.Record(duration.TotalSeconds, error is null ? Operation(prompt) : Operation(prompt, Tag(ModelTelemetry.ErrorType, error)));

    public void Troubled(ModelFailureKind kind) => _troubles.Add(1, Tag(ModelTelemetry.ErrorType, ModelTelemetry.TypeOf(kind)));

    public void Checked(int kept, int dropped)
    {
        _statements.Add(kept, Tag(ModelTelemetry.Outcome, "kept"));
        _statements.Add(dropped, Tag(ModelTelemetry.Outcome, "dropped"));
    }

    /// <param name="taken">Whether the second draft was the better one.</param>
    public void Repaired(bool taken) => _repairs.Add(1, Tag(ModelTelemetry.Outcome, taken ? "taken" : "left"));

    private static KeyValuePair<string, object?> Tag(string key, object? value) => new(key, value);

    private TagList Operation(string prompt, params ReadOnlySpan<KeyValuePair<string, object?>> more)
    {
        var tags = new TagList(
        [
            Tag(ModelTelemetry.Operation, ModelTelemetry.Chat),
            Tag(ModelTelemetry.Provider, ModelTelemetry.OpenAI),
            Tag(ModelTelemetry.RequestModel, _model.Name),
            Tag(ModelTelemetry.ServerAddress, _model.Endpoint?.Host),
            Tag(ModelTelemetry.PromptName, prompt),
        ]);
        foreach (var tag in more)
        {
            tags.Add(tag);
        }

        return tags;
    }
}
