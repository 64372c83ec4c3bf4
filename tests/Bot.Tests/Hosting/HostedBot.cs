using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Articles.Fetching;
using Bot.Articles.Parsing;
using Bot.Cli;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Storage;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Spectre.Console.Testing;

namespace Bot.Tests.Hosting;

/// <summary>The whole bot, started by its own command line, connected to a Discord on loopback.</summary>
internal sealed class HostedBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-hosted-");
    private readonly HttpClient _http = new();
    private readonly IReadOnlyList<KeyValuePair<string, string?>> _more;
    private readonly Uri? _endpoint;
    private readonly Network _network;
    private CancellationTokenSource _stop = new();
    private Task<int> _running = Task.FromResult(0);

    private HostedBot(FakeDiscord discord, bool overHttp, Network? network, IReadOnlyList<KeyValuePair<string, string?>> more)
    {
        Discord = discord;
        _network = network ?? new Network { ResolveAsync = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };
        _more = more;
        _endpoint = overHttp ? new Uri($"http://127.0.0.1:{FreePort()}/interactions") : null;
    }

    public FakeDiscord Discord { get; }

    /// <summary>Where it keeps everything.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Starts the bot and waits until it is connected and its commands are registered.</summary>
    /// <param name="overHttp">Interactions come over HTTP in place of the gateway.</param>
    /// <param name="network">The web; null for none.</param>
    public static async Task<HostedBot> StartAsync(
        CancellationToken cancellationToken, bool overHttp = false, Network? network = null, params IReadOnlyList<KeyValuePair<string, string?>> more)
    {
        var bot = new HostedBot(await FakeDiscord.StartAsync(cancellationToken: cancellationToken), overHttp, network, more);
        await bot.RunAsync(cancellationToken);
        return bot;
    }

    /// <summary>Stops the bot and starts it again with what it has kept.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        await RunAsync(cancellationToken);
    }

    /// <summary>A person does something, over the gateway or over HTTP.</summary>
    public async Task<FakeInteraction> InteractAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        if (_endpoint is null)
        {
            return Discord.Interact(payload);
        }

        using var response = await Discord.InteractOverHttpAsync(_http, _endpoint, payload, cancellationToken);
        response.EnsureSuccessStatusCode();
        return Discord.Rest.Interactions.Single(interaction => interaction.Id == payload["id"]!.GetValue<string>());
    }

    public IReadOnlyList<KeyValuePair<string, string?>> Settings =>
    [
        new("BOT_DATA", _folder.FullName),
        new("Discord:Token", Discord.Options.Token),
        new("Discord:ApiBaseUrl", Discord.ApiBaseUrl.ToString()),
        new("Logging:LogLevel:Default", "Warning"),
        .. _endpoint is null
            ? []
            : new KeyValuePair<string, string?>[]
            {
                new("Discord:Mode", "Http"), new("Discord:PublicKey", Discord.PublicKey), new("urls", _endpoint.GetLeftPart(UriPartial.Authority)),
            },
        .. _more,
    ];

    /// <summary>Puts an article into the library of one guild, beside the running bot.</summary>
    public async Task AddAsync(ulong guild, string text, CancellationToken cancellationToken)
    {
        var configuration = SettingSources.Read(Settings);
        await using var database = await BotHost.OpenDatabaseAsync(configuration, new StorageOptions(), cancellationToken);
        var document = SourceDocument.FromText(text);
        var article = new ArticleReader().Read(document, cancellationToken);
        await new ArticleLibrary(database, TimeProvider.System).AddAsync(new GuildId(guild), article, document.Bytes, cancellationToken);
    }

    /// <summary>Removes all articles of one guild, beside the running bot.</summary>
    public async Task RemoveEverythingAsync(ulong guild, CancellationToken cancellationToken)
    {
        await using var database = await BotHost.OpenDatabaseAsync(SettingSources.Read(Settings), new StorageOptions(), cancellationToken);
        var library = new ArticleLibrary(database, TimeProvider.System);
        foreach (var listing in await library.ListAsync(new GuildId(guild), cancellationToken))
        {
            await library.RemoveAsync(new GuildId(guild), listing.Id, cancellationToken);
        }
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
        var interaction = await InteractAsync(FakePayloads.Command(Discord, command, [.. filled]), cancellationToken);
        await interaction.Answered.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        return interaction;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var terminal = new Terminal(new TestConsole(), TextWriter.Null, TextWriter.Null, TextReader.Null, IsInteractive: false) { Network = _network };
        _stop = new CancellationTokenSource();
        _running = Task.Run(() => BotCommandLine.RunAsync(["run"], terminal, _stop.Token, Settings), cancellationToken);
        await UntilAsync(
            () => Discord.Rest.Commands.Global.Count > 0
                && (_endpoint is null ? Discord.Gateway.Sessions.Any(session => session.Connection is not null) : IsListening(_endpoint.Port)),
            cancellationToken);
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        _stop.Dispose();
    }

    private static bool IsListening(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
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
