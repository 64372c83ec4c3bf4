using System.Collections.Immutable;
using Bot.Articles;
using Bot.Localization;

namespace Bot.Commands.Quotes;

/// <summary>The quotations of one speaker, or of several who speak together, for a heading above them.</summary>
/// <param name="Speakers">Empty for quotations that the article gives to nobody.</param>
/// <param name="Role">As the article first has it; null when it names none.</param>
internal sealed record QuoteGroup(ImmutableArray<string> Speakers, string? Role, ImmutableArray<Quotation> Quotations)
{
    /// <summary>In the order of their first quotation.</summary>
    public static ImmutableArray<QuoteGroup> Of(IEnumerable<Quotation> quotations) =>
    [
        .. quotations.GroupBy(quotation => string.Join('\n', quotation.Speakers), StringComparer.Ordinal)
            .Select(group => new QuoteGroup(group.First().Speakers, group.Select(quotation => quotation.Role).FirstOrDefault(role => role is not null), [.. group])),
    ];

    /// <summary>“Kaja Kallas, EU foreign policy chief”.</summary>
    public string Heading(Translation translation) => Speakers.IsEmpty ? translation.SpeakerNotNamed : Role is null ? translation.List(Speakers) : $"{translation.List(Speakers)}, {Role}";

    /// <summary>The words in quotation marks, without the comma that only led to the reporting words; offsets are of the words with it.</summary>
    public static string Shown(Quotation quotation) => $"“{quotation.Text.TrimEnd(',', '，', '、', ' ')}”";
}
