using System.CommandLine;
using System.Text.Json;
using Bot.Answers;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Cli.Questions;
using Bot.Hosting;
using Bot.Localization;
using Bot.Messages;
using Spectre.Console;

namespace Bot.Cli.Library;

/// <summary><c>summary</c>: what an article says in few points, each cited.</summary>
internal static class SummaryVerb
{
    public static Command Create(CommandContext context)
    {
        var article = SharedOptions.Article();
        var length = new Option<string>("--length", "-l")
        {
            Description = "brief: up to 3 points; standard: up to 7; detailed: up to 14, of every section. A short article has fewer.",
            HelpName = "brief|standard|detailed",
            DefaultValueFactory = _ => "standard",
        };
        length.AcceptOnlyFromAmong("brief", "standard", "detailed");
        var focus = new Option<string?>("--focus") { Description = "Only what bears on this topic or person.", HelpName = "TEXT" };
        var format = SharedOptions.Format();
        var command = new Command("summary", "What an article says, in few points, each with its paragraph.") { article, length, focus, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var found = await services.GetRequiredService<ArticleResolver>().FindOrNewestAsync(parsed.GetValue(article), cancellationToken);
            var wanted = Enum.Parse<SummaryLength>(parsed.GetRequiredValue(length), ignoreCase: true);
            var summary = await services.GetRequiredService<Summarizer>().SummarizeAsync(found, wanted, parsed.GetValue(focus), GuildId.Everyone, cancellationToken);
            if (parsed.GetValue(format) == "json")
            {
                await context.Terminal.Output.WriteLineAsync(JsonSerializer.Serialize(Json(summary, parsed.GetValue(focus)), OutputJson.Relaxed.SummaryJson));
            }
            else
            {
                var isChosen = parsed.GetValue(article) is null
                    && (await services.GetRequiredService<IArticleLibrary>().ListAsync(GuildId.Everyone, cancellationToken)).Length > 1;
                Write(context.Terminal.Console, summary, parsed.GetValue(focus), isChosen);
            }

            return ExitCode.Answered;
        });
        return command;
    }

    private static SummaryJson Json(Summary summary, string? focus) => new(
        summary.Article.Id,
        summary.Article.Title,
        summary.Length.ToString().ToLowerInvariant(),
        AnswerJson.ModeName(summary.Mode),
        [.. summary.Points.Select(StatementJson.From)],
        [.. summary.Citations.Select(CitationJson.From)])
    {
        Bearing = focus is null ? null : summary.Bearing,
    };

    /// <param name="isChosen">Whether it is one of several articles, and nobody has named it.</param>
    private static void Write(IAnsiConsole console, Summary summary, string? focus, bool isChosen)
    {
        console.WriteLine();
        console.WriteLine(SourceLine.Of(summary.Article));
        if (isChosen)
        {
            console.WriteLine("This is the article added last. Another one: --article REF (bot article list)");
        }

        console.WriteLine();
        if (summary.Points.IsEmpty)
        {
            console.WriteLine(focus is null ? "The article has nothing to summarise." : $"The article says nothing about {focus}.");
            return;
        }

        AnswerView.WriteStandIn(console, summary.ModelFailed);
        string? section = null;
        foreach (var point in summary.Points)
        {
            if (summary.Length == SummaryLength.Detailed && summary.SectionOf(point) is { } heading && heading != section)
            {
                section = heading;
                console.Write(new Text(heading, new Style(decoration: Decoration.Underline)));
                console.WriteLine();
            }

            var paragraphs = string.Join(", ", point.Citations.Select(number => $"[{number}] paragraph {summary.Citations[number - 1].Paragraph}"));
            QuoteBlock.Write(console, point.Text, new Style(decoration: Decoration.Bold), point.Note is null ? null : $"[{point.Note}]", paragraphs);
        }

        if (focus is not null && Translation.Default.Bearing(focus, summary.Bearing) is { } bearing)
        {
            console.WriteLine(bearing);
        }
    }
}
