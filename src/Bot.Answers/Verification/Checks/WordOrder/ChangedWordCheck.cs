using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>Single words changed in what is otherwise the source's own sentence: where only one word differs, it differs on purpose.</summary>
/// <remarks>Not measured but forbidden, so it says yes only to what no honest shortening does: a word in another's place, another modal verb, a hedge turned into certainty, names joined anew.</remarks>
internal static class ChangedWordCheck
{
    // As alike as words that can stand for each other.
    private const float Alike = 0.65f;

    /// <summary>What was changed, in a near copy; null when nothing was.</summary>
    public static Finding? Find(SentenceAlignment alignment)
    {
        var terms = alignment.Statement.Terms;
        var partner = alignment.Partner;
        for (var start = 0; start < terms.Length; start++)
        {
            if (start > 0 && (NewlyJoined(alignment, start) || TookTheSubject(alignment, start)))
            {
                return new Finding(FindingKind.NameElsewhere, alignment.Statement.Text[terms[start - 1].Start..terms[start].End]);
            }

            if (partner[start] >= 0 || (start > 0 && partner[start - 1] < 0))
            {
                continue;
            }

            var end = start + 1;
            while (end < terms.Length && partner[end] < 0)
            {
                end++;
            }

            if (Changed(alignment, start, end) is { } term)
            {
                return new Finding(FindingKind.UnseenWord, alignment.Statement.Text[terms[term].Start..terms[term].End]);
            }
        }

        return null;
    }

    private static int? Changed(SentenceAlignment alignment, int start, int end)
    {
        ReadOnlySpan<Term> terms = alignment.Statement.Terms;
        var partner = alignment.Partner;
        var stretch = alignment.Stretch;
        if (start > 0 && end < terms.Length)
        {
            return Changed(alignment, start, end, stretch[(partner[start - 1] + 1)..partner[end]]);
        }

        // Whole phrases may be put in front or behind, single words are not.
        if (end - start > 1 || terms.Length == 1 || terms[start].Is(TermKinds.Reporting))
        {
            return null;
        }

        var at = start > 0 ? partner[start - 1] + 1 : partner[end] - 1;
        return at >= 0 && at < stretch.Length && Exchanged(alignment, start, stretch.Slice(at, 1)) ? start : null;
    }

    /// <summary>The word of the statement from <paramref name="start"/> to <paramref name="end"/> that stands for another one in the source.</summary>
    private static int? Changed(SentenceAlignment alignment, int start, int end, ReadOnlySpan<Term> replaced)
    {
        ReadOnlySpan<Term> block = alignment.Statement.Terms.AsSpan(start..end);
        for (var i = 0; i < block.Length; i++)
        {
            if (Exchanged(alignment, start + i, replaced)
                || (Wording.ModalityOf(block[i].Text) is { } modality && OtherModality(replaced, modality))
                || ((block[i].IsContent || Wording.IsTotal(block[i].Text)) && replaced.HasAny(TermKinds.Hedge) && !block.HasAny(TermKinds.Hedge)))
            {
                return start + i;
            }
        }

        return null;
    }

    private static bool Exchanged(SentenceAlignment alignment, int term, ReadOnlySpan<Term> replaced)
    {
        var word = alignment.Statement.Terms[term];
        if (!Tells(word))
        {
            return false;
        }

        var any = false;
        foreach (ref readonly var other in replaced)
        {
            if (Tells(other))
            {
                any = true;
                if ((TellsOfSpeech(word) && TellsOfSpeech(other)) || alignment.Statement.Likeness(term, other) > 0
                    || Lexicon.Default.Likeness(word.Entry, other.Entry) >= Alike)
                {
                    return false;
                }
            }
        }

        return any;
    }

    // “Argued” for “said”.
    private static bool TellsOfSpeech(in Term term) => term.Is(TermKinds.Reporting) || Wording.IsClaim(term.Text);

    private static bool Tells(in Term term) => term.IsContent || term.Is(TermKinds.Reporting);

    private static bool OtherModality(ReadOnlySpan<Term> terms, string modality)
    {
        var other = false;
        foreach (ref readonly var term in terms)
        {
            if (Wording.ModalityOf(term.Text) is { } theirs)
            {
                if (theirs == modality)
                {
                    return false;
                }

                other = true;
            }
        }

        return other;
    }

    /// <summary>True when the statement, near copy or not, begins with one name in another's place and gives the other the first one's.</summary>
    public static bool ExchangesNames(SentenceAlignment alignment)
    {
        var (terms, begin) = (alignment.Statement.Terms, 0);
        while (begin < terms.Length && alignment.Partner[begin] < 0 && terms[begin].Is(TermKinds.Name) && alignment.Holds(terms[begin].Stem))
        {
            begin++;
        }

        if (begin == 0 || begin == terms.Length || alignment.Partner[begin] < 1)
        {
            return false;
        }

        var subject = alignment.Stretch[alignment.Partner[begin] - 1];
        if (!subject.Is(TermKinds.Name))
        {
            return false;
        }

        for (var i = begin + 1; i < terms.Length; i++)
        {
            if (terms[i].Stem == subject.Stem && alignment.Partner[i] < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name from an earlier sentence directly before words that the source says of another name.</summary>
    private static bool TookTheSubject(SentenceAlignment alignment, int at)
    {
        var (from, to) = (alignment.Partner[at - 1], alignment.Partner[at]);
        return from >= 0 && to > from + 1
            && alignment.Statement.Terms[at - 1].Is(TermKinds.Name) && alignment.Stretch[to - 1].Is(TermKinds.Name)
            && alignment.Stretch[to - 1].Stem != alignment.Stretch[from].Stem
            && alignment.SentenceOf(from) < alignment.SentenceOf(to - 1) && alignment.SentenceOf(to - 1) == alignment.SentenceOf(to);
    }

    /// <summary>Two names side by side that the source has apart, with more than names between them.</summary>
    private static bool NewlyJoined(SentenceAlignment alignment, int at)
    {
        var (first, second) = (alignment.Statement.Terms[at - 1], alignment.Statement.Terms[at]);
        if (!first.Is(TermKinds.Name) || !second.Is(TermKinds.Name) || first.Stem < 0 || second.Stem < 0 || second.Start - first.End != 1 || alignment.Source.HasPair(first.Stem, second.Stem))
        {
            return false;
        }

        var (from, to) = (alignment.Partner[at - 1], alignment.Partner[at]);
        return from < 0 || to < 0 || alignment.Stretch[(from + 1)..to].CountOf(TermKinds.Name) < to - from - 1;
    }
}
