using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Commands.Quotes;
using Bot.Hosting;
using Bot.Localization;
using Bot.Messages;
using Spectre.Console;

namespace Bot.Cli.Library;

/// <summary><c>quotes</c>: who said what, in their exact words.</summary>
internal static class QuotesVerb
{
    public static Command Create(CommandContext context)
    {
        var article = SharedOptions.Article();
        var speaker = new Option<string?>("--speaker", "-s") { Description = "Only this speaker: any part of the name, accents and case do not matter.", HelpName = "NAME" };
        var about = new Option<string?>("--about") { Description = "Only those about this, the closest first.", HelpName = "TEXT" };
        var format = SharedOptions.Format();
        var command = new Command("quotes", "Who said what, in their exact words.") { article, speaker, about, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var found = await services.GetRequiredService<ArticleResolver>().FindOrNewestAsync(parsed.GetValue(article), cancellationToken);
            var meanings = services.GetRequiredService<SentenceMeanings>();
            if (parsed.GetValue(about) is not null)
            {
                await meanings.LoadAsync(GuildId.Everyone, found, cancellationToken);
            }

            var selection = QuoteSelection.From(found, parsed.GetValue(speaker), parsed.GetValue(about), Translation.Default, meanings);
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

        var count = selection.Quotations.Length;
        console.Write(new Text(SourceLine.Join(article.Title, string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "quote" : "quotes")}")), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        foreach (var group in QuoteGroup.Of(selection.Quotations))
        {
            console.WriteLine();
            console.Write(new Text($"{group.Heading(Translation.Default)} ({group.Quotations.Length})", new Style(decoration: Decoration.Bold | Decoration.Underline)));
            console.WriteLine();
            foreach (var quotation in group.Quotations)
            {
                QuoteBlock.Write(console, QuoteGroup.Shown(quotation), Style.Plain, SourceLine.Join(Hedge(quotation), $"paragraph {quotation.Paragraph}"));
            }
        }

        console.WriteLine(SourceLine.Of(article));
    }

    private static string? Hedge(Quotation quotation) => quotation.Standing switch
    {
        Standing.Denied => "the article says that this was not said",
        Standing.Alleged => "somebody else’s claim",
        _ => quotation is { Certainty: Certainty.Likely, Speakers.IsEmpty: false } ? "probably" : null,
    };
}
