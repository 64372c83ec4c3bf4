using System.Diagnostics.CodeAnalysis;
using Bot.Articles;
using Bot.Search;
using Bot.Search.Vectors;
using Bot.Storage;
using Bot.Storage.Postgres;

namespace Bot.Hosting;

/// <summary>Gives new articles their vectors while nobody asks: in one of the processes that share the library.</summary>
internal sealed partial class VectorFollower(
    VectorKeeper keeper, LibraryIndexer indexer, Database database, IArticleLibrary library, TimeProvider time, ILogger<VectorFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    [SuppressMessage("Design", "CA1031", Justification = "The ingestion loop: whatever goes wrong, it goes on, and questions go by words alone meanwhile.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Opening the model must not hold up the start.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Interrupted(logger, failure.GetType().Name);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        // The first answers wait for the index and for no vector: it gets every processor.
        await indexer.CatchUpAsync(cancellationToken);
        if (database is not PostgresDatabase shared)
        {
            await keeper.RunAsync(cancellationToken);
            return;
        }

        // The others wait here until this process is gone, and read the vectors that it makes.
        await using var lease = await shared.LeasesOf((await library.GetStateAsync(cancellationToken)).LibraryId).TakeAsync("vectors", cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        await keeper.RunAsync(either.Token);
    }

    private static partial class Log
    {
        // A server's message may repeat what it was sent.
        [LoggerMessage(LogLevel.Warning, "Articles could not be given vectors ({Failure}); trying again")]
        public static partial void Interrupted(ILogger logger, string failure);
    }
}
