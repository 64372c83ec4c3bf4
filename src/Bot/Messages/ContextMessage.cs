using Bot.Articles;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>The cited words in bold, in their paragraph, between its neighbours; always one message.</summary>
internal static class ContextMessage
{
    // How much is shown of a neighbour and on either side of the words; the first with which everything fits.
    private static readonly int[] Margins = [500, 250, 120, 40];

    public static string Of(CitationRecord citation, Article article, Translation translation)
    {
        var source = SourceNote.Of([citation], new Dictionary<(string, int), Article> { [(citation.Article, citation.Version)] = article }, translation, verbatim: true);
        if (article.Paragraph(citation.Paragraph) is { } paragraph && citation.End <= paragraph.Text.Length)
        {
            foreach (var margin in Margins)
            {
                var text = string.Join('\n', [.. Blocks(citation, article, paragraph, margin), source]);
                if (text.Length <= MessagePages.Length)
                {
                    return text;
                }
            }
        }

        // Escaping at most doubles.
        return $"> **{DiscordText.Escape(SourceNote.Shortened(citation.Quote, (MessagePages.Length - source.Length - 10) / 2))}**\n{source}";
    }

    private static IEnumerable<string> Blocks(CitationRecord citation, Article article, Paragraph paragraph, int margin)
    {
        if (article.Paragraph(paragraph.Number - 1) is { } before)
        {
            yield return $"> {DiscordText.Escape(End(before.Text, margin))}";
            yield return "> ";
        }

        var opening = End(paragraph.Text[..citation.Start], margin);
        var quote = opening.Length == 0 ? DiscordText.Escape(citation.Quote) : DiscordText.EscapeInline(citation.Quote);
        var closing = SourceNote.Shortened(paragraph.Text[citation.End..], margin);
        yield return $"> {DiscordText.Escape(opening)}**{quote}**{DiscordText.EscapeInline(closing)}";
        if (article.Paragraph(paragraph.Number + 1) is { } after)
        {
            yield return "> ";
            yield return $"> {DiscordText.Escape(SourceNote.Shortened(after.Text, margin))}";
        }
    }

    /// <summary>The last words, at most so many UTF-16 code units.</summary>
    private static string End(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var start = text.Length - length + 1;
        var space = text.IndexOf(' ', start);
        start = space > 0 && space < text.Length - (length / 2) ? space + 1 : char.IsLowSurrogate(text[start]) ? start + 1 : start;
        return $"…{text[start..]}";
    }
}
