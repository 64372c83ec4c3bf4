using System.Diagnostics;
using Bot.Testing.Discord;

namespace Bot.Benchmarks;

/// <summary>The whole bot in a process of its own, connected to a Discord on loopback in this one.</summary>
internal sealed class StartedBot : IAsyncDisposable
{
    private StartedBot(Process process) => Process = process;

    public Process Process { get; }

    /// <param name="folder">Where its database is.</param>
    /// <param name="program">Another bot that reads the same variables, to compare with; null for this one.</param>
    public static async Task<StartedBot> StartAsync(FakeDiscord discord, string folder, string? program = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program ?? Path.Combine(AppContext.BaseDirectory, "bot.dll"), "run" },
            Environment =
            {
                ["BOT_DATA"] = folder,
                ["Discord__Token"] = discord.Options.Token,
                ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        var bot = new StartedBot(Process.Start(start)!);
        while (!discord.Gateway.Sessions.Any(session => session.Connection is not null) || discord.Rest.Commands.Global.Count == 0)
        {
            if (bot.Process.HasExited)
            {
                throw new InvalidOperationException($"The bot ended with exit code {bot.Process.ExitCode}.");
            }

            await Task.Delay(50);
        }

        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}
