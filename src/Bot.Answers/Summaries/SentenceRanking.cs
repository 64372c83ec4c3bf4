using System.Collections.Immutable;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>Which sentences stand for an article: worth, minus what the ones already chosen have said.</summary>
internal sealed class SentenceRanking
{
    // The graph is quadratic; beyond this many sentences only the weightiest take part.
    private const int MostSentences = 1_000;

    // One setting for all lengths and kinds of news, found by coordinate search on ROUGE-1 and -2.
    private const double CentralityWeight = 0.85;
    private const double SubstanceWeight = 1;
    private const double DensityWeight = 0.8;
    private const double LengthWeight = 0.2;
    private const double LongSentence = 30;
    private const int LeadLength = 3;
    private const double LeadBonus = 2.5;
    private const double FirstBonus = 3;
    private const double FirstDecay = 0.6;
    private const double LongExtract = 0.4;
    private const double Repeating = 0.4;

    // Points stand beside each other without the text between them, so that saying again what another says shows more.
    private const double RepeatingPoint = 1;
    private const double Same = 0.85;
    private const double SameParagraph = 0.8;
    private const double Leaning = 0.3;
    private const double FocusWeight = 2;

    private readonly ImmutableArray<SummarySentence> _sentences;
    private readonly SentenceGraph _graph;
    private readonly bool[] _leans;
    private readonly double[]? _focus;

    /// <param name="focus">Only sentences that share a word with it can be chosen; null for all.</param>
    public SentenceRanking(ImmutableArray<SummarySentence> sentences, string? focus)
    {
        _sentences = Weightiest(sentences);
        _graph = new SentenceGraph([.. _sentences.Select(sentence => sentence.Terms)]);
        _leans = [.. _sentences.Select(Readability.Leans)];
        _focus = focus is null ? null : Focus(focus);
    }

    /// <param name="standAlone">Each sentence is read by itself; otherwise one may lean on the sentence before it when that is chosen too.</param>
    /// <param name="everySection">At least one sentence of every section, as far as the count goes.</param>
    /// <returns>At most <paramref name="count"/> sentences in reading order.</returns>
    public ImmutableArray<SummarySentence> Choose(int count, bool standAlone, bool everySection)
    {
        var worth = new double[_sentences.Length];
        for (var i = 0; i < worth.Length; i++)
        {
            worth[i] = Worth(i, count) + (_focus is null ? 0 : FocusWeight * _focus[i]);
        }

        List<int> candidates = [.. Enumerable.Range(0, worth.Length).Where(i => _focus is null || _focus[i] > 0)];
        var repeating = standAlone ? RepeatingPoint : Repeating;
        var said = new double[worth.Length];
        var chosen = new SortedSet<int>();
        HashSet<string?> missing = [.. _sentences.Where(_ => everySection).Select(sentence => sentence.Paragraph.Section)];
        while (chosen.Count < count && candidates.Count > 0)
        {
            List<int> open = missing.Count > 0 ? [.. candidates.Where(i => missing.Contains(_sentences[i].Paragraph.Section))] : candidates;
            open = open.Count > 0 ? open : candidates;
            var best = open.MaxBy(i => worth[i] - (repeating * said[i]) - (_leans[i] && (standAlone || !chosen.Contains(i - 1)) ? Leaning : 0));
            if (standAlone && _leans[best] && (chosen.Count > 0 || candidates.Exists(i => !_leans[i])))
            {
                candidates.Remove(best);
                continue;
            }

            chosen.Add(best);
            candidates.RemoveAll(i => i == best || _graph.Likeness(i, best) > Same);
            missing.Remove(_sentences[best].Paragraph.Section);
            foreach (var i in candidates)
            {
                said[i] = Math.Max(said[i], _graph.Likeness(i, best));
                said[i] = standAlone && _sentences[i].Paragraph == _sentences[best].Paragraph ? Math.Max(said[i], SameParagraph) : said[i];
            }
        }

        return [.. chosen.Select(i => _sentences[i])];
    }

    private double Worth(int i, int count) =>
        (CentralityWeight * _graph.Centrality[i])
        + (SubstanceWeight * _graph.Weight[i])
        + (DensityWeight * _graph.Density[i])
        + (LengthWeight * Math.Min(1, _sentences[i].Words.Length / LongSentence))
        + (LeadWeight(count) * ((i < LeadLength ? LeadBonus : 0) + (FirstBonus * Math.Pow(FirstDecay, i))));

    /// <summary>
    /// Reports tell the most important first, over a few sentences. A single sentence must stand for the whole instead, and an extract that keeps a good part of the
    /// article has the beginning anyway.
    /// </summary>
    private double LeadWeight(int count) =>
        (1 - (1.0 / count)) * Math.Max(0, 1 - Math.Pow(count / (LongExtract * _sentences.Length), 3));

    private double[] Focus(string focus)
    {
        var wanted = Words.Read(focus).Where(word => !word.IsStop).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return [.. _sentences.Select(sentence =>
        {
            var speakers = sentence.Speech.SelectMany(quotation => quotation.Speakers).SelectMany(name => Words.Read(name)).Select(word => word.Stem);
            return wanted.Count == 0 ? 0 : (double)sentence.Terms.Concat(speakers).Where(wanted.Contains).Distinct(StringComparer.Ordinal).Count() / wanted.Count;
        })];
    }

    private static ImmutableArray<SummarySentence> Weightiest(ImmutableArray<SummarySentence> sentences)
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
