using System.Collections.Immutable;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Extraction.Scoring;
using Bot.Language;

namespace Bot.Answers.Extraction;

/// <summary>Answers with the articles' own sentences, or says that they do not answer. Needs no model; the same every time; safe for every thread.</summary>
/// <param name="meanings">Null to go by words alone.</param>
public sealed class ExtractiveAnswerer(ISentenceMeanings? meanings = null)
{
    /// <summary>
    /// Below this confidence the articles are taken not to say. The confidence is a probability where half of the questions have an answer; where two of three have one,
    /// as among those that people ask of an article they see, this is an even chance or better.
    /// </summary>
    public const double Threshold = 0.4;

    // Of a question that asks two things, what was found for one says what the other is about.
    private const double ThresholdOfParts = Threshold / 2;

    // A sentence that may well not answer has no words that do.
    private const double LeastForHighlight = 0.5;

    private readonly ReadingCache _cache = new();

    /// <summary>The answer with how the passages were ranked.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="passages">All paragraphs of one article, or what the index proposes from many.</param>
    public ExtractiveAnswer Answer(string question, IReadOnlyList<EvidencePassage> passages)
    {
        var asked = ArticleWording.Of(question, passages, _cache);
        var ranking = RankingOf(asked, passages);
        var order = ImmutableArray.Create(ranking.Passages());
        if (Instructions.AreIn(question))
        {
            return new ExtractiveAnswer(new Answer.NotInArticle([], AnswerMode.Extractive, 0), order);
        }

        if (Overview.IsAsked(question) && Overview.Of(passages) is { } overview)
        {
            return new ExtractiveAnswer(overview, [.. order.OrderBy(i => overview.Citations.All(citation => citation.Paragraph != passages[i].Paragraph.Number))]);
        }

        Ranking[] parts = QuestionParts.Of(asked) is { Count: > 1 } several ? [.. several.Select(part => RankingOf(part, passages))] : [];
        var confidence = parts.Append(ranking).Max(part => part.Confidence());
        var contradiction = parts.DefaultIfEmpty(ranking).Select(Premise.Find).FirstOrDefault(found => found is not null);
        var chosen = contradiction is null && confidence >= Threshold ? AnswerSelection.Choose(ranking, parts.Where(part => part.Confidence() >= ThresholdOfParts)) : [];
        return new ExtractiveAnswer(chosen.IsEmpty ? Silent(ranking, contradiction, confidence) : Answered(ranking, chosen, confidence), order);
    }

    /// <summary>Indexes of the passages, those first that have most to do with the words.</summary>
    public IReadOnlyList<int> Rank(string words, IReadOnlyList<EvidencePassage> passages) => RankingOf(words, passages).Passages();

    /// <summary>Calibrated probability from 0 to 1 that these passages answer the question, or that part of it which they answer best.</summary>
    public double Confidence(string question, IReadOnlyList<EvidencePassage> passages) =>
        Instructions.AreIn(question) ? 0 : QuestionParts.Of(question).Append(question).Distinct(StringComparer.Ordinal).Max(part => RankingOf(part, passages).Confidence());

    /// <summary>What the sentence model says of a question in another language than its own tells nothing.</summary>
    private Ranking RankingOf(string question, IReadOnlyList<EvidencePassage> passages) =>
        Ranking.Of(new Candidates(QuestionReading.Read(question), passages, _cache), QuestionLanguage.Of(question) is null or "en" ? meanings : null);

    private static Answer.NotInArticle Silent(Ranking ranking, Contradiction? contradiction, double confidence) => contradiction is null
        ? new Answer.NotInArticle(Cite(ranking, AnswerSelection.Nearest(ranking, confidence)), AnswerMode.Extractive, confidence)
        : new Answer.NotInArticle(Cite(ranking, [contradiction.Candidate]), AnswerMode.Extractive, confidence)
        {
            FalsePremise = new FalsePremise(contradiction.Asked, contradiction.Says),
        };

    private static Answer.Answered Answered(Ranking ranking, ImmutableArray<int> chosen, double confidence)
    {
        var citations = Cite(ranking, chosen, answers: confidence >= LeastForHighlight);
        var statements = citations.Zip(chosen, (citation, i) => new Statement(citation.Quote, [citation.Number], Note(ranking.Candidates, ranking.Candidates.All[i])));
        return new Answer.Answered([.. statements], citations, AnswerMode.Extractive, confidence);
    }

    private static string? Note(Candidates candidates, Candidate candidate)
    {
        var (article, paragraph) = candidates.Passages[candidate.Passage];
        return PronounNote.For(article, paragraph, candidate.Sentence.Sentence);
    }

    private static ImmutableArray<Citation> Cite(Ranking ranking, ImmutableArray<int> sentences, bool answers = false)
    {
        var citations = ImmutableArray.CreateBuilder<Citation>(sentences.Length);
        foreach (var i in sentences)
        {
            var candidate = ranking.Candidates.All[i];
            var (article, paragraph) = ranking.Candidates.Passages[candidate.Passage];
            var sentence = candidate.Sentence.Sentence;
            citations.Add(new Citation(
                citations.Count + 1, article.Id, article.Version, article.Title, paragraph.Number, sentence.Start, sentence.End, paragraph.TextOf(sentence), article.Url)
            {
                Highlight = answers ? AnsweringWords.Of(ranking.Candidates, candidate) : [],
            });
        }

        return citations.MoveToImmutable();
    }
}

/// <param name="Ranking">Indexes of the passages given, best first, each once.</param>
public sealed record ExtractiveAnswer(Answer Answer, ImmutableArray<int> Ranking);
