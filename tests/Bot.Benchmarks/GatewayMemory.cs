using System.Diagnostics;
using System.Globalization;
using Bot.Discord;
using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Benchmarks;

/// <summary>What a connected bot keeps in memory while nothing happens: a FakeDiscord here, and a bot in a process of its own.</summary>
internal static class GatewayMemory
{
    public const string Verb = "gateway-memory";
    private const int ChannelsPerGuild = 50;

    public static Task<int> RunAsync(string[] arguments) => arguments is ["client", var address, var token, var guilds]
        ? ReportAsync(new Uri(address), token, int.Parse(guilds, CultureInfo.InvariantCulture))
        : ServeAsync();

    private static async Task<int> ServeAsync()
    {
        foreach (var guilds in (int[])[1, 1000])
        {
            await using var discord = await FakeDiscord.StartAsync();
            discord.Gateway.Guilds = guilds;
            discord.Gateway.ChannelsPerGuild = ChannelsPerGuild;
            var start = new ProcessStartInfo(Environment.ProcessPath!);
            foreach (var argument in (string[])[Verb, "client", discord.ApiBaseUrl.ToString(), discord.Options.Token, $"{guilds}"])
            {
                start.ArgumentList.Add(argument);
            }

            using var bot = Process.Start(start)!;
            await bot.WaitForExitAsync();
        }

        return 0;
    }

    private static async Task<int> ReportAsync(Uri address, string token, int guilds)
    {
        var folder = Directory.CreateTempSubdirectory();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        _ = builder.Services.Configure<DiscordOptions>(options => (options.ApiBaseUrl, options.Token) = (address, token));
        _ = builder.Services.AddDiscordGateway(folder.FullName);
        using var host = builder.Build();
        var events = host.Services.GetRequiredService<GatewayEvents>();
        var created = events.Listen("GUILD_CREATE", DiscordJson.Default.Guild);
        await host.StartAsync();
        for (var n = 0; n < guilds; n++)
        {
            _ = await created.ReadAsync();
        }

        // What an idle process has given back after a while.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{guilds} guilds of {ChannelsPerGuild} channels: managed heap {GC.GetTotalMemory(false) / 1048576.0:F1} MB, working set {process.WorkingSet64 / 1048576.0:F1} MB"));
        await host.StopAsync();
        folder.Delete(recursive: true);
        return 0;
    }
}
