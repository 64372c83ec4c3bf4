using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Bot.Answers;
using Bot.Answers.Conversations;
using Bot.Articles;
using Bot.Hosting;
using Bot.Search.Vectors;
using Spectre.Console;

namespace Bot.Cli.Questions;

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
            var named = parsed.GetValue(article) is { } reference ? await desk.FindAsync(reference, cancellationToken) : null;
            await ConverseAsync(context.Terminal, services, desk, named, cancellationToken);
            return ExitCode.Answered;
        });
        return command;
    }

    private static async Task ConverseAsync(Terminal terminal, IServiceProvider services, ArticleResolver desk, Article? article, CancellationToken cancellationToken)
    {
        var questions = services.GetRequiredService<QuestionService>();
        var turns = new List<ConversationTurn>();
        ImmutableArray<string> offered = [];
        while (await ReadAsync(terminal, cancellationToken) is { } line)
        {
            try
            {
                var text = QuestionText.Checked(Chosen(line, offered) ?? line, services);
                if (QuestionText.Heard(text) is not { } heard)
                {
                    terminal.Console.WriteLine(QuestionText.Introduction);
                    continue;
                }

                var asked = new QuestionInContext(heard, GuildId.Everyone) { Article = article, Earlier = turns };
                var result = await Waiting.ForAsync(terminal, services, isForAPerson: true, () => questions.AnswerAsync(asked, cancellationToken));
                turns.Add(result.Turn);
                if (!Utterance.AreTheSame(result.Read.Text, heard))
                {
                    terminal.Console.Write(new Text($"\n({result.Read.Text})\n", new Style(decoration: Decoration.Dim)));
                }

                await AnswerView.WriteAsync(terminal.Console, desk, result.Answer, cancellationToken);
                offered = result.Alternatives;
                Offer(terminal.Console, offered);
            }
            catch (Exception exception) when (Failure.SentenceOf(exception) is { } sentence)
            {
                await terminal.FailAsync(sentence, ExitCode.Failed);
            }
        }
    }

    /// <summary>Asks back with the other ways to read the question.</summary>
    private static void Offer(IAnsiConsole console, ImmutableArray<string> alternatives)
    {
        if (alternatives.IsEmpty)
        {
            return;
        }

        console.WriteLine("Did you mean:");
        for (var i = 0; i < alternatives.Length; i++)
        {
            console.WriteLine($"  {i + 1}  {alternatives[i]}");
        }
    }

    /// <summary>The reading whose number was typed.</summary>
    private static string? Chosen(string line, ImmutableArray<string> offered) =>
        int.TryParse(line.Trim(), CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= offered.Length ? offered[number - 1] : null;

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
