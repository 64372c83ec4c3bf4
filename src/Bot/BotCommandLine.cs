using System.CommandLine;
using System.CommandLine.Help;
using Bot.Cli;
using Bot.Cli.Checks;
using Bot.Cli.Library;
using Bot.Cli.Questions;
using Bot.Configuration;
using Microsoft.Extensions.Options;

namespace Bot;

/// <summary>The command line: one file per verb, this one puts them together and turns failures into one line and an exit code.</summary>
internal static class BotCommandLine
{
    // No response files: “@everyone” is a question like any other.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <param name="defaults">Settings below those on the command line, in place of the environment's; for tests.</param>
    public static async Task<int> RunAsync(
        string[] args, Terminal terminal, CancellationToken cancellationToken = default, params IEnumerable<KeyValuePair<string, string?>> defaults)
    {
        try
        {
            var (verb, settings) = ConfigurationArguments.Split(args);
            foreach (var (key, value) in defaults)
            {
                settings.TryAdd(key, value);
            }

            var parsed = Create(new CommandContext(terminal, settings)).Parse(verb, Parsing);
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
            {
                return await terminal.FailAsync($"{parsed.Errors[0].Message} See: {FullName(parsed.CommandResult.Command)} --help", ExitCode.Usage);
            }

            var invocation = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (UsageException exception)
        {
            return await terminal.FailAsync(exception.Message, ExitCode.Usage);
        }
        catch (Exception exception) when (Failure.SentenceOf(exception) is { } sentence)
        {
            return await terminal.FailAsync(sentence, ExitCode.Failed);
        }
        catch (OptionsValidationException exception)
        {
            return await FailAsync(terminal, exception.Failures);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return await FailAsync(terminal, exception.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }
        catch (OperationCanceledException)
        {
            return await terminal.FailAsync("Stopped.", ExitCode.Failed);
        }
    }

    private static async Task<int> FailAsync(Terminal terminal, IEnumerable<string> settings)
    {
        foreach (var setting in settings)
        {
            await terminal.FailAsync(setting, ExitCode.Usage);
        }

        return ExitCode.Usage;
    }

    private static string FullName(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Reverse().Append(command).Select(part => part.Name));

    private static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand("Answers questions about news articles and proves every answer with the article's own words.")
        {
            AskVerb.Create(context),
            SummaryVerb.Create(context),
            QuotesVerb.Create(context),
            ChatVerb.Create(context),
            ArticleVerbs.Create(context),
            FeedbackVerbs.Create(context),
            BackupVerbs.Backup(context),
            BackupVerbs.Restore(context),
            CheckVerb.Create(context),
            RunVerb.Create(context),
        };
        root.SetAction((_, cancellationToken) => RunVerb.RunOrExplainAsync(context, cancellationToken));
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }

        return root;
    }
}
