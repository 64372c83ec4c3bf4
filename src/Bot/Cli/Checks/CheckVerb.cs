using System.CommandLine;
using Bot.Health;
using Spectre.Console;

namespace Bot.Cli.Checks;

/// <summary><c>check</c>: is everything in place; one line each.</summary>
internal static class CheckVerb
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("check", "Check configuration, storage, model, Discord token, intents and permissions.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var failed = false;
            await foreach (var result in SystemChecks.RunAsync(context, cancellationToken))
            {
                failed |= result.State == CheckState.Failed;
                Write(context.Terminal.Console, result);
            }

            return failed ? ExitCode.Failed : ExitCode.Answered;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, CheckResult result)
    {
        var (mark, color) = result.State switch
        {
            CheckState.Passed => ("ok  ", Color.Green),
            CheckState.Failed => ("FAIL", Color.Red),
            _ => ("off ", Color.Grey),
        };
        console.Write(new Text(mark, new Style(color)));
        console.Write(new Text($"  {result.Subject}: {result.Finding}"));
        console.WriteLine();
    }
}
