using Bot.Search.Language;

namespace Bot.Answers.Extractive;

/// <summary>The sentences that could answer one question, with every term's best match in each.</summary>
internal sealed class Candidates
{
    private readonly int _terms;
    private readonly float[] _exact;
    private readonly float[] _related;
    private readonly float[] _soft;

    public Candidates(QuestionReading question, IReadOnlyList<Passage> passages, ReadingCache cache)
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

    public IReadOnlyList<Passage> Passages { get; }

    public TermMatches Matches { get; }

    /// <summary>In the order of the passages.</summary>
    public IReadOnlyList<Candidate> All { get; }

    /// <summary>How much each term tells: rare in English and among the candidates. They add up to 1.</summary>
    public float[] Weights { get; }

    public int Terms => _terms;

    public ReadOnlySpan<float> Exact(int candidate) => Of(_exact, candidate);

    public ReadOnlySpan<float> Related(int candidate) => Of(_related, candidate);

    public ReadOnlySpan<float> Soft(int candidate) => Of(_soft, candidate);

    /// <summary>In how many sentences the term stands exactly.</summary>
    public int Frequency(int term)
    {
        var count = 0;
        for (var i = term; i < _exact.Length; i += _terms)
        {
            count += _exact[i] > 0 ? 1 : 0;
        }

        return count;
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
        foreach (var id in candidate.WordIds)
        {
            if (id < 0)
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
            weights[t] = (float)((0.15 + Lexicon.Default.Rarity(Matches.TermId(t))) * (0.5 + local));
        }

        var sum = weights.Sum();
        return sum == 0 ? weights : Array.ConvertAll(weights, weight => weight / sum);
    }
}

/// <param name="Passage">Index among the passages.</param>
/// <param name="Position">Of the sentence in its paragraph, from 0.</param>
/// <param name="WordIds">In step with the sentence's words, as <see cref="TermMatches.Look"/> numbers them; -1 for stop words.</param>
internal readonly record struct Candidate(int Passage, int Position, SentenceReading Sentence, int[] WordIds);
