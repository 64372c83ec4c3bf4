using System.Diagnostics.CodeAnalysis;
using Bot.Search.Vectors;

namespace Bot.Hosting;

/// <summary>Gives new articles their vectors while nobody asks, where there is an embedding model.</summary>
internal sealed partial class VectorFollower(IServiceProvider services, TimeProvider time, ILogger<VectorFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    [SuppressMessage("Design", "CA1031", Justification = "The ingestion loop: whatever goes wrong, it goes on, and questions go by words alone meanwhile.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!BotHost.HasEmbeddings(services))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await services.GetRequiredService<VectorKeeper>().RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Interrupted(logger, failure.GetType().Name);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        // A server's message may repeat what it was sent.
        [LoggerMessage(LogLevel.Warning, "Articles could not be given vectors ({Failure}); trying again")]
        public static partial void Interrupted(ILogger logger, string failure);
    }
}
