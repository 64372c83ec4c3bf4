using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Testing.Discord;
using Channel = System.Threading.Channels.Channel;

namespace Bot.Discord.Tests.DiscordJs;

/// <summary>A node process with discord.js, installed from npm beside the other build outputs.</summary>
internal sealed class DiscordJsBot : IAsyncDisposable
{
    private const string Package = "discord.js";
    private const string Version = "14.28.1";

    private readonly Process _process;
    private readonly Channel<JsonNode> _lines = Channel.CreateUnbounded<JsonNode>();
    private readonly ConcurrentQueue<JsonNode> _said = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private DiscordJsBot(Process process) => _process = process;

    /// <summary>Everything the bot has said.</summary>
    public IReadOnlyCollection<JsonNode> Said => _said;

    public static async Task<DiscordJsBot> StartAsync(FakeDiscord discord, CancellationToken cancellationToken)
    {
        var modules = await InstallAsync(cancellationToken);
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "DiscordJs", "client.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["API"] = discord.ApiBaseUrl.ToString(),
                ["TOKEN"] = discord.Options.Token,
                ["APPLICATION"] = discord.Options.ApplicationId.ToString(),
                ["GUILD"] = discord.Options.GuildId.ToString(),
                ["MODULES"] = modules,
            },
        };
        var bot = new DiscordJsBot(new Process { StartInfo = start });
        bot._process.OutputDataReceived += (_, line) => bot.Hear(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot._errors.Enqueue(line.Data ?? "");
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Waits until the bot says this.</summary>
    public async Task<JsonNode> WaitForAsync(string said, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(either.Token))
            {
                if (line["event"]!.GetValue<string>() == said)
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Falls through to the message that tells more.
        }

        throw new InvalidOperationException($"The bot never said {said}. It said: {string.Join(' ', _said.Select(line => line.ToJsonString()))} {string.Join('\n', _errors)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    /// <returns>A file in the folder whose modules the bot uses.</returns>
    private static async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        var artifacts = new DirectoryInfo(AppContext.BaseDirectory);
        while (artifacts is { Name: not ".artifacts", Parent: not null })
        {
            artifacts = artifacts.Parent;
        }

        var folder = Directory.CreateDirectory(Path.Combine(artifacts.Name == ".artifacts" ? artifacts.FullName : AppContext.BaseDirectory, $"{Package}-{Version}"));
        var manifest = Path.Combine(folder.FullName, "package.json");
        if (!File.Exists(Path.Combine(folder.FullName, "node_modules", Package, "package.json")))
        {
            await File.WriteAllTextAsync(manifest, """{"private":true}""", cancellationToken);
            await RunAsync("npm", ["install", $"{Package}@{Version}", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], folder.FullName, cancellationToken);
        }

        return manifest;
    }

    private static async Task RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no {program} here. Install nodejs and npm; the script that runs all tests does it.");
        }

        using (process)
        {
            var output = process!.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, $"{program} failed: {errors} {await output}");
        }
    }

    private void Hear(string? text)
    {
        if (text is null)
        {
            _lines.Writer.TryComplete();
        }
        else if (JsonNode.Parse(text) is { } line)
        {
            _said.Enqueue(line);
            _lines.Writer.TryWrite(line);
        }
    }
}
