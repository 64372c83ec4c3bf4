using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>Gathers what speaks for each candidate.</summary>
internal sealed class SentenceClues
{
    private static readonly (Clue Of, Clue Gap)[] Gaps =
        [(Clue.Exact, Clue.ExactGap), (Clue.Soft, Clue.SoftGap), (Clue.AnswerNear, Clue.AnswerNearGap)];

    private readonly Candidates _candidates;
    private readonly QuestionReading _question;
    private readonly AnswerClues _answers;
    private readonly Bm25 _bm25;
    private readonly Clues[] _clues;
    private readonly Dictionary<Article, bool[]> _titles = new(ReferenceEqualityComparer.Instance);

    /// <param name="meanings">Null to go by words alone.</param>
    public SentenceClues(Candidates candidates, ISentenceMeanings? meanings)
    {
        _candidates = candidates;
        _question = candidates.Question;
        _answers = new AnswerClues(candidates);
        _bm25 = new Bm25(candidates);
        _clues = new Clues[candidates.All.Count];
        for (var i = 0; i < _clues.Length; i++)
        {
            _clues[i] = Gather(i);
        }

        AddParagraphs();
        AddComparisons();
        Meaning = Meaning.Of(candidates, meanings, Likely());
        if (Meaning is not null)
        {
            AddMeaning(Meaning);
        }
    }

    /// <summary>Null where the clues are of words alone.</summary>
    public Meaning? Meaning { get; }

    /// <param name="candidate">Index among the candidates.</param>
    public Clues Of(int candidate) => _clues[candidate];

    /// <summary>True when the headline of the candidate's article has the term.</summary>
    public bool IsInTitle(int candidate, int term) => TitleOf(_candidates.Passages[_candidates.All[candidate].Passage].Article)[term];

    private Clues Gather(int i)
    {
        var candidate = _candidates.All[i];
        var sentence = candidate.Sentence;
        var exact = _candidates.Exact(i);
        var soft = _candidates.Soft(i);
        var clues = new Clues
        {
            [Clue.Exact] = _candidates.Share(exact),
            [Clue.Related] = _candidates.Share(_candidates.Related(i)),
            [Clue.Soft] = _candidates.Share(soft),
            [Clue.Bm25] = _bm25.OfSentence(candidate),
            [Clue.Names] = _candidates.Share(exact, TermSort.Name),
            [Clue.Numbers] = _candidates.Share(exact, TermSort.Number),
            [Clue.Focus] = _question.Focus >= 0 ? soft[_question.Focus] : -1,
            [Clue.OtherSoft] = _candidates.Share(soft, TermSort.Other),
            [Clue.OpensWithPronoun] = sentence.OpensWithPronoun ? 1 : 0,
            [Clue.MissingInTitle] = MissingInTitle(exact, candidate),
            [Clue.LittleWords] = LittleWords(sentence),
            [Clue.Kind] = (int)_question.Kind,
        };
        WordOrder.AddTo(clues, _candidates, candidate);
        _answers.AddTo(clues, candidate);
        return clues;
    }

    private float MissingInTitle(ReadOnlySpan<float> exact, Candidate candidate)
    {
        var title = TitleOf(_candidates.Passages[candidate.Passage].Article);
        var (missing, told) = (0f, 0f);
        for (var t = 0; t < exact.Length; t++)
        {
            if (exact[t] == 0)
            {
                missing += _candidates.Weights[t];
                told += title[t] ? _candidates.Weights[t] : 0;
            }
        }

        return missing == 0 ? 1 : told / missing;
    }

    private bool[] TitleOf(Article article)
    {
        if (!_titles.TryGetValue(article, out var title))
        {
            var stems = Words.Read(article.Title).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
            _titles[article] = title = [.. _question.Terms.Select(term => stems.Contains(term.Word.Stem))];
        }

        return title;
    }

