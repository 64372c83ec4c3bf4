using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>Registers the commands at start, when they are not what was registered last: Discord counts creations.</summary>
internal sealed partial class CommandRegistration(
    DiscordRest rest,
    IOptions<DiscordOptions> options,
    IOptions<LimitsOptions> limits,
    RegistrationRecord record,
    CommandMentions mentions,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<CommandRegistration> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(2); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await RegisterAsync(stoppingToken);
                return;
            }
            catch (DiscordUnauthorizedException)
            {
                // Logged where it was refused. Over the gateway the first connection says the same, over HTTP nothing else does.
                record.IsRefused = true;
                lifetime.StopApplication();
                return;
            }
            catch (Exception failure) when (failure is DiscordRestException or IOException or UnauthorizedAccessException)
            {
                Log.Failed(logger, (int)pause.TotalSeconds, failure.Message);
                await Task.Delay(pause, time, stoppingToken);
            }
        }
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var application = await rest.GetCurrentApplicationAsync(cancellationToken);
        Snowflake? guild = options.Value.Guild is { Length: > 0 } id ? Snowflake.Parse(id) : null;
        var definitions = CommandRegistry.Definitions(limits.Value.QuestionLength);
        var commands = guild is null ? definitions : [.. definitions.Select(OfOneGuild)];
        var fingerprint = Fingerprint(application.Id, guild, commands);
        if (await record.ReadAsync(cancellationToken) is { } before && before.Fingerprint == fingerprint)
        {
            mentions.Know(before.Ids);
            return;
        }

        var registered = await RegisterAsync(application.Id, guild, commands, cancellationToken);
        var ids = registered.Where(command => command.Type == ApplicationCommandType.ChatInput && command.Id is not null)
            .ToDictionary(command => command.Name, command => command.Id!.Value.ToString(), StringComparer.Ordinal);
        mentions.Know(ids);
        Log.Registered(logger, registered.Count);
        if (registered.Count == commands.Count)
        {
            // What was refused is tried again at the next start.
            await record.WriteAsync(new Registered(fingerprint, ids), cancellationToken);
        }
    }

    /// <summary>All at once; one by one where the whole is refused, so that one command that the server does not take leaves the others.</summary>
    private async Task<IReadOnlyList<ApplicationCommand>> RegisterAsync(
        Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.OverwriteCommandsAsync(application, guild, commands, cancellationToken);
        }
        catch (DiscordApiException refused) when (refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            Log.AllRefused(logger, refused.Message);
        }

        var registered = new List<ApplicationCommand>();
        foreach (var command in commands)
        {
            try
            {
                registered.Add(await rest.CreateCommandAsync(application, guild, command, cancellationToken));
            }
            catch (DiscordApiException refused) when (refused.Status is HttpStatusCode.BadRequest)
            {
                Log.OneRefused(logger, command.Name, refused.Message);
            }
        }

        return registered;
    }

    /// <summary>Who may install a command, and where it may be used, can be said of global ones only.</summary>
    private static ApplicationCommand OfOneGuild(ApplicationCommand command) => command with { Contexts = null, IntegrationTypes = null };

    private static string Fingerprint(Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands)
    {
        var definitions = JsonSerializer.Serialize(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{application} {guild} {definitions}")));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Registered {Count} commands")]
        public static partial void Registered(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "The commands could not be registered; trying again in {Seconds} seconds: {Reason}")]
        public static partial void Failed(ILogger logger, int seconds, string reason);

        [LoggerMessage(LogLevel.Warning, "The commands were refused as a whole and are registered one by one: {Reason}")]
        public static partial void AllRefused(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The command {Command} was refused and is missing: {Reason}")]
        public static partial void OneRefused(ILogger logger, string command, string reason);
    }
}

/// <summary>What was registered last.</summary>
/// <param name="Ids">Ids of the slash commands by their names.</param>
internal sealed record Registered(string Fingerprint, Dictionary<string, string> Ids);

/// <summary>Remembers across restarts which commands are registered.</summary>
/// <param name="path">A small file in the data folder.</param>
internal sealed class RegistrationRecord(string path)
{
    /// <summary>Whether Discord has refused the token when the commands were to be registered.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Null when nothing has been registered, or it cannot be told what.</summary>
    public async Task<Registered?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Registered>(await File.ReadAllTextAsync(path, cancellationToken)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(Registered registered, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".new";
        await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(registered), cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }
}
