using System.CommandLine;
using Bot.Configuration;
using Bot.Discord;
using Bot.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Cli;

/// <summary><c>run</c>, and the program without a verb.</summary>
internal static class RunVerb
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("run", "Host the bot in Discord.");
        command.SetAction((_, cancellationToken) => RunAsync(context, cancellationToken));
        return command;
    }

    /// <summary>Without a verb: host the bot when a token is configured, else say what to do next.</summary>
    public static async Task<int> RunOrExplainAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var services = context.Configure();
        if (services.GetRequiredService<IOptions<DiscordOptions>>().Value.Token is { Length: > 0 })
        {
            return await RunAsync(context, cancellationToken);
        }

        await context.Terminal.Output.WriteLineAsync(NextSteps.AsMemory(), cancellationToken);
        return ExitCode.Answered;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var services = context.Configure();
        var discord = services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        if (string.IsNullOrWhiteSpace(discord.Token))
        {
            await context.Terminal.Error.WriteLineAsync(MissingToken.AsMemory(), cancellationToken);
            return ExitCode.Usage;
        }

        var configuration = BotHost.Configuration(context.Settings);
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        await using var database = await BotHost.OpenDatabaseAsync(configuration, storage, cancellationToken);
        await DiscordHost.RunAsync(configuration, database, context.Terminal.Network, discord, adjust: null, cancellationToken);
        return ExitCode.Answered;
    }

    private const string NextSteps =
        """
        The bot answers questions about news articles and proves every answer. Try it here first:

          bot ask "How much will the allies spend on defence by 2035?"
          bot quotes --speaker Lavrov
          bot article add PATH|URL    then ask about your own article

        To host it in Discord:

          1. Create an application at https://discord.com/developers/applications
          2. Bot > Reset Token, and keep the token: export Discord__Token=…
          3. bot check                tells whether everything is in place and prints the invite link
          4. bot run

        bot --help shows every verb.
        """;

    private const string MissingToken =
        """
        Discord:Token is not set, so there is no bot to host. To get one:
          1. https://discord.com/developers/applications > New Application
          2. Bot > Reset Token, and copy the token (no privileged intent is needed)
          3. export Discord__Token=THE_TOKEN
          4. bot check prints the link that invites the bot to your server; then bot run
        """;
}
