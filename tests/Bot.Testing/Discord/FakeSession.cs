using Bot.Discord.Model;

namespace Bot.Testing.Discord;

/// <summary>A gateway session: its numbered events, kept for replay, and the connection it has now, if any.</summary>
public sealed class FakeSession(string id, int intents, int shardId, int shardCount)
{
    private readonly Lock _gate = new();
    private readonly List<(long Sequence, string Payload)> _events = [];

    public string Id { get; } = id;

    public int Intents { get; } = intents;

    public int ShardId { get; } = shardId;

    public int ShardCount { get; } = shardCount;

    /// <summary>Number of the last event.</summary>
    public long Sequence { get; private set; }

    /// <summary>False once the session can no longer be resumed.</summary>
    public bool IsAlive { get; set; } = true;

    public FakeGatewayConnection? Connection { get; private set; }

    public bool Receives(Snowflake? guild) => guild is { } id ? id.ShardOf(ShardCount) == ShardId : ShardId == 0;

    /// <summary>Numbers the event, keeps it and sends it if somebody is connected.</summary>
    public void Dispatch(string name, string data)
    {
        lock (_gate)
        {
            Sequence++;
            var payload = $$"""{"t":"{{name}}","s":{{Sequence}},"op":0,"d":{{data}}}""";
            _events.Add((Sequence, payload));
            Connection?.Send(payload);
        }
    }

    /// <summary>Sends an event again under its old number.</summary>
    public void SendAgain(long sequence)
    {
        lock (_gate)
        {
            Connection?.Send(_events.First(sent => sent.Sequence == sequence).Payload);
        }
    }

    public void Attach(FakeGatewayConnection connection)
    {
        lock (_gate)
        {
            Connection = connection;
        }
    }

    /// <summary>Events sent from now on wait for a resume.</summary>
    public void Detach(FakeGatewayConnection connection)
    {
        lock (_gate)
        {
            if (ReferenceEquals(Connection, connection))
            {
                Connection = null;
            }
        }
    }

    /// <summary>Replays what came after <paramref name="sequence"/> and says RESUMED. False when that number was never sent.</summary>
    public bool Resume(FakeGatewayConnection connection, long sequence)
    {
        lock (_gate)
        {
            if (sequence > Sequence)
            {
                return false;
            }

            foreach (var (number, payload) in _events)
            {
                if (number > sequence)
                {
                    connection.Send(payload);
                }
            }

            Connection = connection;
            Dispatch("RESUMED", """{"_trace":[]}""");
            return true;
        }
    }
}
