using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>Claims within one process. Remembers an id for at least the quarter of an hour that its token lives.</summary>
public sealed class InMemoryInteractionClaims(TimeProvider time) : IInteractionClaims
{
    private static readonly TimeSpan Generation = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private HashSet<Snowflake> _current = [];
    private HashSet<Snowflake> _previous = [];
    private long _started = time.GetTimestamp();

    public ValueTask<bool> TryClaimAsync(Snowflake interaction, CancellationToken cancellationToken) => new(TryClaim(interaction));

    internal bool TryClaim(Snowflake interaction)
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
