using System.Collections.Immutable;

namespace Bot.Answers.Summaries;

/// <summary>Which sentences stand for an article: worth, minus what the ones already chosen have said.</summary>
internal sealed class SentenceRanking
{
    // The graph is quadratic; beyond this many sentences only the weightiest take part.
    private const int MostSentences = 1_000;

    // One setting for all lengths and kinds of news, found by coordinate search on ROUGE-1 and -2.
    private const double CentralityWeight = 0.95;
    private const double SubstanceWeight = 1;
    private const double DensityWeight = 0.8;
    private const double LengthWeight = 0.2;
    private const double LongSentence = 30;
    private const int LeadLength = 3;
    private const double LeadBonus = 2.5;
    private const double FirstBonus = 3;
    private const double FirstDecay = 0.6;
    private const double LongExtract = 0.38;
    private const double Repeating = 1.2;

    private const double Same = 0.85;

    private readonly ImmutableArray<SummarySentence> _sentences;
    private readonly SentenceGraph _graph;

    public SentenceRanking(ImmutableArray<SummarySentence> sentences)
    {
        _sentences = sentences;
        _graph = new SentenceGraph([.. _sentences.Select(sentence => sentence.Terms)]);
    }

    /// <summary>For running text, which need not stand by itself sentence by sentence.</summary>
    /// <returns>At most <paramref name="count"/> sentences in reading order.</returns>
    public ImmutableArray<SummarySentence> Choose(int count)
    {
        var worth = new double[_sentences.Length];
        for (var i = 0; i < worth.Length; i++)
        {
            worth[i] = Worth(i) + Lead(i, count);
        }

        List<int> open = [.. Enumerable.Range(0, worth.Length)];
        var said = new double[worth.Length];
        var chosen = new SortedSet<int>();
        while (chosen.Count < count && open.Count > 0)
        {
            var best = open.MaxBy(i => worth[i] - (Repeating * said[i]));
            chosen.Add(best);
            open.RemoveAll(i => i == best || _graph.Likeness(i, best) > Same);
            open.ForEach(i => said[i] = Math.Max(said[i], _graph.Likeness(i, best)));
        }

        return [.. chosen.Select(i => _sentences[i])];
    }

    /// <summary>What a sentence is worth for the whole article, wherever it stands.</summary>
    private double Worth(int i) =>
        (CentralityWeight * _graph.Centrality[i])
        + (SubstanceWeight * _graph.Weight[i])
        + (DensityWeight * _graph.Density[i])
        + (LengthWeight * Math.Min(1, _sentences[i].Words.Length / LongSentence));

    /// <summary>What its place adds, in a text that tells the most important first.</summary>
    private double Lead(int i, int count) => LeadWeight(count) * ((i < LeadLength ? LeadBonus : 0) + (FirstBonus * Math.Pow(FirstDecay, i)));

    public double Likeness(int a, int b) => _graph.Likeness(a, b);

    /// <summary>
    /// Reports tell the most important first, over a few sentences. A single sentence must stand for the whole instead, and an extract that keeps a good part of the
    /// article has the beginning anyway.
    /// </summary>
    private double LeadWeight(int count) =>
        (1 - (1.0 / count)) * Math.Max(0, 1 - Math.Pow(count / (LongExtract * _sentences.Length), 3));

    /// <summary>Of a very long article, the sentences that take part.</summary>
    public static ImmutableArray<SummarySentence> Weightiest(ImmutableArray<SummarySentence> sentences)
    {
        if (sentences.Length <= MostSentences)
        {
            return sentences;
        }

        var terms = sentences.SelectMany(sentence => sentence.Terms.Distinct(StringComparer.Ordinal));
        var frequency = new Dictionary<string, int>(terms.CountBy(term => term, StringComparer.Ordinal), StringComparer.Ordinal);
        return
        [
            .. sentences
                .OrderByDescending(sentence => sentence.Terms.Distinct(StringComparer.Ordinal).Sum(term => Math.Log(frequency[term])))
                .Take(MostSentences)
                .OrderBy(sentence => sentence.Index)
                .Select((sentence, index) => sentence with { Index = index }),
        ];
    }
}
