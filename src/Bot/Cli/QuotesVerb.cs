using System.CommandLine;
using System.Text.Json;
using Bot.Articles;
using Bot.Commands.Quotes;
using Bot.Localization;
using Spectre.Console;

namespace Bot.Cli;

/// <summary><c>quotes</c>: who said what, in their exact words.</summary>
internal static class QuotesVerb
{
    public static Command Create(CommandContext context)
    {
        var article = SharedOptions.Article();
        var speaker = new Option<string?>("--speaker", "-s") { Description = "Only this speaker: any part of the name, accents and case do not matter.", HelpName = "NAME" };
        var about = new Option<string?>("--about") { Description = "Those about this first.", HelpName = "TEXT" };
        var format = SharedOptions.Format();
        var command = new Command("quotes", "Who said what, in their exact words.") { article, speaker, about, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var found = await services.GetRequiredService<ArticleResolver>().FindOrNewestAsync(parsed.GetValue(article), cancellationToken);
            var selection = QuoteSelection.From(found, parsed.GetValue(speaker), parsed.GetValue(about), Translation.Default);
            if (parsed.GetValue(format) == "json")
            {
                await context.Terminal.Output.WriteLineAsync(JsonSerializer.Serialize(Json(found, selection.Quotations), OutputJson.Relaxed.QuotesJson));
            }
            else
            {
                Write(context.Terminal.Console, found, selection);
            }

            return ExitCode.Answered;
        });
        return command;
    }

    private static QuotesJson Json(Article article, IReadOnlyList<Quotation> quotations) => new(
        article.Id,
        article.Title,
        [
            .. quotations.Select((quotation, index) => new QuoteJson(
                index + 1,
                quotation.Text,
                quotation.Speakers.Length == 0 ? null : Translation.Default.List(quotation.Speakers),
                quotation.Speakers,
                quotation.Role,
                quotation.Paragraph,
                quotation.Start,
                quotation.End,
                quotation.Attribution,
                quotation.Certainty.ToString().ToLowerInvariant(),
                quotation.Standing.ToString().ToLowerInvariant())),
        ]);

    private static void Write(IAnsiConsole console, Article article, QuoteSelection selection)
    {
        console.WriteLine();
        if (selection.Quotations.IsEmpty)
        {
            console.WriteLine(selection.WhyNone);
            return;
        }

        foreach (var quotation in selection.Quotations)
        {
            var name = quotation.Speakers.Length == 0 ? "speaker not named" : Translation.Default.List(quotation.Speakers);
            var hedge = quotation.Certainty == Certainty.Likely ? "probably " : "";
            QuoteBlock.Write(
                console,
                quotation.Text,
                new Style(decoration: Decoration.Bold),
                SourceLine.Join($"{hedge}{name}", quotation.Role, $"paragraph {quotation.Paragraph}"));
        }

        console.WriteLine(SourceLine.Of(article));
    }
}
