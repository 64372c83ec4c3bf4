using System.CommandLine;
using Bot.Answers;
using Bot.Answers.Conversations;
using Bot.Articles;
using Bot.Search.Vectors;
using Spectre.Console;

namespace Bot.Cli;

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
            services.GetRequiredService<SentenceModel>().Warm();
            var desk = services.GetRequiredService<ArticleResolver>();
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
        Terminal terminal, IServiceProvider services, ArticleResolver desk, string? reference, CancellationToken cancellationToken)
    {
        var rewriter = services.GetRequiredService<QuestionRewriter>();
        var turns = new List<ConversationTurn>();
        while (await ReadAsync(terminal, cancellationToken) is { } line)
        {
            try
            {
                var asked = new Question(QuestionText.Checked(line, services), GuildId.Everyone);
                var question = await rewriter.RewriteAsync(asked, turns, cancellationToken);
                var answer = await desk.AskAsync(question.Text, reference, cancellationToken);
                turns.Add(ConversationTurn.Of(question, answer));
                if (question.Text != asked.Text)
                {
                    terminal.Console.Write(new Text($"\n({question.Text})\n", new Style(decoration: Decoration.Dim)));
                }

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
