using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Extraction.Scoring;

namespace Bot.Evaluation;

/// <summary>One labelled question, read as the bot reads it.</summary>
internal sealed class AnswerExample
{
    // Nothing is learned from sentences that share hardly a word with the question.
    private const int MostTaught = 40;

    private readonly Candidates _candidates;
    private readonly SentenceClues _clues;
    private Ranking? _ranking;

    /// <param name="clues">How many of the clues may be used.</param>
    public AnswerExample(int set, LabelledAnswerCase item, ReadingCache cache, ISentenceMeanings? meanings, int clues)
    {
        Set = set;
        Item = item;
        Group = item.Group ?? item.Id;
        var passages = EvidencePassage.Of(item.ReadArticle());
        _candidates = new Candidates(QuestionReading.Read(ArticleWording.Of(item.Question, passages, cache)), passages, cache);
        _clues = new SentenceClues(_candidates, meanings);
        Right = Label();
        Taught =
        [
            .. Enumerable.Range(0, Right.Length).OrderByDescending(i => Right[i]).ThenByDescending(i => _clues.Of(i)[Clue.Bm25Both] + _clues.Of(i)[Clue.CosineGap]).Take(MostTaught).Order(),
        ];
        Rows = Array.ConvertAll(Taught, i => _clues.Of(i).Values[..clues].ToArray());
    }

    public int Set { get; }

    public LabelledAnswerCase Item { get; }

    public string Group { get; }

    /// <summary>The question in the article's wording.</summary>
    public string Asked => _candidates.Question.Text;

    public IReadOnlyList<EvidencePassage> Passages => _candidates.Passages;

    public IReadOnlyList<Candidate> Sentences => _candidates.All;

    /// <summary>Learned from, never measured: another wording, or the article without its answer.</summary>
    public bool IsMade { get; init; }

    public double Weight { get; set; } = 1;

    /// <summary>Indexes of the candidates that the ranking is learned from: the right ones and those most like the question.</summary>
    public int[] Taught { get; }

    /// <summary>In step with <see cref="Taught"/>.</summary>
    public float[][] Rows { get; }

    /// <summary>In step with the candidates.</summary>
    public bool[] Right { get; }

    public float[]? ConfidenceRow { get; private set; }

    private int[] Ranked { get; set; } = [];

    /// <summary>Ranks the candidates, which gives what the confidence is learned from.</summary>
    /// <param name="features">How many of the confidence's features may be used.</param>
    public void Rank(LearnedRanking learned, int features)
    {
        _ranking = Ranking.Of(_candidates, _clues, learned);
        Ranked = _ranking.Passages();
        ConfidenceRow = _ranking.Sentences.Length == 0 ? null
            : ConfidenceFeatures.Compute(_candidates, _clues, _ranking.Scores, _ranking.Sentences[0])[..features];
    }

    public double Hit(int k) => Item.Answerable && Ranked.Take(k).Any(passage => Item.GoldParagraphs!.Contains(passage)) ? 1 : 0;

    /// <summary>The sentences of the right paragraphs; where some of a paragraph's hold an accepted answer, only those.</summary>
    private bool[] Label()
    {
        if (!Item.Answerable || Item.GoldParagraphs is not { } gold)
        {
            return new bool[_candidates.All.Count];
        }

        var right = _candidates.All.Select(candidate => gold.Contains(candidate.Passage)).ToArray();
        var holding = _candidates.All.Select((candidate, i) => right[i] && Holds(TextOf(candidate))).ToArray();
        var told = Enumerable.Range(0, right.Length).Where(i => holding[i]).Select(i => _candidates.All[i].Passage).ToHashSet();
        return [.. right.Select((isRight, i) => isRight && (holding[i] || !told.Contains(_candidates.All[i].Passage)))];
    }

    private string TextOf(Candidate candidate) => _candidates.Passages[candidate.Passage].Paragraph.TextOf(candidate.Sentence.Sentence);

    private bool Holds(string sentence) =>
        (Item.GoldSentence is { } gold && (gold.Contains(sentence, StringComparison.Ordinal) || sentence.Contains(gold, StringComparison.Ordinal)))
        || (Item.GoldSentence is null && Item.AnswerMatch != "free" && Item.Answers is { } answers
            && answers.Any(answer => sentence.Contains(answer.Trim(' ', ',', '.'), StringComparison.OrdinalIgnoreCase)));
}
