using System.CommandLine;
using Bot.Answers;
using Bot.Articles;
using Spectre.Console;

namespace Bot.CommandLine;

/// <summary><c>chat</c>: the same questions one after another, with follow-ups.</summary>
internal static class ChatVerb
{
    public static Command Create(CommandContext context)
    {
        var article = SharedOptions.Article();
        var command = new Command("chat", "Ask one question after another; an empty line or Ctrl+D ends it.") { article };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var desk = services.GetRequiredService<ArticleDesk>();
            var reference = parsed.GetValue(article);
            if (reference is not null)
            {
                await desk.FindAsync(reference, cancellationToken);
            }

            await ConverseAsync(context.Terminal, services, desk, reference, cancellationToken);
            return ExitCode.Answered;
        });
        return command;
    }

    private static async Task ConverseAsync(
        Terminal terminal, ServiceProvider services, ArticleDesk desk, string? reference, CancellationToken cancellationToken)
    {
        var conversation = new Conversation();
        while (await ReadAsync(terminal, cancellationToken) is { } line)
        {
            try
            {
                var question = conversation.StandAlone(QuestionText.Checked(line, services));
                var answer = await desk.AskAsync(question, reference, cancellationToken);
                conversation.Add(question);
                await AnswerView.WriteAsync(terminal.Console, desk, answer, cancellationToken);
            }
            catch (Exception exception) when (exception is UsageException or UserFacingException)
            {
                await terminal.FailAsync(exception.Message, ExitCode.Failed);
            }
        }
    }

    private static async Task<string?> ReadAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        if (terminal.IsInteractive)
        {
            terminal.Console.Write(new Text("> "));
        }

        string? line;
        do
        {
            line = await terminal.Input.ReadLineAsync(cancellationToken);
        }
        while (!terminal.IsInteractive && line is not null && string.IsNullOrWhiteSpace(line));
        return string.IsNullOrWhiteSpace(line) ? null : line;
    }
}
