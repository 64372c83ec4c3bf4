using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>The record of a bot that is one process. Remembers an id for at least the quarter of an hour that its token lives.</summary>
public sealed class InMemoryInteractionRecord(TimeProvider time) : IInteractionRecord
{
    private static readonly TimeSpan Generation = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private HashSet<Snowflake> _current = [];
    private HashSet<Snowflake> _previous = [];
    private long _started = time.GetTimestamp();

    public ValueTask<bool> TryClaimAsync(Interaction interaction, CancellationToken cancellationToken) => new(TryClaim(interaction.Id));

    public Task TakeAsync(Snowflake interaction, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<bool> IsOursAsync(Snowflake interaction, CancellationToken cancellationToken) => new(true);

    public Task EndAsync(Snowflake interaction, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True for the first time that this id is asked about.</summary>
    public bool TryClaim(Snowflake interaction)
    {
        lock (_gate)
        {
            var age = time.GetElapsedTime(_started);
            if (age >= Generation)
            {
                _previous = age >= 2 * Generation ? [] : _current;
                _current = [];
                _started = time.GetTimestamp();
            }

            return !_previous.Contains(interaction) && _current.Add(interaction);
        }
    }
}
