using System.CommandLine;
using System.Text.Json;
using Bot.Answers;
using Bot.Articles;
using Bot.Hosting;
using Bot.Search.Vectors;
using Spectre.Console;

namespace Bot.Cli.Questions;

/// <summary><c>ask</c>: one question, answered and cited.</summary>
internal static class AskVerb
{
    public static Command Create(CommandContext context)
    {
        var question = new Argument<string>("QUESTION") { Description = "What you want to know." };
        var article = SharedOptions.Article();
        var format = SharedOptions.Format();
        var command = new Command("ask", "Ask one question; the answer is the article's own words, with their paragraph.") { question, article, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            services.GetRequiredService<SentenceModel>().Warm();
            var desk = services.GetRequiredService<ArticleResolver>();
            var text = QuestionText.Checked(parsed.GetRequiredValue(question), services);
            var isForAPerson = parsed.GetRequiredValue(format) != "json";
            var heard = QuestionText.Heard(text);
            if (heard is null && isForAPerson)
            {
                context.Terminal.Console.WriteLine(QuestionText.Introduction);
                return ExitCode.Answered;
            }

            var asked = new QuestionInContext(heard ?? text, GuildId.Everyone)
            {
                Article = parsed.GetValue(article) is { } reference ? await desk.FindAsync(reference, cancellationToken) : null,
            };
            var questions = services.GetRequiredService<QuestionService>();
            var answer = (await Waiting.ForAsync(context.Terminal, services, isForAPerson, () => questions.AnswerAsync(asked, cancellationToken))).Answer;
            return await WriteAsync(context.Terminal, desk, text, answer, parsed.GetRequiredValue(format), cancellationToken);
        });
        return command;
    }

    private static async Task<int> WriteAsync(
        Terminal terminal, ArticleResolver desk, string question, Answer answer, string format, CancellationToken cancellationToken)
    {
        if (answer is Answer.Unavailable unavailable)
        {
            return await terminal.FailAsync(unavailable.Reason, ExitCode.Failed);
        }

        if (format == "json")
        {
            var json = JsonSerializer.Serialize(AnswerJson.From(question, answer), OutputJson.Relaxed.AnswerJson);
            await terminal.Output.WriteLineAsync(json.AsMemory(), cancellationToken);
        }
        else
        {
            await AnswerView.WriteAsync(terminal.Console, desk, answer, cancellationToken);
        }

        return ExitCode.Answered;
    }
}
