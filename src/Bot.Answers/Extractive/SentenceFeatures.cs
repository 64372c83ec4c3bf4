using Bot.Search.Language;

namespace Bot.Answers.Extractive;

/// <summary>What speaks for a sentence, in numbers.</summary>
internal sealed class SentenceFeatures
{
    public static readonly string[] Names =
    [
        "exact", "related", "soft", "paragraph-exact", "paragraph-soft", "before-soft", "after-soft", "window-exact", "bm25", "bm25-paragraph",
        "pairs", "run", "names", "names-paragraph", "numbers", "focus", "soft-others", "answer-words", "answer-likeness", "answer-near",
        "density", "centroid", "index", "depth", "opens-paragraph", "length", "heading", "pronoun", "first-match", "opposites",
        "quotation", "reporting", "kind", "exact-gap", "soft-gap", "bm25-gap", "centroid-gap", "near-gap", "sentences", "terms",
        "named-other", "year", "soft-rarity", "missing-title", "stop-overlap",
    ];

    private readonly Candidates _candidates;
    private readonly QuestionReading _question;
    private readonly AnswerSort _sort;
    private readonly float[][] _values;
    private readonly float[] _idf;
    private readonly float[] _rarity;
    private readonly float _averageLength;

    public SentenceFeatures(Candidates candidates)
    {
        _candidates = candidates;
        _question = candidates.Question;
        _sort = AnswerSort.Of(_question);
        var count = candidates.All.Count;
        _idf = new float[candidates.Terms];
        _rarity = new float[candidates.Terms];
        for (var t = 0; t < _idf.Length; t++)
        {
            var frequency = candidates.Frequency(t);
            _idf[t] = MathF.Log(1 + ((count - frequency + 0.5f) / (frequency + 0.5f)));
            _rarity[t] = (float)Lexicon.Default.Rarity(candidates.Matches.TermId(t));
        }

        _averageLength = count == 0 ? 1 : Math.Max(1, (float)candidates.All.Average(c => c.Sentence.Words.Length));
        _values = new float[count][];
        for (var i = 0; i < count; i++)
        {
            _values[i] = Compute(i);
        }

        AddParagraphs();
        AddGaps();
    }

    /// <summary>In the order of <see cref="Names"/>.</summary>
    public float[] Of(int candidate) => _values[candidate];

    private float[] Compute(int i)
    {
        var candidate = _candidates.All[i];
        var sentence = candidate.Sentence;
        var exact = _candidates.Exact(i);
        var related = _candidates.Related(i);
        var soft = _candidates.Soft(i);
        var weights = _candidates.Weights;
        var f = new float[Names.Length];
        f[0] = Dot(weights, exact);
        f[1] = Dot(weights, related);
        f[2] = Dot(weights, soft);
        f[5] = i > 0 && SameArticle(i, i - 1) ? Dot(weights, _candidates.Soft(i - 1)) : 0;
        f[6] = i + 1 < _candidates.All.Count && SameArticle(i, i + 1) ? Dot(weights, _candidates.Soft(i + 1)) : 0;
        f[7] = Window(i);
        f[8] = Bm25(candidate, _averageLength);
        (f[10], f[11]) = Runs(candidate);
        f[12] = Share(exact, term => term.IsName);
        f[14] = Share(exact, term => term.Word.IsNumber);
        f[15] = _question.Focus >= 0 ? soft[_question.Focus] : -1;
        f[16] = Others(soft);
        Answering(candidate, f);
        (f[20], f[28]) = Density(candidate);
        f[21] = Centroid(candidate);
        f[22] = MathF.Log(1 + i);
        f[23] = _candidates.Passages.Count == 0 ? 0 : (float)candidate.Passage / _candidates.Passages.Count;
        f[24] = candidate.Position == 0 ? 1 : 0;
        f[25] = MathF.Log(1 + sentence.Words.Length);
        f[26] = sentence.LooksLikeHeading ? 1 : 0;
        f[27] = sentence.OpensWithPronoun ? 1 : 0;
        f[29] = Opposites(candidate);
        f[30] = sentence.HasQuotation ? 1 : 0;
        f[31] = sentence.HasReporting ? 1 : 0;
        f[32] = (int)_question.Kind;
        f[38] = MathF.Log(1 + _candidates.All.Count);
        f[39] = _candidates.Terms;
        f[42] = Dot(_rarity, soft) / Math.Max(0.01f, _rarity.Sum());
        f[44] = StopOverlap(candidate);
        return f;
    }

    private bool SameArticle(int a, int b) =>
        ReferenceEquals(_candidates.Passages[_candidates.All[a].Passage].Article, _candidates.Passages[_candidates.All[b].Passage].Article);

