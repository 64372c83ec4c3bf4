using Bot.Discord.Gateway;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

/// <summary>Several processes of one bot, each a host of its own, which know of each other only what they share.</summary>
public sealed class ShardRosterTests : IAsyncLifetime
{
    private const int Shards = 4;

    private readonly SharedLeases _leases = new();
    private readonly MemoryGatewayStore _store = new();
    private readonly List<IHost> _hosts = [];
    private FakeDiscord _discord = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(cancellationToken: GatewayRig.Patience);
        _discord.Gateway.RecommendedShards = Shards;
        _discord.Gateway.IdentifyWindow = TimeSpan.FromMilliseconds(50);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }

        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task The_first_process_runs_all_shards_and_a_second_gets_half_of_them_by_resuming()
    {
        var first = await StartAsync();
        await UntilAsync(() => Ready(first) == Shards);
        var second = await StartAsync();
        await UntilAsync(() => Ready(first) == Shards / 2 && Ready(second) == Shards / 2);

        Assert.Equal(Shards, Ids(first).Concat(Ids(second)).Distinct().Count());
        Assert.Equal((Shards, Shards / 2), (_discord.Gateway.Identifies, _discord.Gateway.Resumes));
    }

    [Fact]
    public async Task Processes_that_start_together_never_identify_too_fast()
    {
        var all = await Task.WhenAll(StartAsync(), StartAsync(), StartAsync());
        await UntilAsync(() => all.Sum(Ready) == Shards);

        // One that came too early would have been refused and have had to identify again.
        Assert.Equal(Shards, _discord.Gateway.Identifies);
    }

    [Fact]
    public async Task A_shard_whose_lease_is_lost_is_run_by_another_process_with_the_same_session()
    {
        var first = await StartAsync();
        await UntilAsync(() => Ready(first) == Shards);
        var second = await StartAsync();
        await UntilAsync(() => Ready(first) == Shards / 2 && Ready(second) == Shards / 2);
        _leases.Forget();
        await first.StopAsync(GatewayRig.Patience);
        await UntilAsync(() => Ready(second) == Shards);

        Assert.Equal(Shards, _discord.Gateway.Identifies);
    }

    [Fact]
    public async Task A_process_that_lost_a_lease_stops_the_shard()
    {
        var only = await StartAsync(options => options.LeaseReview = TimeSpan.FromMinutes(10));
        await UntilAsync(() => Ready(only) == Shards);
        var before = Service(only).Shards.Single(shard => shard.ShardId == 2);
        _leases.Break(2);
        await UntilAsync(() => before.State == GatewayState.Stopped && !Service(only).Shards.Contains(before));
    }

    [Fact]
    public async Task What_runs_goes_on_while_the_others_cannot_be_asked()
    {
        var only = await StartAsync();
        await UntilAsync(() => Ready(only) == Shards);
        _leases.IsDown = true;
        await UntilAsync(() => _leases.Refused >= 2);

        Assert.Equal(Shards, Ready(only));
        Assert.True(Service(only).IsReady);
    }

    [Fact]
    public async Task A_process_for_which_no_shard_is_left_stands_by_and_is_ready()
    {
        _discord.Gateway.RecommendedShards = 1;
        var first = await StartAsync();
        await UntilAsync(() => Ready(first) == 1);
        var second = await StartAsync();
        await UntilAsync(() => Service(second).IsReady);

        Assert.Empty(Service(second).Shards);
        Assert.Equal(1, Ready(first));
    }

    private static GatewayService Service(IHost host) => host.Services.GetRequiredService<GatewayService>();

    private static int Ready(IHost host) => Service(host).Shards.Count(shard => shard.State == GatewayState.Ready);

    private static IEnumerable<int> Ids(IHost host) => Service(host).Shards.Select(shard => shard.ShardId);

    private static async Task UntilAsync(Func<bool> condition)
    {
        var patience = GatewayRig.Patience;
        while (!condition())
        {
            await Task.Delay(10, patience);
        }
    }

    private async Task<IHost> StartAsync(Action<GatewayOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        _ = builder.Logging.ClearProviders();
        _ = builder.Services.Configure<DiscordOptions>(options => (options.Token, options.ApiBaseUrl) = (_discord.Options.Token, _discord.ApiBaseUrl));
        _ = builder.Services.Configure<GatewayOptions>(options =>
        {
            options.IdentifySpacing = TimeSpan.FromMilliseconds(600);
            options.LeaseReview = TimeSpan.FromMilliseconds(50);
        });
        _ = builder.Services.Configure(configure ?? (_ => { }));
        _ = builder.Services.AddSingleton(_leases.Join()).AddSingleton<IGatewayStore>(_store).AddDiscordGateway("");
        var host = builder.Build();
        lock (_hosts)
        {
            _hosts.Add(host);
        }

        await host.StartAsync(GatewayRig.Patience);
        return host;
    }
}
