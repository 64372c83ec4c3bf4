using System.Numerics.Tensors;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Language;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>The sentences that could answer one question, with every term's best match in each.</summary>
internal sealed class Candidates
{
    // What is meant counts a little less than what is said.
    private const float ImpliedShare = 0.8f;

    private const float LeastRarityOfNames = 0.7f;

    private readonly int _terms;
    private readonly float[] _exact;
    private readonly float[] _related;
    private readonly float[] _soft;

    public Candidates(QuestionReading question, IReadOnlyList<EvidencePassage> passages, ReadingCache cache)
    {
        Question = question;
        Passages = passages;
        Matches = new TermMatches(question);
        _terms = Matches.Count;
        var all = new List<Candidate>(passages.Count * 3);
        for (var p = 0; p < passages.Count; p++)
        {
            var sentences = cache.Read(passages[p].Article, passages[p].Paragraph);
            for (var s = 0; s < sentences.Length; s++)
            {
                all.Add(new Candidate(p, s, sentences[s], Words(sentences[s])));
            }
        }

        All = all;
        _exact = new float[all.Count * _terms];
        _related = new float[all.Count * _terms];
        _soft = new float[all.Count * _terms];
        for (var i = 0; i < all.Count; i++)
        {
            Note(all[i], Of(_exact, i), Of(_related, i), Of(_soft, i));
        }

        Weights = Weigh();
    }

    public QuestionReading Question { get; }

    public IReadOnlyList<EvidencePassage> Passages { get; }

    public TermMatches Matches { get; }

    /// <summary>In the order of the passages.</summary>
    public IReadOnlyList<Candidate> All { get; }

    /// <summary>How much each term tells: rare in English and among the candidates. They add up to 1.</summary>
    public float[] Weights { get; }

    public int Terms => _terms;

    public ReadOnlySpan<float> Exact(int candidate) => Of(_exact, candidate);

    public ReadOnlySpan<float> Related(int candidate) => Of(_related, candidate);

    public ReadOnlySpan<float> Soft(int candidate) => Of(_soft, candidate);

    /// <summary>How much a term tells by itself, from 0 to 1. A name or a number tells much however often it is met: another one is another question.</summary>
    public float Rarity(int term) => Math.Max(
        (float)Lexicon.Default.Rarity(Matches.TermId(term)), Question.Terms[term].Sort == TermSort.Other ? 0 : LeastRarityOfNames);

    /// <summary>In how many sentences the term stands exactly.</summary>
    public int Frequency(int term)
    {
        var count = 0;
        for (var i = term; i < _exact.Length; i += _terms)
        {
            count += _exact[i] > ImpliedShare ? 1 : 0;
        }

        return count;
    }

    /// <summary>Weighted share of the terms, each counting as much as it is matched.</summary>
    public float Share(ReadOnlySpan<float> matches) => TensorPrimitives.Dot(Weights, matches);

    /// <summary>The same among terms of one sort; -1 when the question has none.</summary>
    public float Share(ReadOnlySpan<float> matches, TermSort sort)
    {
        var (sum, hit) = (0f, 0f);
        for (var t = 0; t < matches.Length; t++)
        {
            if (Question.Terms[t].Sort == sort)
            {
                sum += Weights[t];
                hit += Weights[t] * matches[t];
            }
        }

        return sum == 0 ? -1 : hit / sum;
    }

    public int EndOfPassage(int candidate)
    {
        var end = candidate + 1;
        while (end < All.Count && All[end].Passage == All[candidate].Passage)
        {
            end++;
        }

        return end;
    }

    /// <summary>Writes each term's best match among the candidates from <paramref name="start"/> to <paramref name="end"/>, exclusive.</summary>
    public void Best(int start, int end, Span<float> exact, Span<float> soft)
    {
        exact.Clear();
        soft.Clear();
        for (var i = start; i < end; i++)
        {
            TensorPrimitives.Max(exact, Exact(i), exact);
            TensorPrimitives.Max(soft, Soft(i), soft);
        }
    }

    private Span<float> Of(float[] values, int candidate) => values.AsSpan(candidate * _terms, _terms);

    private int[] Words(SentenceReading sentence)
    {
        var ids = new int[sentence.Words.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = sentence.Words[i].IsStop ? -1 : Matches.Look(sentence.Words[i], sentence.LexiconIds[i]);
        }

        return ids;
    }

    private void Note(Candidate candidate, Span<float> exact, Span<float> related, Span<float> soft)
    {
        foreach (var word in candidate.Sentence.Implied)
        {
            var matches = Matches.Of(Matches.Look(word, lexiconId: -1));
            for (var t = 0; t < _terms; t++)
            {
                exact[t] = related[t] = soft[t] = Math.Max(exact[t], ImpliedShare * matches[t].Exact);
            }
        }

        foreach (var id in candidate.WordIds)
        {
            if (id < 0 || !Matches.Matters(id))
            {
                continue;
            }

            var matches = Matches.Of(id);
            for (var t = 0; t < _terms; t++)
            {
                exact[t] = Math.Max(exact[t], matches[t].Exact);
                related[t] = Math.Max(related[t], matches[t].Related);
                soft[t] = Math.Max(soft[t], matches[t].Soft);
            }
        }
    }

    private float[] Weigh()
    {
        var weights = new float[_terms];
        for (var t = 0; t < _terms; t++)
        {
            var frequency = Frequency(t);
            var local = Math.Log(1 + ((All.Count - frequency + 0.5) / (frequency + 0.5)));
            weights[t] = (float)((0.15 + Rarity(t)) * (0.5 + local));
        }

        var sum = weights.Sum();
        return sum == 0 ? weights : Array.ConvertAll(weights, weight => weight / sum);
    }
}

/// <param name="Passage">Index among the passages.</param>
/// <param name="Position">Of the sentence in its paragraph, from 0.</param>
/// <param name="WordIds">In step with the sentence's words, as <see cref="TermMatches.Look"/> numbers them; -1 for stop words.</param>
internal readonly record struct Candidate(int Passage, int Position, SentenceReading Sentence, int[] WordIds);
