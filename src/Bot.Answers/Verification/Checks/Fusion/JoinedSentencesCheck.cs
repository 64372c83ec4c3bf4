using System.Collections.Immutable;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>The beginning of one sentence with the end of another: every word stands in the source, and no sentence of it says so.</summary>
internal static class JoinedSentencesCheck
{
    // So many words in a row are taken over, not found again.
    private const int LeastRun = 3;

    // Of the words side by side, how many stand so in the source.
    private const double CopiedShare = 0.8;

    /// <summary>The words on both sides of the first seam.</summary>
    /// <remarks>Two clauses may follow each other, and what is said of “he” or “which” may be said of the name: a seam is where both sides are torn.</remarks>
    public static Finding? Find(Claim claim)
    {
        var (statement, words, source) = (claim.Text, claim.Words, claim.Shown.Source);
        if (words.Length < 2 * LeastRun)
        {
            return null;
        }

        Span<int> stems = words.Length <= 128 ? stackalloc int[words.Length] : new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            stems[i] = source.StemOf(TermReading.StemOf(words[i]));
        }

        if (!IsCopied(stems, source))
        {
            return null;
        }

        for (var i = LeastRun; i + LeastRun <= words.Length; i++)
        {
            if (words[i].Start - words[i - 1].End == 1 && statement[words[i - 1].End - 1] != '.' && !Joins(words[i]) && !Joins(words[i - 1]) && !source.HasPair(stems[i - 1], stems[i])
                && Tells(words, i - LeastRun) && Tells(words, i)
                && AreTorn(stems.Slice(i - LeastRun, LeastRun), stems.Slice(i, LeastRun), source))
            {
                return new Finding(FindingKind.JoinedSentences, statement[words[i - LeastRun].Start..words[i + LeastRun - 1].End]);
            }
        }

        return null;
    }

    /// <summary>True when hardly two words stand side by side that do not in the source.</summary>
    private static bool IsCopied(ReadOnlySpan<int> stems, SourceText source)
    {
        var pairs = 0;
        for (var i = 1; i < stems.Length; i++)
        {
            pairs += source.HasPair(stems[i - 1], stems[i]) ? 1 : 0;
        }

        return pairs >= CopiedShare * (stems.Length - 1);
    }

    private static bool Joins(Word word) =>
        Wording.IsReport(word.Text) || word.Text is "and" or "or" or "but" or "who" or "which" or "that" or "when" or "while" or "where" or "after" or "before" or "because" or "as" or "since"
            or "whose" or "if" or "until" or "although" or "though" or "so" or "with" or "by";

    private static bool Tells(ImmutableArray<Word> words, int first)
    {
        for (var i = first; i < first + LeastRun; i++)
        {
            if (!words[i].IsStop)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when both runs stand in the source, never in one sentence, and always in the middle of a clause where they meet.</summary>
    private static bool AreTorn(ReadOnlySpan<int> left, ReadOnlySpan<int> right, SourceText source)
    {
        if (left.Contains(-1) || right.Contains(-1) || !IsTorn(left, source, atEnd: true) || !IsTorn(right, source, atEnd: false))
        {
            return false;
        }

        foreach (var sentence in source.SentencesWith(left[0]))
        {
            // One word in another's place, and the sentence goes on.
            var terms = source.TermsOf(sentence);
            if (Find(left, terms, 0) >= 0 && Find(right[1..], terms, 0) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTorn(ReadOnlySpan<int> run, SourceText source, bool atEnd)
    {
        var found = false;
        foreach (var sentence in source.SentencesWith(run[0]))
        {
            var terms = source.TermsOf(sentence);
            for (var at = Find(run, terms, 0); at >= 0; at = Find(run, terms, at + 1))
            {
                found = true;
                var (before, behind) = atEnd ? (at + run.Length - 1, at + run.Length) : (at - 1, at);
                if (before < 0 || behind == terms.Length || IsJoint(source.Paragraph(source.Sentences[sentence].Paragraph).Text, terms[before], terms[behind]))
                {
                    return false;
                }
            }
        }

        return found;
    }

    private static int Find(ReadOnlySpan<int> run, ReadOnlySpan<Term> terms, int from)
    {
        for (var at = from; at + run.Length <= terms.Length; at++)
        {
            if (Stands(run, terms, at))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Stands(ReadOnlySpan<int> run, ReadOnlySpan<Term> terms, int at)
    {
        for (var i = 0; i < run.Length; i++)
        {
            if (terms[at + i].Stem != run[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsJoint(string text, in Term before, in Term behind) =>
        text.AsSpan(before.End, Math.Max(0, behind.Start - before.End)) is not (" " or "’s " or "'s ")
        || before.Text is "he" or "she" or "it" or "they" or "we" or "i" or "you" or "this" or "these" or "those" or "who" or "which" or "that" or "there" or "and" or "or" or "but"
        || behind.Text is "and" or "or" or "but" or "who" or "which" or "that" or "when" or "while" or "where" or "after" or "before" or "because" or "as" or "since";
}
