using System.Collections.Frozen;
using Bot.Answers.Extraction.Questions;
using Bot.Language;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>What speaks for the candidates answering the question at all, in numbers.</summary>
/// <remarks>The length of the article may only raise the confidence, for more text can only say more; how a data set is made must teach nothing.</remarks>
internal static class ConfidenceFeatures
{
    /// <summary>Of the best sentence; of these more may only raise the confidence.</summary>
    private static readonly Clue[] Rising =
    [
        Clue.Exact, Clue.Related, Clue.Soft, Clue.ParagraphExact, Clue.ParagraphSoft, Clue.Pairs, Clue.Run, Clue.Names, Clue.ParagraphNames,
        Clue.Numbers, Clue.Focus, Clue.OtherSoft, Clue.AnswerLikeness, Clue.AnswerNear, Clue.Density, Clue.ExactGap, Clue.SoftGap,
        Clue.AnswerNearGap,
    ];

    /// <summary>Of the best sentence, from the sentence model; more may only raise the confidence.</summary>
    private static readonly Clue[] Meant = [Clue.Cosine, Clue.CosineGap, Clue.CosineInContext, Clue.EarlyLeast, Clue.EarlyMean, Clue.LateLeast, Clue.LateWeakest, Clue.EarlyGap, Clue.LateGap, Clue.Answers, Clue.AnswersGap];

    private const int FromMeaning = 7;

    public static readonly string[] Names =
    [
        .. Rising.Select(clue => clue.ToString()),
        "score", "probability", "lead", "absent", "absent-soft", "absent-related", "absent-names", "absent-numbers", "rarest-absent", "weakest",
        "missing", "rarest-missing", "rarest-name-missing", "weakest-here", "sibling", "negation", "degree-missing", "paragraph-missing", "paragraph-rarest", "support", "sentences",
        .. MissingEvidence.Names,
        .. Meant.Select(clue => clue.ToString()), "nearest", "standing-out-in-meaning", "read-early", "read-late", "read-weakest", "surest", "surely-any",
    ];

    /// <summary>Where the likeness stands of what means most like the question.</summary>
    public static readonly int Nearest = Names.Length - FromMeaning;

    /// <summary>Where it stands how well the question's least covered word is covered, by what it means, where it is covered best.</summary>
    public static readonly int BestCovered = Nearest + 3;

    /// <summary>How many there are without the sentence model; they come first.</summary>
    public static readonly int OfWords = Names.Length - Meant.Length - FromMeaning;

    public static readonly sbyte[] Directions =
    [
        .. Rising.Select(_ => (sbyte)1), 1, 1, 1, -1, -1, -1, -1, -1, -1, 1, -1, -1, -1, 1, 0, -1, -1, -1, -1, 1, 1,
        .. MissingEvidence.Directions,
        .. Meant.Select(_ => (sbyte)1), 1, 1, 1, 1, 1, 1, 1,
    ];

