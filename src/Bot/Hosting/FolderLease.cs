using Bot.Discord.Gateway;

namespace Bot.Hosting;

/// <summary>With the embedded database one process runs all shards: the one that holds a file in the data folder. Others wait for it to end.</summary>
internal sealed partial class FolderLease(string folder, ILogger<FolderLease> logger) : IShardLeases, IDisposable
{
    private static readonly SoleProcess All = new();

    private FileStream? _held;
    private bool _told;

    public Task<int> ShareAsync(int shardCount, CancellationToken cancellationToken)
    {
        if (_held is null && !TryHold() && !_told)
        {
            _told = true;
            Log.Waiting(logger, folder);
        }

        return Task.FromResult(_held is null ? 0 : shardCount);
    }

    public Task<IShardLease?> TryTakeAsync(int shardId, int shardCount, CancellationToken cancellationToken) => All.TryTakeAsync(shardId, shardCount, cancellationToken);

    public Task<IAsyncDisposable> EnterLaneAsync(int lane, CancellationToken cancellationToken) => All.EnterLaneAsync(lane, cancellationToken);

    public void Dispose() => _held?.Dispose();

    private bool TryHold()
    {
        try
        {
            Directory.CreateDirectory(folder);
            _held = new FileStream(Path.Combine(folder, "running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (UnauthorizedAccessException forbidden)
        {
            throw new IOException(forbidden.Message, forbidden);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Another process runs this bot from {Folder}; this one waits until it ends. Use Storage:Kind=Postgres for several processes at once.")]
        public static partial void Waiting(ILogger logger, string folder);
    }
}
