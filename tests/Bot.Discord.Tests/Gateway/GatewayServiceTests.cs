using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The gateway as a host runs it.</summary>
public sealed class GatewayServiceTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task All_shards_identify_one_after_another_and_share_the_events()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: GatewayRig.Patience);
        discord.Gateway.RecommendedShards = 3;
        discord.Gateway.Guilds = 6;
        discord.Gateway.IdentifyWindow = TimeSpan.FromMilliseconds(50);
        using var host = Host(discord, out var readies, out var guilds);
        await host.StartAsync(GatewayRig.Patience);

        for (var n = 0; n < 3; n++)
        {
            _ = await readies.ReadAsync(GatewayRig.Patience);
        }

        var seen = new HashSet<Snowflake>();
        while (seen.Count < 6)
        {
            Assert.True(seen.Add((await guilds.ReadAsync(GatewayRig.Patience)).Id));
        }

        Assert.Equal(3, discord.Gateway.Identifies);
        Assert.Equal([0, 1, 2], discord.Gateway.Sessions.Select(session => session.ShardId).Order());
        await host.StopAsync(GatewayRig.Patience);
    }

    [Fact]
    public async Task A_process_can_run_its_share_of_the_shards()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: GatewayRig.Patience);
        using var host = Host(discord, out var readies, out _, options => (options.ShardCount, options.Shards) = (4, [2]));
        await host.StartAsync(GatewayRig.Patience);

        _ = await readies.ReadAsync(GatewayRig.Patience);

        Assert.Equal((2, 4), (discord.Gateway.Sessions.Single().ShardId, discord.Gateway.Sessions.Single().ShardCount));
        await host.StopAsync(GatewayRig.Patience);
    }

    [Fact]
    public async Task A_new_host_on_the_same_folder_resumes()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: GatewayRig.Patience);
        using (var host = Host(discord, out var readies, out _))
        {
            await host.StartAsync(GatewayRig.Patience);
            _ = await readies.ReadAsync(GatewayRig.Patience);
            await host.StopAsync(GatewayRig.Patience);
        }

        discord.Gateway.Dispatch("GUILD_CREATE", FakePayloads.Guild(new Snowflake(1UL << 50)));
        using var next = Host(discord, out _, out var guilds);
        await next.StartAsync(GatewayRig.Patience);

        while ((await guilds.ReadAsync(GatewayRig.Patience)).Id.Value != 1UL << 50)
        {
        }

        Assert.Equal(1, discord.Gateway.Identifies);
        await next.StopAsync(GatewayRig.Patience);
    }

    [Fact]
    public async Task A_refused_token_stops_the_host_and_says_what_to_change()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: GatewayRig.Patience);
        using var host = Host(discord, out _, out _, token: "wrong");
        await host.StartAsync(GatewayRig.Patience);

        await host.WaitForShutdownAsync(GatewayRig.Patience);

        Assert.Contains("Discord:Token", host.Services.GetRequiredService<GatewayService>().Refusal, StringComparison.Ordinal);
    }

    private IHost Host(
        FakeDiscord discord, out System.Threading.Channels.ChannelReader<Ready> readies, out System.Threading.Channels.ChannelReader<Guild> guilds,
        Action<GatewayOptions>? configure = null, string? token = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        _ = builder.Logging.ClearProviders();
        _ = builder.Services.Configure<DiscordOptions>(options => (options.Token, options.ApiBaseUrl) = (token ?? discord.Options.Token, discord.ApiBaseUrl));
        _ = builder.Services.Configure<GatewayOptions>(options => options.IdentifySpacing = TimeSpan.FromMilliseconds(300));
        _ = builder.Services.Configure(configure ?? (_ => { }));
        _ = builder.Services.AddDiscordGateway(_folder);
        var host = builder.Build();
        var events = host.Services.GetRequiredService<GatewayEvents>();
        readies = events.Listen("READY", DiscordJson.Default.Ready);
        guilds = events.Listen("GUILD_CREATE", DiscordJson.Default.Guild);
        return host;
    }
}
