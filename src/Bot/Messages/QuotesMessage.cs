using Bot.Articles;
using Bot.Cli;
using Bot.Hosting;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>Quotations as Discord shows them: the words, under them who said them and where.</summary>
/// <param name="given">The quotations, as citations.</param>
/// <param name="article">As it was cited.</param>
internal sealed class QuotesMessage(AnswerRecord given, Article article, Translation translation)
{
    // Few enough to be read at one go on a phone.
    private const int MostOnAPage = 5;

    /// <returns>At least one page; each has the article below.</returns>
    public IReadOnlyList<string> Pages()
    {
        var source = $"-# {SourceNote.Of(article, translation)}";
        return
        [
            .. given.Citations.Chunk(MostOnAPage).SelectMany(few => MessagePages.Of([.. few.Select(Block), [source]])),
        ];
    }

    private IReadOnlyList<MessagePart> Block(CitationRecord citation)
    {
        var quotation = article.Quotations.FirstOrDefault(quotation =>
            quotation.Paragraph == citation.Paragraph && quotation.Start == citation.Start && quotation.End == citation.End);
        return [MessagePart.Quote($"“{citation.Quote}”"), $"-# {Speaker(quotation)} · {SourceNote.Place(citation, translation)}"];
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
