using System.Collections.Immutable;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>Words may only be given to whom the article gives them.</summary>
internal static class SpeakerCheck
{
    /// <summary>The wrong speaker whom the statement names, and the right ones.</summary>
    public static Finding? Find(Claim claim)
    {
        var words = claim.Words;
        if (!words.Any(word => Wording.IsReport(word.Text)))
        {
            return null;
        }

        foreach (var span in claim.Spans)
        {
            var (_, article, paragraph) = claim.Shown.Passages[span.Paragraph];
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
                return new Finding(FindingKind.WrongSpeaker, wrong.Name, string.Join(" and ", speakers));
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
