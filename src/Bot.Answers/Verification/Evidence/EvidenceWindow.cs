using System.Numerics;

namespace Bot.Answers.Verification.Evidence;

/// <summary>Where in the source a statement is best supported.</summary>
/// <param name="First">Index of the first sentence.</param>
/// <param name="End">Exclusive; at most three sentences, all of one stretch.</param>
/// <param name="Coverage">Share of the statement's content found there, weighted, from 0 to 1.</param>
internal readonly record struct EvidenceWindow(int First, int End, double Coverage)
{
    private const int MaxSentences = 3;
    private const double CostOfASentence = 0.03;

    /// <summary>One bit for each distinct content word that a sentence has, by sentence.</summary>
    /// <param name="soft">Count words that can stand for the statement's, too.</param>
    public static ulong[] Masks(StatementText statement, SourceText source, ReadOnlySpan<int> contentTerms, bool soft)
    {
        var masks = new ulong[source.Sentences.Length];
        for (var bit = 0; bit < contentTerms.Length; bit++)
        {
            var term = contentTerms[bit];
            if (statement.Terms[term].Stem is >= 0 and var stem)
            {
                Mark(source.SentencesWith(stem), bit);
            }

            if (soft)
            {
                foreach (var kin in statement.KinOf(term))
                {
                    if (kin.Strength >= 0.5f)
                    {
                        Mark(source.SentencesWith(kin.Stem), bit);
                    }
                }
            }
        }

        return masks;

        void Mark(ReadOnlySpan<int> sentences, int bit)
        {
            foreach (var sentence in sentences)
            {
                masks[sentence] |= 1UL << bit;
            }
        }
    }

    /// <param name="allowed">Which sentences may be used; empty for all.</param>
    public static EvidenceWindow Best(ReadOnlySpan<ulong> masks, ReadOnlySpan<double> weights, ReadOnlySpan<bool> allowed)
    {
        var best = new EvidenceWindow(0, Math.Min(1, masks.Length), -1);
        var bestValue = -1.0;
        for (var first = 0; first < masks.Length; first++)
        {
            var mask = 0UL;
            for (var end = first + 1; end <= Math.Min(masks.Length, first + MaxSentences); end++)
            {
                if (allowed.Length > 0 && !allowed[end - 1])
                {
                    break;
                }

                mask |= masks[end - 1];
                var coverage = Sum(mask, weights);
                if (coverage - (CostOfASentence * (end - first - 1)) is var value && value > bestValue)
                {
                    (best, bestValue) = (new EvidenceWindow(first, end, coverage), value);
                }
            }
        }

        return best;
    }

    private static double Sum(ulong mask, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (; mask != 0; mask &= mask - 1)
        {
            sum += weights[BitOperations.TrailingZeroCount(mask)];
        }

        return sum;
    }
}
