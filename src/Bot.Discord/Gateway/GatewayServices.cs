using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Gateway;

/// <summary>Registration of the gateway.</summary>
public static class GatewayServices
{
    private const string HttpClientName = "Discord.Gateway";

    /// <summary>Adds the gateway and starts it with the host. Needs <see cref="DiscordOptions"/>; <see cref="GatewayEvents"/> is where to listen.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="stateFolder">Folder for what must survive a restart.</param>
    public static IServiceCollection AddDiscordGateway(this IServiceCollection services, string stateFolder)
    {
        _ = services.AddHttpClient(HttpClientName, http => http.Timeout = TimeSpan.FromSeconds(10));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IGatewayStore>(_ => new FileGatewayStore(stateFolder));
        services.TryAddSingleton<IShardLeases, SoleProcess>();
        services.TryAddSingleton<GatewayEvents>();
        services.TryAddSingleton(provider => new GatewayMetrics(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(provider => new GatewayDirectory(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), provider.GetRequiredService<IOptions<DiscordOptions>>().Value));
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<GatewayOptions>>().Value);
        services.TryAddSingleton<IdentifyLimiter>();
        services.TryAddSingleton(provider => new ShardResources
        {
            Discord = provider.GetRequiredService<IOptions<DiscordOptions>>().Value,
            Options = provider.GetRequiredService<GatewayOptions>(),
            Directory = provider.GetRequiredService<GatewayDirectory>(),
            Identifies = provider.GetRequiredService<IdentifyLimiter>(),
            Store = provider.GetRequiredService<IGatewayStore>(),
            Leases = provider.GetRequiredService<IShardLeases>(),
            Events = provider.GetRequiredService<GatewayEvents>(),
            Metrics = provider.GetRequiredService<GatewayMetrics>(),
            Time = provider.GetRequiredService<TimeProvider>(),
        });
        services.TryAddSingleton<GatewayService>();
        _ = services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<GatewayService>());
        return services;
    }
}
