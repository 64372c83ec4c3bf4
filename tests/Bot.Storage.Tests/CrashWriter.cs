using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Articles;
using Bot.Language;
using Bot.Search;
using Bot.Storage.Postgres;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Storage.Tests;

/// <summary>Adds and removes articles and indexes them until it is killed; says one line after each change.</summary>
internal static class CrashWriter
{
    public const string Verb = "write-until-killed";
    public const string Word = "lighthouse";

    private const int Articles = 12;

    /// <param name="kind">Which of the databases.</param>
    /// <param name="where">Its file, or how to connect.</param>
    /// <param name="folder">For the index.</param>
    public static async Task<int> RunAsync(string kind, string where, string folder, int seed)
    {
        var random = new Random(seed);
        await using var database = await OpenAsync(kind, where);
        var library = new ArticleLibrary(database, TimeProvider.System);
        using var indexer = new LibraryIndexer(library, Path.Combine(folder, "index"), NullLogger<LibraryIndexer>.Instance);
        while (true)
        {
            var id = random.Next(Articles).ToString(CultureInfo.InvariantCulture);
            if (random.Next(3) == 0)
            {
                await library.RemoveAsync(GuildId.Everyone, id, CancellationToken.None);
            }
            else
            {
                var article = Make(id, random.Next(), parts: random.Next(1, 40));
                await library.AddAsync(GuildId.Everyone, article, OriginalOf(article), CancellationToken.None);
            }

            if (random.Next(4) == 0)
            {
                await indexer.CatchUpAsync(CancellationToken.None);
            }

            await Console.Out.WriteLineAsync("changed");
        }
    }

    public static async Task<Database> OpenAsync(string kind, string where) => kind == "Postgres"
        ? await PostgresDatabase.OpenAsync(where, TimeProvider.System, CancellationToken.None)
        : await SqliteDatabase.OpenAsync(where, TimeProvider.System, CancellationToken.None);

    /// <summary>Every paragraph says of how many it is one and of which reading, so that a part of an article is told from the whole.</summary>
    public static bool IsWhole(Article article)
    {
        var reading = article.Title;
        return article.Paragraphs.Select(paragraph => paragraph.Text).SequenceEqual(
            Enumerable.Range(1, article.Paragraphs.Length).Select(part => TextOf(reading, part, article.Paragraphs.Length)))
            && article.Quotations.Length == article.Paragraphs.Length
            && article.Quotations.All(quotation => quotation.Speakers is ["Ada Lind"])
            && article.Speakers is [{ Name: "Ada Lind" }];
    }

    public static byte[] OriginalOf(Article article) => Encoding.UTF8.GetBytes(string.Join('\n', article.Paragraphs.Select(paragraph => paragraph.Text)));

    private static Article Make(string id, int reading, int parts)
    {
        var title = reading.ToString(CultureInfo.InvariantCulture);
        var paragraphs = Enumerable.Range(1, parts)
            .Select(part => new Paragraph(part, TextOf(title, part, parts), null, [new Sentence(0, 10)]))
            .ToImmutableArray();
        return new Article
        {
            Id = id,
            Title = title,
            Paragraphs = paragraphs,
            Quotations = [.. paragraphs.Select(paragraph => new Quotation(paragraph.Number, 0, 10, paragraph.Text[..10], ["Ada Lind"], null, "said", Certainty.Sure))],
            Speakers = [new Speaker("Ada Lind", [], null, parts)],
        };
    }

    private static string TextOf(string reading, int part, int parts) =>
        string.Create(CultureInfo.InvariantCulture, $"{Word} {reading}: part {part} of {parts}. {string.Join(' ', Enumerable.Repeat("filling", 20))}");
}