    public static readonly FrozenSet<string> Degrees =
        """
        first last second third only most least largest biggest smallest highest lowest greatest best worst oldest youngest newest latest earliest longest
        shortest main primary major majority minority all none never always final next previous former current currently original originally previously
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Negations = new(["not", "no", "never", "without", "nor", "neither", "none", "cannot"], StringComparer.Ordinal);

    /// <param name="scores">Of every candidate, by the ranking.</param>
    /// <param name="best">The candidate with the highest score.</param>
    public static float[] Compute(Candidates candidates, SentenceClues clues, ReadOnlySpan<float> scores, int best)
    {
        var values = new float[Names.Length];
        var ofBest = clues.Of(best);
        var at = 0;
        foreach (var clue in Rising)
        {
            values[at++] = ofBest[clue];
        }

        AddScores(candidates, scores, best, values.AsSpan(at));
        AddTerms(candidates, clues, best, values.AsSpan(at + 3));
        var rest = values.AsSpan(OfWords - MissingEvidence.Count, MissingEvidence.Count);
        values[OfWords - MissingEvidence.Count - 2] = Support(candidates, clues, best);
        values[OfWords - MissingEvidence.Count - 1] = MathF.Log(1 + candidates.All.Count);
        MissingEvidence.Write(candidates, clues, scores, best, rest);
        if (clues.Meaning is { } meaning)
        {
            AddMeaning(meaning, ofBest, values.AsSpan(OfWords));
        }

        return values;
    }

    private static void AddMeaning(Meaning meaning, Clues ofBest, Span<float> values)
    {
        for (var i = 0; i < Meant.Length; i++)
        {
            values[i] = ofBest[Meant[i]];
        }

        var read = Enumerable.Range(0, meaning.Cosines.Length).Select(meaning.CoverageOf).OfType<Coverage>().ToArray();
        values[Meant.Length] = meaning.Cosines[meaning.Order[0]];
        values[Meant.Length + 1] = meaning.Cosines[meaning.Order[0]] - meaning.Cosines.Average();
        values[Meant.Length + 2] = read.Length == 0 ? 0 : read.Max(coverage => coverage.EarlyLeast);
        values[Meant.Length + 3] = read.Length == 0 ? 0 : read.Max(coverage => coverage.LateLeast);
        values[Meant.Length + 4] = read.Length == 0 ? 0 : read.Max(coverage => coverage.LateWeakest);
        var answers = Enumerable.Range(0, meaning.Cosines.Length).Where(i => meaning.CoverageOf(i) is not null).Select(meaning.AnswersOf).ToArray();
        values[Meant.Length + 5] = answers.DefaultIfEmpty().Max();
        values[Meant.Length + 6] = MathF.Log(answers.Sum(MathF.Exp) + float.Epsilon);
    }

    /// <summary>How much other passages say what the best sentence says: the most that any of them covers near to a word that could be the answer.</summary>
    private static float Support(Candidates candidates, SentenceClues clues, int best)
    {
        var most = 0f;
        for (var i = 0; i < candidates.All.Count; i++)
        {
            most = candidates.All[i].Passage == candidates.All[best].Passage ? most : Math.Max(most, clues.Of(i)[Clue.AnswerNear]);
        }

        return most;
    }

    private static void AddScores(Candidates candidates, ReadOnlySpan<float> scores, int best, Span<float> values)
    {
        var second = scores[best] - 5;
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            sum += Math.Exp(scores[i] - scores[best]);
            second = candidates.All[i].Passage == candidates.All[best].Passage ? second : Math.Max(second, scores[i]);
        }

        values[0] = scores[best];
        values[1] = (float)(1 / sum);
        values[2] = scores[best] - second;
    }

    private static void AddTerms(Candidates candidates, SentenceClues clues, int best, Span<float> values)
    {
        var all = 0.01f;
        var (absent, soft, related, paragraph) = (0f, 0f, 0f, 0f);
        values[6] = 1;
        values[10] = 1;
        for (var t = 0; t < candidates.Terms; t++)
        {
            var anywhere = clues.IsInTitle(best, t) ? (Exact: 1, Related: 1, Soft: 1) : Best(candidates, t, 0, candidates.All.Count);
            var inParagraph = BestInParagraph(candidates, t, best);
            var here = (Exact: candidates.Exact(best)[t], Soft: candidates.Soft(best)[t]);
            var term = candidates.Question.Terms[t];
            var rarity = candidates.Rarity(t);
            all += rarity;
            absent += rarity * (1 - anywhere.Exact);
            soft += rarity * (1 - anywhere.Soft);
            related += rarity * (1 - anywhere.Related);
            paragraph += rarity * (1 - inParagraph.Related);
            values[3] += term.Sort == TermSort.Name ? 1 - anywhere.Related : 0;
            values[4] += term.Sort == TermSort.Number ? 1 - anywhere.Exact : 0;
            values[5] = Math.Max(values[5], rarity * (1 - anywhere.Exact));
            values[6] = Math.Min(values[6], anywhere.Soft);
            values[7] += here.Exact == 0 ? 1 : 0;
            values[8] = Math.Max(values[8], rarity * (1 - here.Soft));
            values[9] = Math.Max(values[9], term.Sort == TermSort.Name ? rarity * (1 - here.Exact) : 0);
            values[10] = Math.Min(values[10], here.Soft);
            values[11] = Math.Max(values[11], inParagraph.Exact == 0 ? inParagraph.Soft : 0);
            values[13] += Degrees.Contains(term.Word.Text) && inParagraph.Exact == 0 ? 1 : 0;
            values[15] = Math.Max(values[15], rarity * (1 - inParagraph.Exact));
        }

        values[0] = absent / all;
        values[1] = soft / all;
        values[2] = related / all;
        values[12] = IsNegated(candidates.Question.Words) != IsNegated(candidates.All[best].Sentence.Words) ? 1 : 0;
        values[14] = paragraph / all;
    }

    private static bool IsNegated(IReadOnlyList<Word> words) =>
        words.Any(word => Negations.Contains(word.Text) || word.Text.EndsWith("n't", StringComparison.Ordinal));

    private static (float Exact, float Related, float Soft) BestInParagraph(Candidates candidates, int term, int of)
    {
        var (start, end) = (of, of + 1);
        while (start > 0 && candidates.All[start - 1].Passage == candidates.All[of].Passage)
        {
            start--;
        }

        while (end < candidates.All.Count && candidates.All[end].Passage == candidates.All[of].Passage)
        {
            end++;
        }

        return Best(candidates, term, start, end);
    }

    private static (float Exact, float Related, float Soft) Best(Candidates candidates, int term, int start, int end)
    {
        var (exact, related, soft) = (0f, 0f, 0f);
        for (var i = start; i < end; i++)
        {
            exact = Math.Max(exact, candidates.Exact(i)[term]);
            related = Math.Max(related, candidates.Related(i)[term]);
            soft = Math.Max(soft, candidates.Soft(i)[term]);
        }

        return (exact, related, soft);
    }
}
