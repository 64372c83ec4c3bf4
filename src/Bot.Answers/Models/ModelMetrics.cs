using System.Diagnostics.Metrics;

namespace Bot.Answers.Models;

/// <summary>What the model takes and how it fares, on the meter “Bot.Model”.</summary>
public sealed class ModelMetrics
{
    public const string MeterName = "Bot.Model";

    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _troubles;
    private readonly Counter<long> _statements;

    public ModelMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _tokens = meter.CreateCounter<long>("bot.model.tokens", "{token}", "Tokens sent and received.");
        _cost = meter.CreateCounter<double>("bot.model.cost", "{currency}", "What they cost at the configured prices.");
        _duration = meter.CreateHistogram<double>("bot.model.duration", "s", "One prompt, with its look-ups and retries.");
        _troubles = meter.CreateCounter<long>("bot.model.troubles", "{trouble}", "Prompts that brought nothing usable.");
        _statements = meter.CreateCounter<long>("bot.model.statements", "{statement}", "Statements that the check kept or dropped.");
    }

    public void Used(string prompt, long input, long output, decimal cost)
    {
        _tokens.Add(input, new("prompt", prompt), new("direction", "input"));
        _tokens.Add(output, new("prompt", prompt), new("direction", "output"));
        if (cost > 0)
        {
            _cost.Add((double)cost, new KeyValuePair<string, object?>("prompt", prompt));
        }
    }

    public void Took(string prompt, TimeSpan duration) => _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("prompt", prompt));

    public void Troubled(ModelTroubleKind kind) => _troubles.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void Checked(int kept, int dropped)
    {
        _statements.Add(kept, new KeyValuePair<string, object?>("outcome", "kept"));
        _statements.Add(dropped, new KeyValuePair<string, object?>("outcome", "dropped"));
    }
}
