using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Bot.Articles;

namespace Bot.Storage;

/// <summary>One version of an article as rows.</summary>
internal static class StoredArticle
{
    public static async Task WriteAsync(
        DbTransaction transaction, GuildId guild, Incoming incoming, DateTimeOffset added, CancellationToken cancellationToken)
    {
        var article = incoming.Article;
        var key = await transaction.ScalarAsync<long>(
            """
            INSERT INTO articles (guild, id, version, title, outlet, author, date, dateline, url, language, paragraphs, quotations, words, added)
            VALUES (@guild, @id, @version, @title, @outlet, @author, @date, @dateline, @url, @language, @paragraphs, @quotations, @words, @added)
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
            ("@dateline", article.Dateline),
            ("@url", article.Url?.AbsoluteUri),
            ("@language", article.Language),
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
            INSERT INTO quotations (article, number, paragraph, start_offset, end_offset, role, attribution, certainty)
            VALUES (@article, @number, @paragraph, @start, @end, @role, @attribution, @certainty)
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
            """
            SELECT key, version, title, outlet, author, date, dateline, url, language FROM articles
            WHERE id = @id AND guild IN (@guild, 0) AND (version = @version OR @version = 0)
            ORDER BY CASE WHEN guild = @guild THEN 0 ELSE 1 END, version DESC LIMIT 1
            """,
            row => (Key: row.GetInt64(0), Article: new Article
            {
                Id = articleId,
                Version = row.GetInt32(1),
                Title = row.GetString(2),
                Outlet = row.TextOrNull(3),
                Author = row.TextOrNull(4),
                Date = row.TextOrNull(5) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null,
                Dateline = row.TextOrNull(6),
                Url = row.TextOrNull(7) is { } url ? new Uri(url) : null,
                Language = row.TextOrNull(8),
                Paragraphs = [],
            }),
            cancellationToken,
            ("@id", articleId),
            ("@guild", unchecked((long)guild.Value)),
            ("@version", version ?? 0));
        if (found is not [var row])
        {
            return null;
        }

        // The key was found for this guild and cannot become another article's: one transaction reads it all.
        var key = ("@article", (object?)row.Key);
        var paragraphs = await transaction.QueryAsync(
            "SELECT number, text, section, sentences FROM paragraphs WHERE article = @article ORDER BY number",
            line => new Paragraph(line.GetInt32(0), line.GetString(1), line.TextOrNull(2), ParseSentences(line.GetString(3))),
            cancellationToken,
            key);
        var names = (await transaction.QueryAsync(
            "SELECT quotation, name FROM quotation_speakers WHERE article = @article ORDER BY quotation, position",
            line => (Quotation: line.GetInt32(0), Name: line.GetString(1)),
            cancellationToken,
            key)).ToLookup(name => name.Quotation, name => name.Name);
        var quotations = await transaction.QueryAsync(
            "SELECT number, paragraph, start_offset, end_offset, role, attribution, certainty FROM quotations WHERE article = @article ORDER BY number",
            line =>
            {
                var (paragraph, start, end) = (line.GetInt32(1), line.GetInt32(2), line.GetInt32(3));
                return new Quotation(
                    paragraph,
                    start,
                    end,
                    paragraphs[paragraph - 1].Text[start..end],
                    [.. names[line.GetInt32(0)]],
                    line.TextOrNull(4),
                    line.GetString(5),
                    (Certainty)line.GetInt32(6));
            },
            cancellationToken,
            key);
        var speakers = await transaction.QueryAsync(
            "SELECT name, aliases, role, quotations FROM speakers WHERE article = @article ORDER BY number",
            line => new Speaker(
                line.GetString(0), [.. line.GetString(1).Split('\n', StringSplitOptions.RemoveEmptyEntries)], line.TextOrNull(2), line.GetInt32(3)),
            cancellationToken,
            key);
        return row.Article with { Paragraphs = paragraphs, Quotations = quotations, Speakers = speakers };
    }

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
