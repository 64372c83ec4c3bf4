using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bot.Articles;
using Spectre.Console;

namespace Bot.CommandLine;

/// <summary><c>article add|list|show|remove</c>: the library.</summary>
internal static class ArticleVerbs
{
    public static Command Create(CommandContext context) => new("article", "Add, list, show and remove articles.")
    {
        Add(context),
        List(context),
        Show(context),
        Remove(context),
    };

    private static Command Add(CommandContext context)
    {
        var path = new Argument<string>("PATH|URL") { Description = "A txt, md, html or pdf file." };
        var command = new Command("add", "Read a document and keep it.") { path };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var desk = services.GetRequiredService<ArticleDesk>();
            var (read, original) = await desk.ReadFileAsync(parsed.GetRequiredValue(path), cancellationToken);
            var result = await services.GetRequiredService<IArticleLibrary>().AddAsync(GuildId.Everyone, read, original, cancellationToken);
            Describe(context.Terminal.Console, result);
            return ExitCode.Answered;
        });
        return command;
    }

    private static void Describe(IAnsiConsole console, AddResult result)
    {
        var article = result.Article;
        var happened = result.Outcome switch
        {
            AddOutcome.Added => "Added",
            AddOutcome.NewVersion => $"Added as version {article.Version} of",
            _ => "Already there:",
        };
        console.WriteLine($"{happened} {article.Id}");
        ArticleView.WriteHead(console, article);
        console.WriteLine($"Ask about it: bot ask \"…\" --article {article.Id}");
    }

    private static Command List(CommandContext context)
    {
        var format = SharedOptions.Format();
        var command = new Command("list", "All articles, newest first.") { format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var listings = await services.GetRequiredService<IArticleLibrary>().ListAsync(GuildId.Everyone, cancellationToken);
            if (parsed.GetValue(format) == "json")
            {
                IReadOnlyList<ListingJson> json =
                    [.. listings.Select(l => new ListingJson(l.Id, l.Version, l.Title, l.Outlet, l.Date, l.Paragraphs, l.Quotations, l.Url))];
                await context.Terminal.Output.WriteLineAsync(JsonSerializer.Serialize(json, OutputJson.Relaxed.IReadOnlyListListingJson));
                return ExitCode.Answered;
            }

            WriteTable(context.Terminal.Console, listings);
            return ExitCode.Answered;
        });
        return command;
    }

    private static void WriteTable(IAnsiConsole console, IReadOnlyCollection<ArticleListing> listings)
    {
        if (listings.Count == 0)
        {
            console.WriteLine("The library is empty. Add an article: bot article add PATH");
            return;
        }

        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumns(new TableColumn("Id").NoWrap(), new TableColumn("Headline"), new TableColumn("Outlet"), new TableColumn("Date").NoWrap());
        table.AddColumn(new TableColumn("Paragraphs").RightAligned());
        foreach (var listing in listings)
        {
            table.AddRow(
                new Text(listing.Id),
                new Text(listing.Title),
                new Text(listing.Outlet ?? ""),
                new Text(listing.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
                new Text(listing.Paragraphs.ToString(CultureInfo.InvariantCulture)));
        }

        if (console.Profile.Width > 1000)
        {
            foreach (var l in listings)
            {
                console.WriteLine(string.Join('\t', l.Id, l.Title, l.Outlet, l.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), l.Paragraphs));
            }

            return;
        }

        console.Write(table);
    }

    private static Command Show(CommandContext context)
    {
        var reference = new Argument<string>("REF") { Description = "An id from `bot article list`, or a path." };
        var paragraph = new Option<int?>("--paragraph", "-p") { Description = "Only this paragraph, with its neighbours.", HelpName = "N" };
        var command = new Command("show", "The article as it was read, with paragraph numbers.") { reference, paragraph };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var article = await services.GetRequiredService<ArticleDesk>().FindAsync(parsed.GetRequiredValue(reference), cancellationToken);
            var number = parsed.GetValue(paragraph);
            if (number is { } wanted && article.Paragraph(wanted) is null)
            {
                throw new UsageException($"The article has paragraphs 1 to {article.Paragraphs.Length}; there is no paragraph {wanted}.");
            }

            ArticleView.Write(context.Terminal.Console, article, number);
            return ExitCode.Answered;
        });
        return command;
    }

    private static Command Remove(CommandContext context)
    {
        var reference = new Argument<string>("REF") { Description = "An id from `bot article list`." };
        var command = new Command("remove", "Forget an article with all its versions, passages and quotes.") { reference };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var wanted = parsed.GetRequiredValue(reference);
            var article = await services.GetRequiredService<ArticleDesk>().InLibraryAsync(wanted, cancellationToken)
                ?? throw new UserFacingException($"There is no article “{wanted}”. `bot article list` shows the articles.");
            await services.GetRequiredService<IArticleLibrary>().RemoveAsync(GuildId.Everyone, article.Id, cancellationToken);
            context.Terminal.Console.WriteLine($"Removed {article.Id} ({article.Title}): {article.Paragraphs.Length} paragraphs, {article.Quotations.Length} quotes.");
            return ExitCode.Answered;
        });
        return command;
    }
}
