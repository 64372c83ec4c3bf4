using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Bot.Articles;
using Bot.Language;

namespace Bot.Storage;

/// <summary>One version of an article as rows.</summary>
internal static class StoredArticle
{
    private const string Columns = "key, guild, id, version, title, outlet, author, date, modified, dateline, url, language, source";

    public static async Task WriteAsync(
        DbTransaction transaction, GuildId guild, Incoming incoming, DateTimeOffset added, CancellationToken cancellationToken)
    {
        var article = incoming.Article;
        var key = await transaction.ScalarAsync<long>(
            """
            INSERT INTO articles (guild, id, version, title, outlet, author, date, modified, dateline, url, language, source, paragraphs, quotations, words, added)
            VALUES (@guild, @id, @version, @title, @outlet, @author, @date, @modified, @dateline, @url, @language, @source, @paragraphs, @quotations, @words, @added)
            RETURNING key
            """,
            cancellationToken,
            ("@guild", unchecked((long)guild.Value)),
            ("@id", article.Id),
            ("@version", article.Version),
            ("@title", article.Title),
            ("@outlet", article.Outlet),
            ("@author", article.Author),
            ("@date", article.Date?.ToString("O", CultureInfo.InvariantCulture)),
            ("@modified", article.Modified?.ToString("O", CultureInfo.InvariantCulture)),
            ("@dateline", article.Dateline),
            ("@url", article.Url?.AbsoluteUri),
            ("@language", article.Language),
            ("@source", article.Source),
            ("@paragraphs", article.Paragraphs.Length),
            ("@quotations", article.Quotations.Length),
            ("@words", incoming.Words),
            ("@added", added.ToUnixTimeMilliseconds()));
        await StoredCopies.WriteAsync(transaction, guild, key, article.Id, incoming.Runs, cancellationToken);
        await transaction.ExecuteAsync(
            "INSERT INTO originals (article, document) VALUES (@article, @document)",
            cancellationToken,
            ("@article", key),
            ("@document", incoming.Original.ToArray()));
        await transaction.ExecuteForEachAsync(
            "INSERT INTO paragraphs (article, number, text, section, sentences) VALUES (@article, @number, @text, @section, @sentences)",
            article.Paragraphs,
            paragraph =>
            [
                ("@article", key),
                ("@number", paragraph.Number),
                ("@text", paragraph.Text),
                ("@section", paragraph.Section),
                ("@sentences", Format(paragraph.Sentences)),
            ],
            cancellationToken);
        await transaction.ExecuteForEachAsync(
            """
            INSERT INTO quotations (article, number, paragraph, start_offset, end_offset, role, attribution, certainty, standing)
            VALUES (@article, @number, @paragraph, @start, @end, @role, @attribution, @certainty, @standing)
            """,
            article.Quotations.Index(),
            row =>
            [
                ("@article", key),
                ("@number", row.Index),
                ("@paragraph", row.Item.Paragraph),
                ("@start", row.Item.Start),
                ("@end", row.Item.End),
                ("@role", row.Item.Role),
                ("@attribution", row.Item.Attribution),
                ("@certainty", (int)row.Item.Certainty),
                ("@standing", (int)row.Item.Standing),
            ],
            cancellationToken);
        await transaction.ExecuteForEachAsync(
            "INSERT INTO quotation_speakers (article, quotation, position, name) VALUES (@article, @quotation, @position, @name)",
            article.Quotations.Index().SelectMany(row => row.Item.Speakers.Index().Select(speaker => (Quotation: row.Index, Position: speaker.Index, Name: speaker.Item))),
            row => [("@article", key), ("@quotation", row.Quotation), ("@position", row.Position), ("@name", row.Name)],
            cancellationToken);
        await transaction.ExecuteForEachAsync(
            "INSERT INTO speakers (article, number, name, aliases, role, quotations) VALUES (@article, @number, @name, @aliases, @role, @quotations)",
            article.Speakers.Index(),
            row =>
            [
                ("@article", key),
                ("@number", row.Index),
                ("@name", row.Item.Name),
                ("@aliases", string.Join('\n', row.Item.Aliases)),
                ("@role", row.Item.Role),
                ("@quotations", row.Item.Quotations),
            ],
            cancellationToken);
    }

    /// <summary>The newest version or the one asked for, the guild's own before everyone's; null when there is none.</summary>
    public static async Task<Article?> ReadAsync(
        DbTransaction transaction, GuildId guild, string articleId, int? version, CancellationToken cancellationToken)
    {
        var found = await transaction.QueryAsync(
            $"""
            SELECT {Columns} FROM articles
            WHERE id = @id AND guild IN (@guild, 0) AND (version = @version OR @version = 0)
            ORDER BY CASE WHEN guild = @guild THEN 0 ELSE 1 END, version DESC LIMIT 1
            """,
            ReadRow,
            cancellationToken,
            ("@id", articleId),
            ("@guild", unchecked((long)guild.Value)),
            ("@version", version ?? 0));
        return found.IsEmpty ? null : (await FillAsync(transaction, found, cancellationToken))[0].Article;
    }

    /// <summary>Exactly these, as far as they are there, by one statement for each table.</summary>
    public static async Task<ImmutableArray<(ArticleVersion Key, Article Article)>> ReadAsync(
        DbTransaction transaction, IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken)
    {
        var rows = string.Join(", ", Enumerable.Range(0, versions.Count).Select(i => $"(@guild{i}, @id{i}, @version{i})"));
        var found = await transaction.QueryAsync(
            $"SELECT {Columns} FROM articles WHERE (guild, id, version) IN (VALUES {rows})",
            ReadRow,
            cancellationToken,
            [
                .. versions.Index().SelectMany(row => ((string, object?)[])
                [
                    ($"@guild{row.Index}", unchecked((long)row.Item.Guild.Value)),
                    ($"@id{row.Index}", row.Item.ArticleId),
                    ($"@version{row.Index}", (long)row.Item.Version),
                ]),
            ]);
        return found.IsEmpty ? [] : await FillAsync(transaction, found, cancellationToken);
    }