    private float Window(int i)
    {
        var sum = 0f;
        for (var t = 0; t < _candidates.Terms; t++)
        {
            var best = _candidates.Exact(i)[t];
            best = i > 0 && SameArticle(i, i - 1) ? Math.Max(best, 0.7f * _candidates.Exact(i - 1)[t]) : best;
            best = i + 1 < _candidates.All.Count && SameArticle(i, i + 1) ? Math.Max(best, 0.5f * _candidates.Exact(i + 1)[t]) : best;
            sum += best * _candidates.Weights[t];
        }

        return sum;
    }

    private float Bm25(Candidate candidate, float averageLength)
    {
        Span<float> frequency = stackalloc float[_candidates.Terms];
        Count(candidate, frequency);
        return Bm25(frequency, candidate.Sentence.Words.Length, averageLength);
    }

    private void Count(Candidate candidate, Span<float> frequency)
    {
        foreach (var id in candidate.WordIds)
        {
            if (id >= 0)
            {
                var matches = _candidates.Matches.Of(id);
                for (var t = 0; t < frequency.Length; t++)
                {
                    frequency[t] += matches[t].Exact > 0 ? 1 : 0.4f * matches[t].Related;
                }
            }
        }
    }

    private float Bm25(ReadOnlySpan<float> frequency, int length, float averageLength)
    {
        var score = 0f;
        for (var t = 0; t < frequency.Length; t++)
        {
            score += _idf[t] * frequency[t] * 2.2f / (frequency[t] + (1.2f * (0.5f + (0.5f * length / averageLength))));
        }

        return score;
    }

    /// <summary>Share of the question's neighbouring terms that are neighbours here, and the longest run of them, both by weight.</summary>
    private (float Pairs, float Run) Runs(Candidate candidate)
    {
        var (pairs, longest, run, previous, since) = (0f, 0f, 0f, -1, 0);
        foreach (var id in candidate.WordIds)
        {
            if (id < 0)
            {
                since++;
                continue;
            }

            var term = ExactTerm(id);
            if (term >= 0 && previous >= 0 && term == previous + 1 && since <= 2)
            {
                pairs++;
                run += _candidates.Weights[term];
            }
            else
            {
                run = term >= 0 ? _candidates.Weights[term] : 0;
            }

            longest = Math.Max(longest, run);
            (previous, since) = (term, 0);
        }

        return (_candidates.Terms > 1 ? Math.Min(1, pairs / (_candidates.Terms - 1)) : 0, longest);
    }

    private int ExactTerm(int id)
    {
        var matches = _candidates.Matches.Of(id);
        for (var t = 0; t < matches.Length; t++)
        {
            if (matches[t].Exact > 0)
            {
                return t;
            }
        }

        return -1;
    }

    private float Share(ReadOnlySpan<float> matches, Func<QuestionTerm, bool> chosen)
    {
        var (sum, hit) = (0f, 0f);
        for (var t = 0; t < matches.Length; t++)
        {
            if (chosen(_question.Terms[t]))
            {
                sum += _candidates.Weights[t];
                hit += _candidates.Weights[t] * matches[t];
            }
        }

        return sum == 0 ? -1 : hit / sum;
    }

    private float Others(ReadOnlySpan<float> soft)
    {
        var (sum, hit) = (0f, 0f);
        for (var t = 0; t < soft.Length; t++)
        {
            if (!_question.Terms[t].IsName && !_question.Terms[t].Word.IsNumber)
            {
                sum += _candidates.Weights[t];
                hit += _candidates.Weights[t] * soft[t];
            }
        }

        return sum == 0 ? -1 : hit / sum;
    }

    /// <summary>Words that could be the answer: how many, how like what is asked for, how near to what is asked about.</summary>
    private void Answering(Candidate candidate, float[] f)
    {
        var sentence = candidate.Sentence;
        var others = 0;
        for (var i = 0; i < candidate.WordIds.Length; i++)
        {
            var id = candidate.WordIds[i];
            if (id >= 0 && ExactTerm(id) >= 0)
            {
                continue;
            }

            others += (sentence.Answers[i] & AnswerTraits.Name) != 0 ? 1 : 0;
            f[41] += (sentence.Answers[i] & AnswerTraits.Date) != 0 ? 1 : 0;
            var likeness = id >= 0 ? _sort.Likeness(sentence.LexiconIds[i]) : 0;
            var fits = _sort.Fits(sentence.Answers[i]);
            if (fits)
            {
                f[17]++;
            }

            if (id >= 0 && (fits || _sort.Wanted == AnswerTraits.None))
            {
                f[18] = Math.Max(f[18], likeness);
                f[19] = Math.Max(f[19], Nearness(candidate, i) * (_sort.Wanted == AnswerTraits.None ? 0.5f + (0.5f * Math.Max(0, likeness)) : 1));
            }
        }

        f[17] = Math.Min(4, f[17]);
        f[40] = Math.Min(5, others);
    }

