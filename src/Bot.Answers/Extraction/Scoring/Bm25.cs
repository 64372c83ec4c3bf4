namespace Bot.Answers.Extraction.Scoring;

/// <summary>BM25 over the candidates alone: a term is rare when few of these sentences have it.</summary>
internal sealed class Bm25
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.5f;
    private const float RelatedShare = 0.4f;

    private readonly Candidates _candidates;
    private readonly float[] _rarity;
    private readonly float _sentenceLength;
    private readonly float _passageLength;

    public Bm25(Candidates candidates)
    {
        _candidates = candidates;
        _rarity = new float[candidates.Terms];
        for (var t = 0; t < _rarity.Length; t++)
        {
            var frequency = candidates.Frequency(t);
            _rarity[t] = MathF.Log(1 + ((candidates.All.Count - frequency + 0.5f) / (frequency + 0.5f)));
        }

        var words = Length(0, candidates.All.Count);
        _sentenceLength = Math.Max(1, (float)words / Math.Max(1, candidates.All.Count));
        _passageLength = Math.Max(1, (float)words / Math.Max(1, candidates.Passages.Count));
    }

    public float OfSentence(Candidate candidate)
    {
        Span<float> frequencies = stackalloc float[_candidates.Terms];
        Count(candidate, frequencies);
        return Score(frequencies, candidate.Sentence.Words.Length / _sentenceLength);
    }

    /// <summary>Of the candidates from <paramref name="start"/> to <paramref name="end"/>, exclusive, as one text.</summary>
    public float OfPassage(int start, int end)
    {
        Span<float> frequencies = stackalloc float[_candidates.Terms];
        for (var i = start; i < end; i++)
        {
            Count(_candidates.All[i], frequencies);
        }

        return Score(frequencies, Length(start, end) / _passageLength);
    }

    private float Score(ReadOnlySpan<float> frequencies, float relativeLength)
    {
        var score = 0f;
        for (var t = 0; t < frequencies.Length; t++)
        {
            score += _rarity[t] * frequencies[t] * (Saturation + 1) / (frequencies[t] + (Saturation * (1 - LengthShare + (LengthShare * relativeLength))));
        }

        return score;
    }

    private void Count(Candidate candidate, Span<float> frequencies)
    {
        foreach (var id in candidate.WordIds)
        {
            if (id < 0)
            {
                continue;
            }

            var matches = _candidates.Matches.Of(id);
            for (var t = 0; t < frequencies.Length; t++)
            {
                frequencies[t] += matches[t].Exact > 0 ? 1 : RelatedShare * matches[t].Related;
            }
        }
    }

    private int Length(int start, int end)
    {
        var length = 0;
        for (var i = start; i < end; i++)
        {
            length += _candidates.All[i].Sentence.Words.Length;
        }

        return length;
    }
}
