using Bot.Answers.Extraction.Passages;
using Bot.Articles;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>The candidates for one question in order of evidence.</summary>
internal sealed class Ranking
{
    private static readonly Lazy<LearnedRanking> ByWords = new(() => LearnedRanking.Load("words.bin"));
    private static readonly Lazy<LearnedRanking> ByMeaning = new(() => LearnedRanking.Load("meaning.bin"));

    private const float HeadingPenalty = 10;

    // In log-odds: what an article loses that does not bear on the question at all. The trees know sentences of one article, not which article is meant.
    private const float ArticleWeight = 30;

    // How much the best sentence of an article counts beside how well the index found the article.
    private const float SaidWeight = 0.25f;

    private readonly LearnedRanking _learned;
    private readonly Dictionary<Article, float> _articles;
    private readonly float[] _merits;

    private Ranking(Candidates candidates, SentenceClues clues, LearnedRanking learned, float[] scores, Dictionary<Article, float> articles)
    {
        _learned = learned;
        Candidates = candidates;
        Clues = clues;
        Scores = scores;
        _articles = articles;
        var best = articles.Values.DefaultIfEmpty().Max();
        _merits = [.. scores.Select((score, i) => score + (ArticleWeight * (articles[ArticleOf(i)] - best)))];
        Sentences = Order(_merits);
    }

    public Candidates Candidates { get; }

    public SentenceClues Clues { get; }

    /// <summary>What the sentences say for themselves, in step with the candidates; only their differences mean something.</summary>
    public float[] Scores { get; }

    /// <summary>Indexes of the candidates, best first by <see cref="Merit"/>; ties in reading order.</summary>
    public int[] Sentences { get; }

    /// <summary>Those that bear most on the question first; in the order of the passages where the index was not asked.</summary>
    public IEnumerable<Article> Articles => _articles.OrderByDescending(article => article.Value).Select(article => article.Key);

    /// <summary>A candidate's score, less what its article is behind the one that bears most on the question.</summary>
    public float Merit(int candidate) => _merits[candidate];

    /// <param name="meanings">Null to go by words alone.</param>
    public static Ranking Of(Candidates candidates, ISentenceMeanings? meanings)
    {
        var clues = new SentenceClues(candidates, meanings);
        return Of(candidates, clues, clues.Meaning is null ? ByWords.Value : ByMeaning.Value);
    }

    public static Ranking Of(Candidates candidates, SentenceClues clues, LearnedRanking learned)
    {
        var scores = new float[candidates.All.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = learned.Score(clues.Of(i).Values) - (IsHeading(candidates, i) ? HeadingPenalty : 0);
        }

        return new Ranking(candidates, clues, learned, scores, Bearing(candidates, clues));
    }

    /// <summary>Indexes of the passages, best first; those without a sentence last.</summary>
    public int[] Passages()
    {
        var ranked = new List<int>(Candidates.Passages.Count);
        var seen = new bool[Candidates.Passages.Count];
        foreach (var i in Sentences)
        {
            var passage = Candidates.All[i].Passage;
            if (!seen[passage])
            {
                seen[passage] = true;
                ranked.Add(passage);
            }
        }

        ranked.AddRange(Enumerable.Range(0, seen.Length).Where(i => !seen[i]));
        return [.. ranked];
    }

    /// <summary>Probability from 0 to 1 that the candidates answer the question.</summary>
    public double Confidence() => Sentences.Length == 0
        ? 0
        : _learned.Confidence.Probability(ConfidenceFeatures.Compute(Candidates, Clues, Scores, Sentences[0]));

    private static int[] Order(float[] merits)
    {
        var order = new int[merits.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => merits[b].CompareTo(merits[a]) is var difference and not 0 ? difference : a.CompareTo(b));
        return order;
    }

    /// <summary>How much each article bears on the question, as far as the index was asked: how well it found the article, and how much of the question one sentence says.</summary>
    private static Dictionary<Article, float> Bearing(Candidates candidates, SentenceClues clues)
    {
        var bearing = new Dictionary<Article, float>(ReferenceEqualityComparer.Instance);
        foreach (var passage in candidates.Passages)
        {
            bearing[passage.Article] = Math.Max(bearing.GetValueOrDefault(passage.Article), passage.Found);
        }

        if (bearing.Values.DefaultIfEmpty().Max() is not (> 0 and var best))
        {
            return bearing;
        }

        var said = new Dictionary<Article, float>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < candidates.All.Count; i++)
        {
            var article = candidates.Passages[candidates.All[i].Passage].Article;
            said[article] = Math.Max(said.GetValueOrDefault(article), clues.Of(i)[Clue.Soft]);
        }

        foreach (var article in bearing.Keys)
        {
            bearing[article] = (bearing[article] / best) + (SaidWeight * said.GetValueOrDefault(article));
        }

        return bearing;
    }

    private Article ArticleOf(int candidate) => Candidates.Passages[Candidates.All[candidate].Passage].Article;

    // The sets that the trees learned from have hardly any; a heading, or a question that stands alone, names what is told below and tells nothing.
    private static bool IsHeading(Candidates candidates, int i)
    {
        var candidate = candidates.All[i];
        var paragraph = candidates.Passages[candidate.Passage].Paragraph;
        return paragraph.Sentences.Length == 1 && (candidate.Sentence.LooksLikeHeading || SentenceReading.IsQuestion(paragraph.Text));
    }
}
