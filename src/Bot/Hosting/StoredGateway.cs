using Bot.Articles;
using Bot.Discord.Gateway;
using Bot.Storage;

namespace Bot.Hosting;

/// <summary>The gateway's sessions in the record, where whichever process runs a shard next finds them.</summary>
internal sealed class StoredGateway(GatewayStore record) : IGatewayStore
{
    public async Task<ResumableSession?> LoadSessionAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await record.LoadSessionAsync(key, cancellationToken) is { } stored
                ? new ResumableSession(stored.Id, stored.Sequence, stored.Address is { } address ? new Uri(address) : null)
                : null;
        }
        catch (OperatorException)
        {
            // Without it a new session is started.
            return null;
        }
    }

    public Task SaveSessionAsync(string key, ResumableSession? session, CancellationToken cancellationToken) => SharedFaults.AsInputOutput(record.SaveSessionAsync(
        key, session is null ? null : new StoredSession(session.Id, session.Sequence, session.Address?.AbsoluteUri), cancellationToken));

    public async Task<IReadOnlyList<PastIdentify>> LoadIdentifiesAsync(CancellationToken cancellationToken)
    {
        var past = record.ListIdentifiesAsync(cancellationToken);
        await SharedFaults.AsInputOutput(past);
        return [.. (await past).Select(identify => new PastIdentify(identify.At, identify.Lane))];
    }

    public Task AddIdentifyAsync(PastIdentify identify, CancellationToken cancellationToken) =>
        SharedFaults.AsInputOutput(record.AddIdentifyAsync(identify.At, identify.Lane, cancellationToken));
}

/// <summary>The gateway knows no database: what one throws is an <see cref="IOException"/> to it.</summary>
internal static class SharedFaults
{
    public static async Task AsInputOutput(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception fault) when (fault is OperatorException or System.Data.Common.DbException)
        {
            throw new IOException(fault.Message, fault);
        }
    }
}