    private float Nearness(Candidate candidate, int at)
    {
        Span<float> best = stackalloc float[_candidates.Terms];
        for (var i = 0; i < candidate.WordIds.Length; i++)
        {
            var id = candidate.WordIds[i];
            if (id < 0 || i == at)
            {
                continue;
            }

            var matches = _candidates.Matches.Of(id);
            var nearness = 1 / (1 + (Math.Abs(i - at) / 6f));
            for (var t = 0; t < best.Length; t++)
            {
                best[t] = Math.Max(best[t], matches[t].Soft * nearness);
            }
        }

        return Dot(_candidates.Weights, best);
    }

    private (float Density, float First) Density(Candidate candidate)
    {
        var (first, last, sum) = (-1, -1, 0f);
        for (var i = 0; i < candidate.WordIds.Length; i++)
        {
            if (candidate.WordIds[i] >= 0 && ExactTerm(candidate.WordIds[i]) is >= 0 and var term)
            {
                first = first < 0 ? i : first;
                last = i;
                sum += _candidates.Weights[term];
            }
        }

        return first < 0 ? (0, 1) : (sum / (1 + ((last - first) / 10f)), (float)first / candidate.WordIds.Length);
    }

    private float Centroid(Candidate candidate)
    {
        Span<float> a = stackalloc float[Lexicon.Default.Dimensions];
        Span<float> b = stackalloc float[Lexicon.Default.Dimensions];
        for (var t = 0; t < _candidates.Terms; t++)
        {
            Add(a, _candidates.Matches.TermId(t));
        }

        foreach (var id in candidate.Sentence.LexiconIds)
        {
            Add(b, id);
        }

        var scale = MathF.Sqrt(Dot(a, a) * Dot(b, b));
        return scale == 0 ? 0 : Dot(a, b) / scale;
    }

    private static void Add(Span<float> sum, int id)
    {
        if (id < 0)
        {
            return;
        }

        var vector = Lexicon.Default.Vector(id);
        var weight = (float)Lexicon.Default.Rarity(id) / Math.Max(1, Lexicon.Default.Norm(id));
        for (var d = 0; d < sum.Length; d++)
        {
            sum[d] += vector[d] * weight;
        }
    }

    private float Opposites(Candidate candidate)
    {
        var count = 0;
        foreach (var id in candidate.WordIds)
        {
            if (id < 0)
            {
                continue;
            }

            foreach (var match in _candidates.Matches.Of(id))
            {
                count += match.Opposite ? 1 : 0;
            }
        }

        return count;
    }

    private float StopOverlap(Candidate candidate)
    {
        var (all, found) = (0, 0);
        foreach (var word in _question.Words)
        {
            if (word.IsStop && word.Text.Length > 2)
            {
                all++;
                foreach (var other in candidate.Sentence.Words)
                {
                    if (other.IsStop && other.Text == word.Text)
                    {
                        found++;
                        break;
                    }
                }
            }
        }

        return all == 0 ? 0 : (float)found / all;
    }

    private void AddParagraphs()
    {
        var all = _candidates.All;
        var averageLength = all.Count == 0 ? 1 : (float)all.Sum(c => c.Sentence.Words.Length) / Math.Max(1, _candidates.Passages.Count);
        Span<float> exact = stackalloc float[_candidates.Terms];
        Span<float> soft = stackalloc float[_candidates.Terms];
        Span<float> frequency = stackalloc float[_candidates.Terms];
        for (var start = 0; start < all.Count;)
        {
            exact.Clear();
            soft.Clear();
            frequency.Clear();
            var (end, length) = (start, 0);
            for (; end < all.Count && all[end].Passage == all[start].Passage; end++)
            {
                for (var t = 0; t < exact.Length; t++)
                {
                    exact[t] = Math.Max(exact[t], _candidates.Exact(end)[t]);
                    soft[t] = Math.Max(soft[t], _candidates.Soft(end)[t]);
                }

                Count(all[end], frequency);
                length += all[end].Sentence.Words.Length;
            }

            var (paragraphExact, paragraphSoft) = (Dot(_candidates.Weights, exact), Dot(_candidates.Weights, soft));
            var bm25 = Bm25(frequency, length, averageLength);
            var names = Share(exact, term => term.IsName);
            for (var i = start; i < end; i++)
            {
                (_values[i][3], _values[i][4], _values[i][9], _values[i][13]) = (paragraphExact, paragraphSoft, bm25, names);
            }

            start = end;
        }
    }

    /// <summary>How far each sentence is behind the best; BM25 as a share of the best, for its size means nothing.</summary>
    private void AddGaps()
    {
        foreach (var (source, gap) in new[] { (0, 33), (2, 34), (21, 36), (19, 37) })
        {
            var best = _values.Length == 0 ? 0 : _values.Max(f => f[source]);
            foreach (var f in _values)
            {
                f[gap] = f[source] - best;
            }
        }

        foreach (var source in new[] { 8, 9 })
        {
            var best = _values.Length == 0 ? 0 : _values.Max(f => f[source]);
            foreach (var f in _values)
            {
                f[source] = best == 0 ? 0 : f[source] / best;
            }
        }

        foreach (var f in _values)
        {
            f[35] = f[8] + (0.5f * f[9]);
        }
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
