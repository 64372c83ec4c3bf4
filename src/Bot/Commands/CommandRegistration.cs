using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Discord;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>Registers the commands at start, when they are not what was registered last: Discord counts creations.</summary>
internal sealed partial class CommandRegistration(
    DiscordRest rest,
    IOptions<DiscordOptions> options,
    RegistrationRecord record,
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
        var registered = Fingerprint(application.Id, guild);
        if (registered == await record.ReadAsync(cancellationToken))
        {
            return;
        }

        await rest.OverwriteCommandsAsync(application.Id, guild, CommandRegistry.Definitions, cancellationToken);
        await record.WriteAsync(registered, cancellationToken);
        Log.Registered(logger, CommandRegistry.Definitions.Count);
    }

    private static string Fingerprint(Snowflake application, Snowflake? guild)
    {
        var definitions = JsonSerializer.Serialize(CommandRegistry.Definitions, DiscordJson.Default.IReadOnlyListApplicationCommand);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{application} {guild} {definitions}")));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Registered {Count} commands")]
        public static partial void Registered(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "The commands could not be registered; trying again in {Seconds} seconds: {Reason}")]
        public static partial void Failed(ILogger logger, int seconds, string reason);
    }
}

/// <summary>Remembers across restarts which commands are registered.</summary>
/// <param name="path">A small file in the data folder.</param>
internal sealed class RegistrationRecord(string path)
{
    /// <summary>Whether Discord has refused the token when the commands were to be registered.</summary>
    public bool IsRefused { get; set; }

    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null;

    public async Task WriteAsync(string fingerprint, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".new";
        await File.WriteAllTextAsync(unfinished, fingerprint, cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }
}
