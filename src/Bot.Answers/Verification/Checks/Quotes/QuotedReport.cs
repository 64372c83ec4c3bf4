using System.Collections.Immutable;
using Bot.Answers.Quoting;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>Recognises “NAME said: “words”” where the article gives these words to that name: nothing is left to weigh.</summary>
internal static class QuotedReport
{
    private static readonly HashSet<string> Neutral = new(["said", "says", "the"], StringComparer.Ordinal);

    /// <summary>
    /// True when the statement is one stretch in quotation marks, all of it inside a quotation that the article gives to one speaker, and every word around it is of
    /// the speaker's name or office, of the article's own reporting words, or “said”. A “not” or a “denied” around it makes it something else.
    /// A likely speaker will do: the draft has come to the same name by another way, mostly through a “he said” that the cited words alone do not resolve.
    /// </summary>
    public static bool Is(Claim claim)
    {
        var statement = claim.Text;
        var open = statement.AsSpan().IndexOfAny('“', '"');
        var close = statement.AsSpan().LastIndexOfAny('”', '"');
        if (open < 0 || close <= open || statement.AsSpan(open + 1, close - open - 1).ContainsAny("“”\""))
        {
            return false;
        }

        var quoted = statement[(open + 1)..close];
        var around = Words.Read($"{statement[..open]} {statement[(close + 1)..]}");
        return around.Length > 0 && claim.Spans.Any(span => Speaks(claim.Shown.Passages[span.Paragraph], quoted, around));
    }

    private static bool Speaks(ShownPassage passage, string quoted, ImmutableArray<Word> around)
    {
        foreach (var quotation in passage.Article.Said)
        {
            if (quotation.Paragraph != passage.Paragraph.Number || quotation.Certainty == Certainty.Unknown || quotation.Speakers is not [var speaker]
                || QuoteMatch.Find(new QuotableText(quotation.Text), quoted) is null)
            {
                continue;
            }

            var name = Words.Read(speaker);
            var known = name.Concat(Words.Read(quotation.Role ?? "")).Concat(Words.Read(quotation.Attribution)).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
            if (around.Any(word => word.Text == name[^1].Text) && around.All(word => known.Contains(word.Text) || Neutral.Contains(word.Text)))
            {
                return true;
            }
        }

        return false;
    }
}
