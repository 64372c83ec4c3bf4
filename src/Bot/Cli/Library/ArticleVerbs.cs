using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bot.Articles;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Localization;
using Bot.Messages;
using Bot.Search.Vectors;
using Spectre.Console;

namespace Bot.Cli.Library;

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
        var sources = new Argument<string[]>("PATH|URL")
        {
            Description = "One or more txt, md, html or pdf files, or articles' addresses; - reads pasted text from standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = SharedOptions.Format();
        var command = new Command("add", "Read documents and keep them.") { sources, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var code = ExitCode.Answered;
            foreach (var source in parsed.GetRequiredValue(sources))
            {
                try
                {
                    await AddAsync(context.Terminal, services, source, parsed.GetValue(format) == "json", cancellationToken);
                }
                catch (Exception exception) when (parsed.GetRequiredValue(sources).Length > 1 && Failure.SentenceOf(exception) is not null)
                {
                    // One that cannot be read keeps none of the others out.
                    code = await context.Terminal.FailAsync($"{source}: {Failure.SentenceOf(exception)}", ExitCode.Failed);
                }
            }

            return code;
        });
        return command;
    }

    private static async Task AddAsync(Terminal terminal, IServiceProvider services, string source, bool asJson, CancellationToken cancellationToken)
    {
        var (read, original) = source == "-"
            ? await services.GetRequiredService<ArticleIntake>().FromTextAsync(await terminal.Input.ReadToEndAsync(cancellationToken), known: null, cancellationToken)
            : await services.GetRequiredService<ArticleResolver>().ReadAsync(source, cancellationToken);
        var result = await services.GetRequiredService<IArticleLibrary>().AddAsync(GuildId.Everyone, read, original, cancellationToken);
        if (asJson)
        {
            await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(AddedJson.From(result), OutputJson.Relaxed.AddedJson));
        }
        else
        {
            Describe(terminal.Console, result);
        }

        if (result.Outcome != AddOutcome.AlreadyThere)
        {
            using var line = new ProgressLine(terminal);
            line.Show($"Reading {Count.Of(result.Article.Paragraphs.Length, "paragraph")} for what they mean …");
            var version = new ArticleVersion(GuildId.Everyone, result.Article.Id, result.Article.Version);
            await services.GetRequiredService<VectorKeeper>().MakeAsync(version, result.Article, cancellationToken);
        }
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
        ArticleView.WritePreview(console, ArticlePreview.Of(article));
        if (article.LeftOutMuch)
        {
            console.WriteLine(Translation.Default.LeftOut((int)Math.Round(100 * article.LeftOut)));
        }

        if (result.Match is { } match)
        {
            console.WriteLine(MatchText.Of(match, match.Article.Title, Translation.Default));
        }

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
            console.WriteLine("The library is empty. Add an article: bot article add PATH or URL");
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
        var reference = new Argument<string>("REF") { Description = "An id from `bot article list`, a path or a URL." };
        var paragraph = new Option<int?>("--paragraph", "-p") { Description = "Only this paragraph, with its neighbours.", HelpName = "N" };
        var version = new Option<int?>("--version") { Description = "An earlier reading of an article that has changed.", HelpName = "N" };
        var command = new Command("show", "The article as it was read, with paragraph numbers, and what changed since the version before.") { reference, paragraph, version };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var library = services.GetRequiredService<IArticleLibrary>();
            var newest = await services.GetRequiredService<ArticleResolver>().FindAsync(parsed.GetRequiredValue(reference), cancellationToken);
            var versions = await library.ListVersionsAsync(GuildId.Everyone, newest.Id, cancellationToken);
            var article = parsed.GetValue(version) is not { } chosen || chosen == newest.Version
                ? newest
                : await library.GetAsync(GuildId.Everyone, newest.Id, chosen, cancellationToken)
                    ?? throw new UsageException($"There is no version {chosen} of {newest.Id}. It has: {string.Join(", ", versions.Select(known => known.Version))}.");
            var number = parsed.GetValue(paragraph);
            if (number is { } wanted && article.Paragraph(wanted) is null)
            {
                throw new UsageException($"The article has paragraphs 1 to {article.Paragraphs.Length}; there is no paragraph {wanted}.");
            }

            ArticleView.Write(context.Terminal.Console, article, number);
            VersionView.WriteList(context.Terminal.Console, article, versions);
            if (number is null
                && versions.LastOrDefault(known => known.Version < article.Version) is { } before
                && await library.GetAsync(GuildId.Everyone, article.Id, before.Version, cancellationToken) is { } earlier)
            {
                VersionView.WriteChanges(context.Terminal.Console, earlier, article);
            }

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
            var article = await services.GetRequiredService<ArticleResolver>().InLibraryAsync(wanted, cancellationToken)
                ?? throw new OperatorException($"There is no article “{wanted}”. `bot article list` shows the articles.");
            var library = services.GetRequiredService<IArticleLibrary>();
            var versions = await library.ListVersionsAsync(GuildId.Everyone, article.Id, cancellationToken);
            await library.RemoveAsync(GuildId.Everyone, article.Id, cancellationToken);
            var earlier = versions.Length > 1 ? $", and {Count.Of(versions.Length - 1, "earlier version")}" : "";
            context.Terminal.Console.WriteLine(
                $"Removed {article.Id} ({article.Title}): {Count.Of(article.Paragraphs.Length, "paragraph")}, {Count.Of(article.Quotations.Length, "quote")}{earlier}, and every answer kept about it.");
            return ExitCode.Answered;
        });
        return command;
    }
}
