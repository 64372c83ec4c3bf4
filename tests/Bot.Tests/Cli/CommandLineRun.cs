using System.Net.Sockets;
using Bot.Articles.Fetching;
using Bot.Cli;
using Spectre.Console.Testing;

namespace Bot.Tests.Cli;

/// <summary>The whole program in process, with its own data folder and a terminal that remembers.</summary>
internal sealed class CommandLineRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");

    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>What the program fetches from; nothing is there unless a test says so.</summary>
    public Network Network { get; init; } = new() { ResolveAsync = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };

    public int Width { get; init; } = 100_000;

    /// <summary>Whether a person sits before it.</summary>
    public bool IsTerminal { get; init; }

    public string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<Outcome> RunAsync(params string[] args) => await RunAsync("", args);

    public async Task<Outcome> RunAsync(string input, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        using var console = new TestConsole();
        console.Profile.Width = Width;
        console.Profile.Capabilities.Ansi = console.Profile.Capabilities.Interactive = IsTerminal;
        var terminal = new Terminal(console, output, error, reader, IsTerminal) { Network = Network, ErrorIsTerminal = IsTerminal };
        var code = await BotCommandLine.RunAsync(args, terminal, TestContext.Current.CancellationToken, [new("BOT_DATA", Data)]);
        return new Outcome(code, output.ToString() + console.Output, error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

internal sealed record Outcome(int Code, string Output, string Error)
{
    /// <summary>Fails the test unless there is exactly one line on standard error and nothing on standard output.</summary>
    public string OneErrorLine()
    {
        Assert.Equal("", Output);
        return Assert.Single(Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
