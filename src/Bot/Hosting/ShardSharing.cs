using System.Security.Cryptography;
using System.Text;
using Bot.Discord;
using Bot.Discord.Gateway;
using Bot.Storage;
using Bot.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>Registration of what the processes of one bot share of the gateway: everything on PostgreSQL, nothing on SQLite.</summary>
internal static class ShardSharing
{
    /// <param name="folder">For what must survive a restart when the database is not shared.</param>
    public static IServiceCollection AddShardSharing(this IServiceCollection services, string folder)
    {
        services.AddSingleton<IShardLeases>(provider => provider.GetRequiredService<Database>() is PostgresDatabase shared
            ? new ShardLeases(shared.LeasesOf(BotOf(provider)), RecordOf(provider, shared))
            : new FolderLease(folder, provider.GetRequiredService<ILogger<FolderLease>>()));
        services.AddSingleton<IGatewayStore>(provider => provider.GetRequiredService<Database>() is PostgresDatabase shared
            ? new StoredGateway(RecordOf(provider, shared))
            : new FileGatewayStore(folder));
        return services;
    }

    private static GatewayStore RecordOf(IServiceProvider provider, Database shared) => new(shared, provider.GetRequiredService<TimeProvider>(), BotOf(provider));

    /// <summary>The same for all processes with one token, from which it cannot be read.</summary>
    private static string BotOf(IServiceProvider provider) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token ?? "")).AsSpan(0, 8));
}
