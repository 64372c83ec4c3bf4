using Bot.Articles;

namespace Bot.CommandLine;

/// <summary>The quotations somebody asked for, and what to say when there are none.</summary>
internal sealed record QuoteSelection(IReadOnlyList<Quotation> Quotations, string WhyNone)
{
    public static QuoteSelection From(Article article, string? speaker, string? about)
    {
        var wanted = speaker is null ? article.Quotations : [.. article.Quotations.Where(q => q.Speakers.Any(s => s.Contains(speaker, StringComparison.OrdinalIgnoreCase)))];
        if (wanted.Length == 0)
        {
            return new([], speaker is null ? "The article quotes nobody." : $"No quotes by {speaker}. {Speakers(article)}");
        }

        return new(wanted, "");
    }

    /// <summary>“A”, “A and B”, “A, B and C”.</summary>
    public static string Names(Quotation quotation) => quotation.Speakers.Length < 2
        ? string.Concat(quotation.Speakers)
        : $"{string.Join(", ", quotation.Speakers[..^1])} and {quotation.Speakers[^1]}";

    private static string Speakers(Article article) => article.Speakers.Length == 0
        ? "The article names no speaker."
        : $"Speakers in this article: {string.Join(", ", article.Speakers.Select(speaker => $"{speaker.Name} ({speaker.Quotations})"))}.";
}