    private float LittleWords(SentenceReading sentence)
    {
        var (all, found) = (0, 0);
        foreach (var word in _question.Words)
        {
            if (word.IsStop && word.Text.Length > 2)
            {
                all++;
                foreach (var other in sentence.Words)
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
        Span<float> exact = stackalloc float[_candidates.Terms];
        Span<float> soft = stackalloc float[_candidates.Terms];
        for (var start = 0; start < all.Count;)
        {
            var end = _candidates.EndOfPassage(start);
            _candidates.Best(start, end, exact, soft);
            var (paragraphExact, paragraphSoft) = (_candidates.Share(exact), _candidates.Share(soft));
            var (names, bm25) = (_candidates.Share(exact, TermSort.Name), _bm25.OfPassage(start, end));
            for (var i = start; i < end; i++)
            {
                _clues[i][Clue.ParagraphExact] = paragraphExact;
                _clues[i][Clue.ParagraphSoft] = paragraphSoft;
                _clues[i][Clue.ParagraphNames] = names;
                _clues[i][Clue.Bm25Paragraph] = bm25;
            }

            start = end;
        }
    }

    /// <summary>How far each candidate is behind the best. BM25 becomes a share of the best, for its size means nothing.</summary>
    private void AddComparisons()
    {
        foreach (var (of, gap) in Gaps)
        {
            var best = Best(of);
            foreach (var clues in _clues)
            {
                clues[gap] = clues[of] - best;
            }
        }

        var (sentence, paragraph) = (Best(Clue.Bm25), Best(Clue.Bm25Paragraph));
        foreach (var clues in _clues)
        {
            clues[Clue.Bm25] = sentence == 0 ? 0 : clues[Clue.Bm25] / sentence;
            clues[Clue.Bm25Paragraph] = paragraph == 0 ? 0 : clues[Clue.Bm25Paragraph] / paragraph;
            clues[Clue.Bm25Both] = clues[Clue.Bm25] + (0.5f * clues[Clue.Bm25Paragraph]);
        }
    }

    private int[] Likely() => [.. Enumerable.Range(0, _clues.Length).OrderByDescending(i => _clues[i][Clue.Bm25Both])];

    private void AddMeaning(Meaning meaning)
    {
        var surest = Enumerable.Range(0, _clues.Length).Max(meaning.AnswersOf);
        for (var i = 0; i < _clues.Length; i++)
        {
            var (clues, cosine) = (_clues[i], meaning.Cosines[i]);
            clues[Clue.Cosine] = cosine;
            clues[Clue.CosineGap] = cosine - meaning.Cosines[meaning.Order[0]];
            clues[Clue.CosineRank] = MathF.Log(1 + meaning.Ranks[i]);
            clues[Clue.CosineInContext] = meaning.InContext[i];
            clues[Clue.CosinesGap] = cosine + meaning.InContext[i];
            clues[Clue.EarlyLeast] = meaning.CoverageOf(i)?.EarlyLeast ?? 0;
            clues[Clue.EarlyMean] = meaning.CoverageOf(i)?.EarlyMean ?? 0;
            clues[Clue.LateLeast] = meaning.CoverageOf(i)?.LateLeast ?? 0;
            clues[Clue.LateWeakest] = meaning.CoverageOf(i)?.LateWeakest ?? 0;
            clues[Clue.NearAndCovered] = cosine + clues[Clue.EarlyLeast];
            clues[Clue.Answers] = meaning.AnswersOf(i);
            clues[Clue.AnswersGap] = meaning.AnswersOf(i) - surest;
        }

        for (var start = 0; start < _clues.Length;)
        {
            var end = _candidates.EndOfPassage(start);
            var nearest = Enumerable.Range(start, end - start).Max(i => meaning.Cosines[i]);
            for (; start < end; start++)
            {
                _clues[start][Clue.CosineParagraph] = nearest - meaning.Cosines[start];
            }
        }

        foreach (var (of, gap) in new[] { (Clue.EarlyLeast, Clue.EarlyGap), (Clue.LateLeast, Clue.LateGap), (Clue.NearAndCovered, Clue.NearAndCovered), (Clue.CosinesGap, Clue.CosinesGap) })
        {
            var best = Best(of);
            foreach (var clues in _clues)
            {
                clues[gap] = clues[of] - best;
            }
        }
    }

    private float Best(Clue clue)
    {
        var best = 0f;
        foreach (var clues in _clues)
        {
            best = Math.Max(best, clues[clue]);
        }

        return best;
    }
}
