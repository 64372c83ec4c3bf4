using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Writes the newest state of a shard's session in the background; what is overtaken before it is written is not written.</summary>
internal sealed partial class SessionSaver : IAsyncDisposable
{
    private readonly Channel<ResumableSession?> _newest = Channel.CreateBounded<ResumableSession?>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Task _saving;

    public SessionSaver(IGatewayStore store, string key, ILogger logger) => _saving = SaveAsync(store, key, logger);

    /// <summary>Never waits.</summary>
    public void Save(ResumableSession? session) => _newest.Writer.TryWrite(session);

    /// <summary>Returns when the last state is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _ = _newest.Writer.TryComplete();
        await _saving;
    }

    private async Task SaveAsync(IGatewayStore store, string key, ILogger logger)
    {
        await foreach (var session in _newest.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await store.SaveSessionAsync(key, session, CancellationToken.None);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Log.NotSaved(logger, key, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The session of {Shard} could not be saved; a restart will start a new one.")]
        public static partial void NotSaved(ILogger logger, string shard, Exception exception);
    }
}
