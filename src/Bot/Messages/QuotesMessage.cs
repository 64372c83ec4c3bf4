using Bot.Articles;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>Quotations as Discord shows them: the article and their number on top, and the words of each speaker under the speaker's name.</summary>
/// <param name="given">The quotations, as citations, those of one speaker together.</param>
/// <param name="article">As it was cited.</param>
internal sealed class QuotesMessage(AnswerRecord given, Article article, Translation translation)
{
    // Few enough to be read at one go on a phone.
    private const int MostOnAPage = 5;
    private const int LongestTitle = 150;

    /// <summary>Where they stand, and that they stand there like this.</summary>
    public string Source => $"-# {SourceLine.Join(given.Citations.All(citation => SourceNote.IsVerbatim(citation, article)) ? translation.Verbatim : null, SourceNote.StateOf(given.Citations[0], article, translation))}";

    /// <returns>At least one page; each begins with the article.</returns>
    public IReadOnlyList<string> Pages() => [.. given.Citations.Chunk(MostOnAPage).SelectMany(few => MessagePages.Of([Title(), .. Blocks(few)]))];

    private MessagePart[] Title() => [new("**", SourceNote.Shortened(article.Title, LongestTitle), "**"), $"-# {translation.QuoteCount(given.Citations.Length)}"];

    private IEnumerable<IReadOnlyList<MessagePart>> Blocks(IEnumerable<CitationRecord> few)
    {
        string? speaker = null;
        foreach (var citation in few)
        {
            var quotation = article.Quotations.FirstOrDefault(quotation =>
                quotation.Paragraph == citation.Paragraph && quotation.Start == citation.Start && quotation.End == citation.End);
            var heading = Speaker(quotation);
            var standing = quotation is null ? null : translation.Of(quotation.Standing);
            MessagePart quote = MessagePart.Quote($"“{citation.Quote}”", $" {(standing is null ? "" : $"· **{standing}** · ")}{SourceNote.Place(citation)}");
            yield return heading == speaker ? ["> ", quote] : [heading, quote];
            speaker = heading;
        }
    }

    private string Speaker(Quotation? quotation)
    {
        if (quotation is null || quotation.Speakers.IsEmpty)
        {
            return translation.SpeakerNotNamed;
        }

        var names = SourceNote.Names(quotation.Speakers, translation);
        return SourceLine.Join(
            quotation.Certainty == Certainty.Likely ? translation.Probably($"**{names}**") : $"**{names}**",
            quotation.Role is { } role ? SourceNote.Escaped(role) : null);
    }
}
