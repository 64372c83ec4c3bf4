using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Articles;
using Bot.Commands;
using Bot.Discord;
using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Health;

namespace Bot.Cli.Checks;

/// <summary>What Discord says about the bot, once it knows the token.</summary>
internal sealed class DiscordChecks(DiscordRest rest, DiscordOptions options)
{
    /// <summary>The least with which everything works: answers to commands need none of it, mentions need to be read where they stand and answered there.</summary>
    public const Permissions Smallest = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.ReadMessageHistory;

    private const int MostGuilds = 20;

    // How long a question may be does not matter for which commands there are.
    private static readonly IReadOnlyList<ApplicationCommand> Expected = CommandRegistry.Definitions(longestQuestion: 1000);

    public async IAsyncEnumerable<CheckResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return CheckIntents(new GatewayOptions().Intents);
        yield return await SystemChecks.TryAsync("Discord mode", () => CheckModeAsync(cancellationToken));
        yield return await CheckCommandsAsync(cancellationToken);
        foreach (var result in await CheckGuildsAsync(cancellationToken))
        {
            yield return result;
        }

        yield return await SystemChecks.TryAsync("Discord invite", () => InviteAsync(cancellationToken));
    }

    private static CheckResult CheckIntents(GatewayIntents intents) => (intents & GatewayIntents.MessageContent) == 0
        ? CheckResult.Passed("Discord intents", $"the bot asks for {intents}, none of them privileged")
        : CheckResult.Failed("Discord intents", "MessageContent is privileged. Switch it on for the bot in the developer portal.");

    /// <summary>Discord sends interactions to one place only: an address in the developer portal turns the gateway's off.</summary>
    private async Task<string> CheckModeAsync(CancellationToken cancellationToken)
    {
        var endpoint = (await rest.GetCurrentApplicationAsync(cancellationToken)).InteractionsEndpointUrl;
        return (options.Mode, string.IsNullOrEmpty(endpoint)) switch
        {
            (DiscordMode.Gateway, true) => "interactions come over the gateway",
            (DiscordMode.Http, false) => $"interactions come to {endpoint}",
            (DiscordMode.Gateway, false) => throw new OperatorException(
                $"Discord sends interactions to {endpoint}. Clear Interactions Endpoint URL in the developer portal, or set Discord:Mode to Http."),
            _ => throw new OperatorException("Discord:Mode is Http. Enter this bot's public address with /interactions as Interactions Endpoint URL in the developer portal."),
        };
    }

    private async Task<CheckResult> CheckCommandsAsync(CancellationToken cancellationToken)
    {
        var missing = 0;
        var result = await SystemChecks.TryAsync("Discord commands", async () =>
        {
            Snowflake? guild = options.Guild is { Length: > 0 } id ? Snowflake.Parse(id) : null;
            var application = await rest.GetCurrentApplicationAsync(cancellationToken);
            var registered = (await rest.GetCommandsAsync(application.Id, guild, cancellationToken)).Select(command => command.Name).ToHashSet(StringComparer.Ordinal);
            missing = Expected.Count(command => !registered.Contains(command.Name));
            return missing > 0 ? "not all are registered yet; bot run registers them"
                : string.Create(CultureInfo.InvariantCulture, $"{Expected.Count} are registered {(guild is null ? "everywhere" : "in one server")}");
        });
        return result.State == CheckState.Passed && missing > 0 ? CheckResult.Off(result.Subject, result.Finding) : result;
    }

    private async Task<IReadOnlyList<CheckResult>> CheckGuildsAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guild> guilds = [];
        var listed = await SystemChecks.TryAsync("Discord servers", async () =>
        {
            guilds = await rest.GetOwnGuildsAsync(null, cancellationToken);
            return string.Create(CultureInfo.InvariantCulture, $"the bot is a member of {guilds.Count}");
        });
        if (listed.State == CheckState.Failed)
        {
            return [listed];
        }

        if (options.Guild is { Length: > 0 } wanted && guilds.All(guild => guild.Id.ToString() != wanted))
        {
            return [CheckResult.Failed("Discord servers", "the bot is not a member of the server in Discord:Guild. Open the invite link below.")];
        }

        return guilds.Count == 0
            ? [CheckResult.Off("Discord servers", "the bot is a member of none yet; open the invite link below")]
            : [listed, .. guilds.Take(MostGuilds).Select(CheckGuild)];
    }

    private static CheckResult CheckGuild(Guild guild)
    {
        var granted = guild.Permissions ?? Permissions.None;
        var lacking = granted.HasFlag(Permissions.Administrator) ? Permissions.None : Smallest & ~granted;
        var subject = $"Discord permissions in {string.Concat((guild.Name ?? "").Where(c => !char.IsControl(c)))}";
        return lacking == Permissions.None
            ? CheckResult.Passed(subject, "all there, unless a channel takes some away")
            : CheckResult.Failed(subject, $"{lacking} missing. Give them to the bot's role, or open the invite link below again.");
    }

    private async Task<string> InviteAsync(CancellationToken cancellationToken)
    {
        var application = await rest.GetCurrentApplicationAsync(cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture, $"https://discord.com/oauth2/authorize?client_id={application.Id}&scope=bot+applications.commands&permissions={(ulong)Smallest}");
    }
}