    private static Row ReadRow(DbDataReader row) => new(row.GetInt64(0), new GuildId(unchecked((ulong)row.GetInt64(1))), new Article
    {
        Id = row.GetString(2),
        Version = row.GetInt32(3),
        Title = row.GetString(4),
        Outlet = row.TextOrNull(5),
        Author = row.TextOrNull(6),
        Date = DayOrNull(row, 7),
        Modified = DayOrNull(row, 8),
        Dateline = row.TextOrNull(9),
        Url = row.TextOrNull(10) is { } url ? new Uri(url) : null,
        Language = row.TextOrNull(11),
        Source = row.TextOrNull(12),
        Paragraphs = [],
    });

    private static DateOnly? DayOrNull(DbDataReader row, int column) =>
        row.TextOrNull(column) is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null;

    // The keys were found for these guilds and cannot become another article's: one transaction reads it all.
    private static async Task<ImmutableArray<(ArticleVersion Key, Article Article)>> FillAsync(
        DbTransaction transaction, ImmutableArray<Row> rows, CancellationToken cancellationToken)
    {
        var keys = string.Join(", ", Enumerable.Range(0, rows.Length).Select(i => $"@key{i}"));
        (string, object?)[] parameters = [.. rows.Index().Select(row => ($"@key{row.Index}", (object?)row.Item.Key))];
        var (paragraphs, quotations, speakers) = await transaction.QueryAllAsync(
            $"""
            SELECT article, number, text, section, sentences FROM paragraphs WHERE article IN ({keys}) ORDER BY article, number;
            SELECT article, quotation, name FROM quotation_speakers WHERE article IN ({keys}) ORDER BY article, quotation, position;
            SELECT article, number, paragraph, start_offset, end_offset, role, attribution, certainty, standing FROM quotations
            WHERE article IN ({keys}) ORDER BY article, number;
            SELECT article, name, aliases, role, quotations FROM speakers WHERE article IN ({keys}) ORDER BY article, number
            """,
            parts => ReadPartsAsync(parts, cancellationToken),
            cancellationToken,
            parameters);
        return [.. rows.Select(row => (new ArticleVersion(row.Guild, row.Article.Id, row.Article.Version), Assemble(row)))];

        Article Assemble(Row row)
        {
            ImmutableArray<Paragraph> own = [.. paragraphs[row.Key]];
            return row.Article with
            {
                Paragraphs = own,
                Quotations = [.. quotations[row.Key].Select(quotation => quotation with { Text = own[quotation.Paragraph - 1].Text[quotation.Start..quotation.End] })],
                Speakers = [.. speakers[row.Key]],
            };
        }
    }

    private static async Task<(ILookup<long, Paragraph>, ILookup<long, Quotation>, ILookup<long, Speaker>)> ReadPartsAsync(
        DbDataReader parts, CancellationToken cancellationToken)
    {
        var paragraphs = (await parts.NextAsync(
            line => (Article: line.GetInt64(0), Paragraph: new Paragraph(line.GetInt32(1), line.GetString(2), line.TextOrNull(3), ParseSentences(line.GetString(4)))),
            cancellationToken)).ToLookup(line => line.Article, line => line.Paragraph);
        var names = (await parts.NextAsync(
            line => (Quotation: (line.GetInt64(0), line.GetInt32(1)), Name: line.GetString(2)),
            cancellationToken)).ToLookup(name => name.Quotation, name => name.Name);
        var quotations = (await parts.NextAsync(
            line => (Article: line.GetInt64(0), Quotation: new Quotation(
                line.GetInt32(2),
                line.GetInt32(3),
                line.GetInt32(4),
                "",
                [.. names[(line.GetInt64(0), line.GetInt32(1))]],
                line.TextOrNull(5),
                line.GetString(6),
                (Certainty)line.GetInt32(7))
            { Standing = (Standing)line.GetInt32(8) }),
            cancellationToken)).ToLookup(line => line.Article, line => line.Quotation);
        var speakers = (await parts.NextAsync(
            line => (Article: line.GetInt64(0), Speaker: new Speaker(
                line.GetString(1), [.. line.GetString(2).Split('\n', StringSplitOptions.RemoveEmptyEntries)], line.TextOrNull(3), line.GetInt32(4))),
            cancellationToken)).ToLookup(line => line.Article, line => line.Speaker);
        return (paragraphs, quotations, speakers);
    }

    private sealed record Row(long Key, GuildId Guild, Article Article);

    private static string Format(ImmutableArray<Sentence> sentences) =>
        string.Join(',', sentences.Select(sentence => string.Create(CultureInfo.InvariantCulture, $"{sentence.Start},{sentence.End}")));

    private static ImmutableArray<Sentence> ParseSentences(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var start = -1;
        foreach (var part in text.AsSpan().Split(','))
        {
            if (part.Start.Equals(part.End))
            {
                continue;
            }

            var offset = int.Parse(text.AsSpan(part), CultureInfo.InvariantCulture);
            if (start < 0)
            {
                start = offset;
            }
            else
            {
                sentences.Add(new Sentence(start, offset));
                start = -1;
            }
        }

        return sentences.DrainToImmutable();
    }
}
