using System.Diagnostics.Metrics;
using Bot.Discord.Model;
using Bot.Discord.Rest.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Rest;

/// <summary>The calls this bot makes to Discord. Each waits for its rate limit, repeats what is safe to repeat and throws a
/// <see cref="DiscordRestException"/> when it cannot be done.</summary>
public sealed partial class DiscordRest : IDisposable
{
    private readonly RestTransport _transport;
    private readonly DiscordRestOptions _options;
    private readonly ILogger _logger;
    private readonly Layouts _layouts;

    public DiscordRest(DiscordOptions discord, DiscordRestOptions options, TimeProvider time, ILogger<DiscordRest> logger, IMeterFactory? meters = null)
        : this(CreateHandler(), discord, options, time, Random.Shared.NextDouble, logger, meters)
    {
    }

    internal DiscordRest(
        HttpMessageHandler handler, DiscordOptions discord, DiscordRestOptions options, TimeProvider time, Func<double> random, ILogger<DiscordRest> logger, IMeterFactory? meters = null)
    {
        _options = options;
        _logger = logger;
        _layouts = new Layouts(logger);
        _transport = new RestTransport(handler, discord, options, time, random, new RestMetrics(meters), logger);
    }

    /// <summary>Completes when Discord has refused the bot token; nothing can be done then but tell the operator.</summary>
    public Task TokenRefused => _transport.TokenRefused;

    /// <summary>Answers 401, 403 and 429 in the last ten minutes.</summary>
    public int InvalidRequests => _transport.InvalidRequests;

    public Task<Application> GetCurrentApplicationAsync(CancellationToken cancellationToken) =>
        GetAsync(new(HttpMethod.Get, "applications/@me", "applications/@me"), DiscordJson.Default.Application, cancellationToken);

    public Task<User> GetCurrentUserAsync(CancellationToken cancellationToken) =>
        GetAsync(new(HttpMethod.Get, "users/@me", "users/@me"), DiscordJson.Default.User, cancellationToken);

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken) =>
        GetAsync(new(HttpMethod.Get, "gateway/bot", "gateway/bot"), DiscordJson.Default.GatewayBot, cancellationToken);

    public Task<Guild> GetGuildAsync(Snowflake guild, CancellationToken cancellationToken) =>
        GetAsync(new(HttpMethod.Get, "guilds/{guild}", $"guilds/{guild}", guild.ToString()), DiscordJson.Default.Guild, cancellationToken);

    /// <summary>The guilds that the bot is a member of, by id, each with what the bot may do there.</summary>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <returns>At most 200.</returns>
    public Task<IReadOnlyList<Guild>> GetOwnGuildsAsync(Snowflake? after, CancellationToken cancellationToken) =>
        GetAsync(
            new(HttpMethod.Get, "users/@me/guilds", after is { } last ? $"users/@me/guilds?after={last}" : "users/@me/guilds"),
            DiscordJson.Default.IReadOnlyListGuild,
            cancellationToken);

    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) =>
        GetAsync(new(HttpMethod.Get, "channels/{channel}", $"channels/{channel}", channel.ToString()), DiscordJson.Default.Channel, cancellationToken);

    /// <summary>The commands registered globally, or in one guild.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellationToken) =>
        GetAsync(CommandsRoute(HttpMethod.Get, application, guild), DiscordJson.Default.IReadOnlyListApplicationCommand, cancellationToken);

    /// <summary>Replaces all commands registered globally, or in one guild. Commands that are already there as given cost nothing.</summary>
    /// <returns>The commands with their ids.</returns>
    public async Task<IReadOnlyList<ApplicationCommand>> OverwriteCommandsAsync(
        Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        await _transport.SendAsync(
            CommandsRoute(HttpMethod.Put, application, guild),
            RequestBody.Of(commands, RestJson.Default.IReadOnlyListApplicationCommand),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            repeatable: true,
            cancellationToken) ?? [];

    /// <summary>Registers one command globally, or in one guild, in place of the one of its name and type.</summary>
    /// <returns>The command with its id.</returns>
    /// <exception cref="DiscordApiException">Discord does not take it.</exception>
    public async Task<ApplicationCommand> CreateCommandAsync(Snowflake application, Snowflake? guild, ApplicationCommand command, CancellationToken cancellationToken) =>
        await _transport.SendAsync(
            CommandsRoute(HttpMethod.Post, application, guild),
            RequestBody.Of(command, RestJson.Default.ApplicationCommand),
            DiscordJson.Default.ApplicationCommand,
            repeatable: true,
            cancellationToken) ?? command;

    public void Dispose() => _transport.Dispose();

    private static DiscordRoute CommandsRoute(HttpMethod method, Snowflake application, Snowflake? guild) => guild is { } id
        ? new(method, "applications/{application}/guilds/{guild}/commands", $"applications/{application}/guilds/{id}/commands", id.ToString())
        : new(method, "applications/{application}/commands", $"applications/{application}/commands");

    private static SocketsHttpHandler CreateHandler() => new()
    {
        // An idle connection that the far side has dropped would cost an interaction its three seconds.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        EnableMultipleHttp2Connections = true,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,

        // The framework's own spans would show whole paths, and paths hold interaction tokens.
        ActivityHeadersPropagator = null,
    };

    private async Task<T> GetAsync<T>(DiscordRoute route, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        await _transport.SendAsync(route, null, type, repeatable: true, cancellationToken)
        ?? throw new DiscordUnavailableException(route.ToString(), mayHaveHappened: false);
}
