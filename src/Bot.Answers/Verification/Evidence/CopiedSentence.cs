using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Evidence;

/// <summary>The one sentence of the source that a near copy copies.</summary>
/// <param name="Sentence">Its index in the source.</param>
/// <param name="Terms">Of the sentence.</param>
/// <param name="Taken">For each of them the index of the statement's word that it is paired with, -1 for none; never all -1.</param>
internal readonly record struct CopiedSentence(int Sentence, ReadOnlyMemory<Term> Terms, int[] Taken)
{
    // What takes more from elsewhere joins sentences.
    private const double LeastShare = 0.8;

    /// <summary>Null when the statement is of several sentences.</summary>
    public static CopiedSentence? Of(SentenceAlignment alignment)
    {
        var (best, most, all) = (alignment.Window.First, -1, 0);
        for (var sentence = alignment.Window.First; sentence < alignment.Window.End; sentence++)
        {
            var (first, end) = RangeOf(alignment, sentence);
            var count = 0;
            foreach (var partner in alignment.Partner)
            {
                count += partner >= first && partner < end ? 1 : 0;
            }

            all += count;
            (best, most) = count > most ? (sentence, count) : (best, most);
        }

        if (most < LeastShare * all || all == 0)
        {
            return null;
        }

        var (start, stop) = RangeOf(alignment, best);
        var taken = new int[stop - start];
        Array.Fill(taken, -1);
        for (var i = 0; i < alignment.Partner.Length; i++)
        {
            if (alignment.Partner[i] >= start && alignment.Partner[i] < stop)
            {
                taken[alignment.Partner[i] - start] = i;
            }
        }

        return new CopiedSentence(best, alignment.Source.MemoryOf(best), taken);
    }

    public bool Holds(int stem)
    {
        foreach (ref readonly var term in Terms.Span)
        {
            if (term.Stem == stem)
            {
                return true;
            }
        }

        return false;
    }

    private static (int First, int End) RangeOf(SentenceAlignment alignment, int sentence)
    {
        var sentences = alignment.Source.Sentences;
        var first = sentences[alignment.Window.First].FirstTerm;
        return (sentences[sentence].FirstTerm - first, sentences[sentence].EndTerm - first);
    }
}
