namespace Bot.Discord.Gateway;

/// <summary>What all shards of a process share.</summary>
public sealed record ShardResources
{
    public required DiscordOptions Discord { get; init; }

    public required GatewayOptions Options { get; init; }

    public required GatewayDirectory Directory { get; init; }

    public required IdentifyLimiter Identifies { get; init; }

    public required IGatewayStore Store { get; init; }

    public IShardLeases Leases { get; init; } = new SoleProcess();

    public required GatewayEvents Events { get; init; }

    public required GatewayMetrics Metrics { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Numbers from 0 up to 1, safe for threads.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;
}
