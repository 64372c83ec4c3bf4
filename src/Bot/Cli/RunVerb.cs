using System.CommandLine;
using System.Net.Sockets;
using Bot.Configuration;
using Bot.Hosting;

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
        if (HasToken(SettingSources.Read(context.Settings)))
        {
            return await RunAsync(context, cancellationToken);
        }

        await context.Terminal.Output.WriteLineAsync(NextSteps.AsMemory(), cancellationToken);
        return ExitCode.Answered;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var configuration = SettingSources.Read(context.Settings);
        if (!HasToken(configuration))
        {
            await context.Terminal.Error.WriteLineAsync(MissingToken.AsMemory(), cancellationToken);
            return ExitCode.Usage;
        }

        await using var app = DiscordHost.Build(configuration, context.Terminal.Network);
        await app.OpenAsync(cancellationToken);
        var isRefused = DiscordHost.Refusal(app.Services);
        try
        {
            await app.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new UsageException($"The bot cannot listen on the address in urls: {exception.Message}");
        }

        return isRefused() ? ExitCode.Usage : ExitCode.Answered;
    }

    private static bool HasToken(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["Discord:Token"]);

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
