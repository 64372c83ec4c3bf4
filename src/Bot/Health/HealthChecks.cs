using Bot.Articles;
using Bot.Discord.Gateway;
using Bot.Search;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: every part that an answer needs works; it names each, one a line.</summary>
internal static class HealthChecks
{
    // An index that is being built is not ready yet.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Patience)
            .AddCheck<IndexHealth>("index", timeout: Patience)
            .AddCheck<GatewayHealth>("gateway");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    // Whoever can reach the address reads this: states, no causes.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(string.Concat(report.Entries.Select(part => $"{part.Key}: {part.Value.Status}\n")), context.RequestAborted);
    }

    private sealed class DatabaseHealth(IArticleLibrary library) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await library.GetStateAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    private sealed class IndexHealth(LibraryIndexer indexer) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await indexer.CatchUpAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>Over HTTP there is no gateway, and Discord's requests tell whether it reaches the bot.</summary>
    private sealed class GatewayHealth(IServiceProvider services) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(services.GetService<GatewayService>() is { IsReady: false } ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
    }
}
