using System.Diagnostics.CodeAnalysis;
using Bot.Search;

namespace Bot.Hosting;

/// <summary>Keeps the index in step with the library while nobody asks, so that the first question after a change does not wait for it.</summary>
internal sealed partial class IndexFollower(LibraryIndexer indexer, TimeProvider time, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    [SuppressMessage("Design", "CA1031", Justification = "The ingestion loop: whatever goes wrong, it goes on, and questions catch the index up themselves.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await indexer.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Interrupted(logger, failure);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The index could not follow the library; trying again")]
        public static partial void Interrupted(ILogger logger, Exception failure);
    }
}
