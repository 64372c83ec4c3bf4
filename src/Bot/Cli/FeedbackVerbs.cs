using System.CommandLine;
using System.Text.Json;
using Bot.Articles;
using Bot.Storage.Answers;

namespace Bot.Cli;

/// <summary><c>feedback export</c>: what people thought of answers, as cases for the evaluation.</summary>
internal static class FeedbackVerbs
{
    public static Command Create(CommandContext context) => new("feedback", "What people in Discord thought of the answers.") { Export(context) };

    private static Command Export(CommandContext context)
    {
        var output = new Option<string?>("--out") { Description = "A file; standard output when left out.", HelpName = "FILE" };
        var command = new Command(
            "export",
            "Judged answers as JSON Lines for the evaluation's `answer` task: question, paragraphs, and the paragraphs people called right. "
            + "Where they called it wrong, `answerable` is null: look at the case and fill it in. Holds people's questions, and no names.") { output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var judged = await services.GetRequiredService<AnswerStore>().JudgedAsync(cancellationToken);
            var library = services.GetRequiredService<IArticleLibrary>();
            var file = parsed.GetValue(output) is { } path ? Create(path) : null;
            await using (file)
            {
                var writer = file ?? context.Terminal.Output;
                foreach (var (answer, feedback) in judged)
                {
                    if (await ArticleOfAsync(library, answer, cancellationToken) is { } article)
                    {
                        await writer.WriteLineAsync(JsonSerializer.Serialize(FeedbackCase.Of(answer, feedback, article), OutputJson.Relaxed.FeedbackCase));
                    }
                }
            }

            return ExitCode.Answered;
        });
        return command;
    }

    private static StreamWriter Create(string path)
    {
        try
        {
            return new StreamWriter(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{path} cannot be written: choose another file with --out.", exception);
        }
    }

    /// <summary>The article that the answer relies on first; null when it relies on none or the article is gone.</summary>
    private static async Task<Article?> ArticleOfAsync(IArticleLibrary library, AnswerRecord answer, CancellationToken cancellationToken) => answer switch
    {
        { Outcome: not (AnswerOutcome.Answered or AnswerOutcome.NotInArticle) } => null,
        { Citations: [var first, ..] } => await library.GetAsync(answer.Guild, first.Article, first.Version, cancellationToken),
        { Article: { } asked } => await library.GetAsync(answer.Guild, asked, null, cancellationToken),
        _ => null,
    };
}
