using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Articles.Reading;
using Bot.CommandLine;
using Bot.Configuration;
using Bot.Storage;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Spectre.Console.Testing;

namespace Bot.Tests.Hosting;

/// <summary>The whole bot, started by its own command line, connected to a Discord on loopback.</summary>
internal sealed class HostedBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-hosted-");
    private readonly CancellationTokenSource _stop = new();
    private Task<int> _running = Task.FromResult(0);

    private HostedBot(FakeDiscord discord) => Discord = discord;

    public FakeDiscord Discord { get; }

    /// <summary>Starts the bot and waits until it is connected and its commands are registered.</summary>
    public static async Task<HostedBot> StartAsync(CancellationToken cancellationToken)
    {
        var bot = new HostedBot(await FakeDiscord.StartAsync(cancellationToken: cancellationToken));
        bot.Run();
        await bot.UntilAsync(() => bot.Discord.Rest.Commands.Global.Count > 0 && bot.Discord.Gateway.Sessions.Count > 0, cancellationToken);
        return bot;
    }

    public IReadOnlyList<KeyValuePair<string, string?>> Settings =>
    [
        new("BOT_DATA", _folder.FullName),
        new("Discord:Token", Discord.Options.Token),
        new("Discord:ApiBaseUrl", Discord.ApiBaseUrl.ToString()),
        new("Logging:LogLevel:Default", "Warning"),
    ];

    /// <summary>Puts an article into the library of one guild, beside the running bot.</summary>
    public async Task AddAsync(ulong guild, string text, CancellationToken cancellationToken)
    {
        var configuration = BotHost.Configuration(Settings);
        await using var database = await BotHost.OpenDatabaseAsync(configuration, new StorageOptions(), cancellationToken);
        var document = SourceDocument.FromText(text);
        var article = new ArticleReader().Read(document, cancellationToken);
        await new ArticleLibrary(database, TimeProvider.System).AddAsync(new GuildId(guild), article, document.Bytes, cancellationToken);
    }

    /// <summary>Uses a slash command and waits for the first message that the person can read.</summary>
    public async Task<FakeInteraction> UseAsync(string command, CancellationToken cancellationToken, params (string Name, JsonNode Value)[] options)
    {
        var filled = options.Select(option => (JsonNode)new JsonObject
        {
            ["name"] = option.Name,
            ["type"] = option.Value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? 5 : 3,
            ["value"] = option.Value,
        });
        var interaction = Discord.Interact(FakePayloads.Command(Discord, command, [.. filled]));
        await interaction.Answered.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        return interaction;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        await Discord.DisposeAsync();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Run()
    {
        var terminal = new Terminal(new TestConsole(), TextWriter.Null, TextWriter.Null, TextReader.Null, IsInteractive: false);
        _running = Task.Run(() => BotCommandLine.RunAsync(["run"], terminal, _stop.Token, Settings));
    }

    private async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            if (_running.IsCompleted)
            {
                throw new InvalidOperationException($"The bot ended with exit code {await _running}.");
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
