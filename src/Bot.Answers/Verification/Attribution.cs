using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Verification;

/// <summary>Words may only be given to whom the article gives them.</summary>
internal static class Attribution
{
    /// <summary>A sentence that names the right speaker when the statement names a wrong one; null otherwise.</summary>
    /// <param name="words">Of the statement.</param>
    public static string? Fault(ImmutableArray<Word> words, ImmutableArray<ShownPassage> shown, List<SourceSpan> spans)
    {
        if (!words.Any(word => Wording.IsReport(word.Text)))
        {
            return null;
        }

        foreach (var span in spans)
        {
            var (_, article, paragraph) = shown[span.Paragraph];
            var quotations = article.Said.Where(quotation =>
                quotation.Paragraph == paragraph.Number && quotation.Start < span.End && span.Start < quotation.End && !quotation.Speakers.IsEmpty).ToArray();
            if (quotations.Length == 0 || quotations.Any(quotation => quotation.Certainty != Certainty.Sure))
            {
                continue;
            }

            var speakers = quotations.SelectMany(quotation => quotation.Speakers).Distinct(StringComparer.Ordinal).ToArray();
            if (speakers.Any(speaker => Mentions(words, speaker, article)))
            {
                continue;
            }

            if (article.Speakers.FirstOrDefault(other => Mentions(words, other.Name, article)) is { } wrong)
            {
                return $"The article gives these words to {string.Join(" and ", speakers)}, not to {wrong.Name}.";
            }
        }

        return null;
    }

    private static bool Mentions(ImmutableArray<Word> words, string speaker, Article article)
    {
        var known = article.Speakers.FirstOrDefault(candidate => candidate.Name == speaker);
        return Named(speaker) || (known is not null && known.Aliases.Any(Named)) || (known?.Role is { } role && Named(role));

        bool Named(string name)
        {
            var parts = Words.Read(name);
            return parts.Length > 0 && words.Any(word => word.Text == parts[^1].Text);
        }
    }
}
