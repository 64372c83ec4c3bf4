using System.Collections.Immutable;
using Bot.Articles.Parsing;
using Bot.Articles.Parsing.Texts;
using Bot.Language;

namespace Bot.Articles;

/// <summary>From the blocks of a document to an article: sections, numbers, sentences, headline, wire opening, language, id.</summary>
internal static class ArticleAssembly
{
    private const int LongestTitle = 300;
    private const int LongestOpening = 80;
    private const int ShortestClause = 40;

    // A lede may stand above the report.
    private const int LatestOpening = 3;

    /// <exception cref="ArticleException">There is no paragraph, or more than the limits allow.</exception>
    public static Article Assemble(ParsedDocument draft, ArticleMetadata known, Uri? url, ReadingLimits limits)
    {
        var paragraphs = Number(draft.Blocks, limits);
        if (paragraphs.IsEmpty)
        {
            throw new ArticleException(ArticleFaultKind.NoText);
        }

        var article = FromNumbered(paragraphs, known.Or(draft.Metadata), url) with { LeftOut = draft.LeftOut };
        return known.Language is null ? article : article with { Language = known.Language };
    }

    /// <param name="paragraphs">Numbered from 1; may be empty.</param>
    public static Article FromNumbered(ImmutableArray<Paragraph> paragraphs, ArticleMetadata found, Uri? url)
    {
        var opening = paragraphs.Take(LatestOpening).Select(paragraph => (paragraph, Wire: WireOpening.Find(paragraph.Text))).FirstOrDefault(found => found.Wire is not null);
        var wire = opening.Wire;
        var metadata = found.Or(wire?.Metadata ?? new());
        return new()
        {
            Id = ArticleId.From(url is null ? string.Join('\n', paragraphs.Select(paragraph => paragraph.Text)) : url.GetLeftPart(UriPartial.Query)),
            Title = Title(metadata.Title) ?? OpeningWords(paragraphs, opening.paragraph?.Number == 1 ? wire?.Length ?? 0 : 0),
            Outlet = metadata.Outlet,
            Author = metadata.Author,
            Date = metadata.Date,
            Modified = metadata.Modified,
            Dateline = metadata.Dateline,
            Url = url,
            Language = LanguageDetector.Detect(Sample(paragraphs)) ?? metadata.Language,
            Paragraphs = paragraphs,
        };
    }

    private static ImmutableArray<Paragraph> Number(IReadOnlyList<Block> blocks, ReadingLimits limits)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        string? section = null;
        var characters = 0L;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                section = block.Text;
                continue;
            }

            characters += block.Text.Length;
            if (paragraphs.Count == limits.MaxParagraphs || characters > limits.MaxCharacters)
            {
                throw new ArticleException(characters > limits.MaxCharacters
                    ? new ArticleFault(ArticleFaultKind.TooManyCharacters, Number: limits.MaxCharacters)
                    : new ArticleFault(ArticleFaultKind.TooManyParagraphs, Number: limits.MaxParagraphs));
            }

            paragraphs.Add(new(paragraphs.Count + 1, block.Text, section, SentenceSplitter.Split(block.Text)));
        }

        return paragraphs.DrainToImmutable();
    }

    private static string? Title(string? found)
    {
        var title = found is null ? string.Empty : Whitespace.Settle(found);
        return title.Length == 0 ? null : title.Length <= LongestTitle ? title : Cut(title, LongestTitle);
    }

    /// <summary>The first sentence behind the wire opening, cut at a word when it is long, at a clause when there is one.</summary>
    private static string OpeningWords(ImmutableArray<Paragraph> paragraphs, int opening)
    {
        if (paragraphs.FirstOrDefault(paragraph => !paragraph.Sentences.IsEmpty) is not { } first)
        {
            return "Untitled";
        }

        var start = first.Sentences[^1].End > opening ? opening : 0;
        var end = first.Sentences.First(sentence => sentence.End > start).End;
        var sentence = first.Text[start..end];
        return sentence.Length <= LongestOpening ? sentence : Cut(sentence, LongestOpening);
    }

    private static string Cut(string text, int longest)
    {
        var head = text.AsSpan(0, longest);
        var comma = head.LastIndexOf(',');
        var space = text[longest] == ' ' ? longest : head.LastIndexOf(' ');
        var cut = comma >= ShortestClause ? comma : space >= ShortestClause ? space : longest;
        if (char.IsHighSurrogate(text[cut - 1]))
        {
            cut--;
        }

        return string.Concat(text.AsSpan(0, cut).TrimEnd(" ,;:–—-"), "…");
    }

    private static string Sample(ImmutableArray<Paragraph> paragraphs) => string.Join('\n', paragraphs.Take(40).Select(paragraph => paragraph.Text));
}
