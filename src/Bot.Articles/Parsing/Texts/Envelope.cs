using System.Text.RegularExpressions;

namespace Bot.Articles.Parsing.Texts;

/// <summary>What a text was sent or published in and that is no part of it: the head of a forwarded mail with its quoting marks, the frame of a Gutenberg book.</summary>
internal static partial class Envelope
{
    private const int HeadLines = 40;

    /// <returns>The text within, and what the envelope says of it.</returns>
    public static (string Text, ArticleMetadata Metadata) Open(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return Book(lines) ?? Mail(lines) ?? (text, new());
    }

    private static (string, ArticleMetadata)? Book(string[] lines)
    {
        var start = Array.FindIndex(lines, line => BookStart().IsMatch(line));
        if (start < 0)
        {
            return null;
        }

        var metadata = lines.Take(start).Select(line => Labelled().Match(line)).Where(match => match.Success)
            .Aggregate(new ArticleMetadata(), (known, match) => TextOpening.Labelled(match.Groups["label"].Value, match.Groups["value"].Value.Trim(), known) ?? known);
        var end = Array.FindIndex(lines, start + 1, line => BookEnd().IsMatch(line));
        return (string.Join('\n', lines[(start + 1)..(end < 0 ? lines.Length : end)]), metadata);
    }

    private static (string, ArticleMetadata)? Mail(string[] lines)
    {
        // The innermost head, when a mail was passed on several times.
        var (first, last) = (-1, -1);
        for (var at = 0; at < Math.Min(lines.Length, HeadLines); at++)
        {
            if (Field().IsMatch(Unquoted(lines[at])))
            {
                var end = at;
                while (end + 1 < lines.Length && (Field().IsMatch(Unquoted(lines[end + 1])) || (lines[end + 1].Length > 0 && char.IsWhiteSpace(lines[end + 1][0]) && lines[end + 1].Trim().Length > 0)))
                {
                    end++;
                }

                if (end - at >= 2 && lines[at..(end + 1)].Any(line => Subject().IsMatch(Unquoted(line))))
                {
                    (first, last) = (at, end);
                }

                at = end;
            }
        }

        if (first < 0)
        {
            return null;
        }

        var metadata = new ArticleMetadata();
        foreach (var line in lines[first..(last + 1)].Select(Unquoted))
        {
            metadata = Subject().Match(line) is { Success: true } subject ? metadata with { Title = Passed().Replace(subject.Groups["value"].Value, "").Trim() is { Length: > 0 } title ? title : null }
                : Sent().Match(line) is { Success: true } sent ? metadata with { Date = Days.Find(sent.Groups["value"].Value) }
                : metadata;
        }

        var body = lines[(last + 1)..];
        var signature = Array.FindIndex(body, line => line.TrimEnd() == "--");
        body = signature < 0 ? body : body[..signature];
        var quoted = body.Where(line => line.StartsWith('>')).ToArray();
        var depth = quoted.Length > 2 ? quoted.Where(line => Unquoted(line).Length > 0).GroupBy(Depth).MaxBy(group => group.Count())?.Key ?? 0 : 0;
        return (string.Join('\n', depth > 0 ? quoted.Where(line => Depth(line) >= depth || Unquoted(line).Length == 0).Select(Unquoted) : body), metadata);
    }

    private static int Depth(string line) => line.TakeWhile(c => c is '>' or ' ').Count(c => c == '>');

    private static string Unquoted(string line) => line.StartsWith('>') ? line.TrimStart('>', ' ') : line;

    [GeneratedRegex(@"^\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BookStart();

    [GeneratedRegex(@"^\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the |this )?Project Gutenberg", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BookEnd();

    [GeneratedRegex(@"^(?<label>title|author)\s*:\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"^\*{0,2}(?:from|to|cc|bcc|date|sent|subject|reply-to|message-id|von|an|gesendet|datum|betreff|de|à|a|para|pour|envoyé|objet|fecha|enviado|asunto|da|inviato|oggetto|van|aan|verzonden|onderwerp|mime-version|content-[\w-]+|x-[\w-]+|return-path|received|delivered-to)\s*:\*{0,2}\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\*{0,2}(?:subject|betreff|objet|asunto|oggetto|onderwerp)\s*:\*{0,2}\s*(?<value>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^\*{0,2}(?:date|sent|gesendet|datum|envoyé|fecha|enviado|inviato|verzonden)\s*:\*{0,2}\s*(?<value>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    [GeneratedRegex(@"^(?:\s*(?:fwd?|re|aw|wg|tr|rv|i|antw|doorst)\s*:\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Passed();
}
