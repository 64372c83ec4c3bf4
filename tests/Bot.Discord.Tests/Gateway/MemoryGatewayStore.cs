using System.Collections.Concurrent;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

internal sealed class MemoryGatewayStore : IGatewayStore
{
    public ConcurrentDictionary<string, ResumableSession?> Sessions { get; } = new();

    public IReadOnlyList<PastIdentify> Identifies { get; private set; } = [];

    public Task<ResumableSession?> LoadSessionAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(Sessions.GetValueOrDefault(key));

    public Task SaveSessionAsync(string key, ResumableSession? session, CancellationToken cancellationToken)
    {
        Sessions[key] = session;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PastIdentify>> LoadIdentifiesAsync(CancellationToken cancellationToken) => Task.FromResult(Identifies);

    public Task AddIdentifyAsync(PastIdentify identify, CancellationToken cancellationToken)
    {
        Identifies = [.. Identifies, identify];
        return Task.CompletedTask;
    }
}
