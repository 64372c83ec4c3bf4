using System.Numerics.Tensors;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Search.Vectors;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>How near each candidate is to the question in what it means, and whether it speaks of everything that is asked.</summary>
internal sealed class Meaning
{
    // Reading a sentence word by word costs some milliseconds; what answers is almost always among these.
    private const int MostRead = 10;

    // Of an article whose vectors nobody has made yet, as many paragraphs as can be waited for.
    private const int MostPrepared = 20;

    private const int Weakest = 3;

    private readonly Coverage?[] _coverage;
    private readonly float[] _answers;

    private Meaning(float[] cosines, float[] inContext)
    {
        (Cosines, InContext) = (cosines, inContext);
        _coverage = new Coverage?[cosines.Length];
        _answers = new float[cosines.Length];
        Ranks = new int[cosines.Length];
        Order = [.. Enumerable.Range(0, cosines.Length).OrderByDescending(i => cosines[i])];
        for (var rank = 0; rank < Order.Length; rank++)
        {
            Ranks[Order[rank]] = rank;
        }
    }

    /// <summary>In step with the candidates, from -1 to 1.</summary>
    public float[] Cosines { get; }

    /// <summary>Of each candidate together with the sentence before it.</summary>
    public float[] InContext { get; }

    /// <summary>Indexes of the candidates, nearest first.</summary>
    public int[] Order { get; }

    /// <summary>In step with the candidates, from 0.</summary>
    public int[] Ranks { get; }

    /// <summary>Null for a candidate that was not read.</summary>
    public Coverage? CoverageOf(int candidate) => _coverage[candidate];

    /// <summary>How surely a candidate answers, in log-odds beside there being no answer; of one that was not read as little as of the worst that was.</summary>
    public float AnswersOf(int candidate) => _answers[candidate];

    /// <param name="likely">Indexes of the candidates that say most of the question's words, best first: read beside those that mean most like it.</param>
    /// <returns>Null when nothing is known of what the question or its candidates mean.</returns>
    public static Meaning? Of(Candidates candidates, ISentenceMeanings? meanings, IReadOnlyList<int> likely)
    {
        if (candidates.All.Count == 0 || candidates.Question.Terms.Length == 0 || meanings?.Question(candidates.Question.Text) is not { } question)
        {
            return null;
        }

        meanings.Prepare(likely.Select(i => candidates.All[i].Passage).Distinct().Select(passage => candidates.Passages[passage]), MostPrepared);
        var vectors = candidates.All.Select(candidate => meanings.VectorOf(candidates.Passages[candidate.Passage], candidate.Position)).ToArray();
        var known = vectors.Where(vector => vector is not null).Select(vector => question.Vector.Cosine(vector!.Value)).ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        var cosines = vectors.Select(vector => vector is { } v ? question.Vector.Cosine(v) : known.Min()).ToArray();
        var inContext = candidates.All.Select((candidate, i) =>
            meanings.InContextOf(candidates.Passages[candidate.Passage], candidate.Position) is { } v ? question.Vector.Cosine(v) : cosines[i]);
        var meaning = new Meaning(cosines, [.. inContext]);
        foreach (var i in meaning.Order.Take(MostRead - (MostRead / 3)).Concat(likely).Distinct().Take(MostRead))
        {
            var candidate = candidates.All[i];
            if (meanings.Read(candidates.Passages[candidate.Passage], candidate.Position) is { } sentence)
            {
                meaning._coverage[i] = Cover(candidates.Question, question, sentence, candidates.Exact(i));
                meaning._answers[i] = meanings.Answers(question, sentence);
            }
        }

        var least = Enumerable.Range(0, cosines.Length).Where(i => meaning._coverage[i] is not null).Select(i => meaning._answers[i]).DefaultIfEmpty().Min();
        for (var i = 0; i < cosines.Length; i++)
        {
            meaning._answers[i] = meaning._coverage[i] is null ? least : meaning._answers[i];
        }

        return meaning;
    }

    /// <param name="said">Of each term how far the sentence says or, as with “it”, implies it: what is implied has no token of its own.</param>
    private static Coverage Cover(QuestionReading reading, EncodedText question, EncodedText sentence, ReadOnlySpan<float> said)
    {
        var (early, late) = (new float[reading.Terms.Length], new float[reading.Terms.Length]);
        for (var t = 0; t < early.Length; t++)
        {
            var implied = said[t] < 1 ? said[t] : 0;
            early[t] = Math.Max(implied, Best(reading.Terms[t].Word.Start, reading.Terms[t].Word.End, question, question.Early.Span, sentence.Early.Span));
            late[t] = Math.Max(implied, Best(reading.Terms[t].Word.Start, reading.Terms[t].Word.End, question, question.Late.Span, sentence.Late.Span));
        }

        return new Coverage(early.Min(), early.Average(), late.Min(), late.Order().Take(Weakest).Average(), early, late);
    }

    /// <summary>The best match of each piece of one of the question's words among the sentence's tokens, averaged over the pieces.</summary>
    private static float Best(int start, int end, EncodedText question, ReadOnlySpan<float> asked, ReadOnlySpan<float> said)
    {
        var (sum, pieces) = (0f, 0);
        for (var i = 0; i < question.Tokens.Length; i++)
        {
            if (question.Tokens[i].End <= start || question.Tokens[i].Start >= end)
            {
                continue;
            }

            var best = -1f;
            var token = asked.Slice(i * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);
            for (var at = 0; at < said.Length; at += SentenceEncoder.Dimensions)
            {
                best = Math.Max(best, TensorPrimitives.Dot(token, said.Slice(at, SentenceEncoder.Dimensions)));
            }

            (sum, pieces) = (sum + best, pieces + 1);
        }

        return pieces == 0 ? 1 : sum / pieces;
    }
}

/// <summary>How well a sentence covers the words of a question: of each word its best match in the sentence, from -1 to 1.</summary>
/// <param name="EarlyLeast">The least of them, by what the words are.</param>
/// <param name="LateLeast">The least of them, by what they mean where they stand.</param>
/// <param name="LateWeakest">Mean of the three least.</param>
internal sealed record Coverage(float EarlyLeast, float EarlyMean, float LateLeast, float LateWeakest, float[] Early, float[] Late);
