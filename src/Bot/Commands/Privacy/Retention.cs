using System.Diagnostics.CodeAnalysis;
using Bot.Storage.Answers;
using Bot.Storage.Guilds;

namespace Bot.Commands.Privacy;

/// <summary>Deletes what people wrote once their server's setting says so, and counts that nobody needs any longer.</summary>
internal sealed partial class Retention(
    AnswerStore answers, GuildSettingsStore settings, QuotaStore quotaStore, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    // Where nothing is kept, the buttons below an answer and a second try still work for a while.
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var guild in await answers.GuildsAsync(cancellationToken))
        {
            var kept = TimeSpan.FromDays((await settings.GetAsync(guild, cancellationToken)).KeptDays);
            deleted += await answers.PurgeAsync(guild, time.GetUtcNow() - (kept > Shortest ? kept : Shortest), cancellationToken);
        }

        await quotaStore.SweepAsync(cancellationToken);
        return deleted;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The loop that keeps a promise: whatever goes wrong once, it goes on.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                Log.Purged(logger, await PurgeAsync(stoppingToken));
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Count} answers had been kept long enough and are deleted")]
        public static partial void Purged(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "What has been kept long enough could not be deleted; trying again")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
