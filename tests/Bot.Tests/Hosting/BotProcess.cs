using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bot.Testing.Discord;

namespace Bot.Tests.Hosting;

/// <summary>The program itself in a process of its own, which can be killed.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new();

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bot-process-");
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Process _process;

    private BotProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it has logged and written so far.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts it with a data folder of its own, and waits until it says that it is ready.</summary>
    public static async Task<BotProcess> StartAsync(FakeDiscord discord, string connectionString, string mode, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo
        {
            FileName = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bot.exe" : "bot"),
            ArgumentList = { "run" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = new Process { StartInfo = start };
        var bot = new BotProcess(process, address);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["BOT_DATA"] = bot._data.FullName,
            ["Discord__Token"] = discord.Options.Token,
            ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
            ["Discord__Mode"] = mode,
            ["Discord__PublicKey"] = discord.PublicKey,
            ["Storage__Kind"] = "Postgres",
            ["Storage__ConnectionString"] = connectionString,
            ["urls"] = address.ToString(),
        })
        {
            start.Environment[name] = value;
        }

        process.OutputDataReceived += (_, line) => bot.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => bot.Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await bot.UntilReadyAsync(cancellationToken);
        return bot;
    }

    /// <summary>SIGKILL: no goodbye, no clean-up.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            _said.Enqueue(line);
        }
    }

    private async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (!await IsReadyAsync(patience.Token))
        {
            Assert.False(_process.HasExited, $"The bot ended: {Said}");
            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
