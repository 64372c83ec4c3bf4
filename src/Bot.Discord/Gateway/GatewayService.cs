using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Runs this process's shards for as long as the host runs, and stops the host when Discord will not let the bot in.</summary>
public sealed partial class GatewayService(
    ShardResources shared, IHostApplicationLifetime lifetime, ILoggerFactory loggers, ILogger<GatewayService> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private volatile ShardRoster? _roster;

    /// <summary>The shards of this process; empty until Discord has said how many there are, and while other processes run them all.</summary>
    public IReadOnlyList<GatewayClient> Shards => _roster?.Shards ?? [];

    /// <summary>True when this process does all that is to be done in it: each of its shards is ready, or it stands by for those of others.</summary>
    public bool IsReady => _roster is { IsSettled: true } roster && roster.Shards.All(shard => shard.State == GatewayState.Ready);

    /// <summary>Why Discord refused the bot, in a sentence for the operator; null while it has not.</summary>
    public string? Refusal { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var count = shared.Options.ShardCount ?? await RecommendedAsync(stoppingToken);
            _roster = new ShardRoster(count, shared.Options.Shards ?? [.. Enumerable.Range(0, count)], shared, loggers);
            await _roster.RunAsync(stoppingToken);
        }
        catch (GatewayStoppedException stopped)
        {
            Refusal = stopped.Message;
            Log.Refused(logger, stopped.Message);
            lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop before the first connection.
        }
    }

    private async Task<int> RecommendedAsync(CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return Math.Max((await shared.Directory.GetAsync(cancellationToken)).Shards, 1);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested
                && (GatewaySocket.IsConnectionFault(fault) || fault is System.Text.Json.JsonException))
            {
                Log.Unreachable(logger, GatewaySocket.Cause(fault), (int)pause.TotalSeconds);
                await Task.Delay(pause / 2 * (1 + shared.Random()), shared.Time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Critical, Message = "The bot cannot go online. {Advice}")]
        public static partial void Refused(ILogger logger, string advice);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Discord's gateway address cannot be had ({Fault}); trying again within {Seconds} seconds.")]
        public static partial void Unreachable(ILogger logger, string fault, int seconds);
    }
}
