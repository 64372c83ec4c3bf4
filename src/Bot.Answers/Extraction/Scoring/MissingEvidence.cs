using System.Collections.Frozen;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Language;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>
/// What of the question the best sentence does not say, and how what it does say hangs together. A question that nothing answers mostly differs from the
/// nearest sentence in one name, number, degree or verb.
/// </summary>
internal sealed class MissingEvidence
{
    // Likenesses below this are between words that merely occur in the same sort of text.
    private const float Said = 0.3f;
    private const float LeastPart = 0.05f;
    private const int MostAnswers = 6;
    private const int FarAway = 30;
    private const int NoPredicate = 40;

    private static readonly (string Name, sbyte Direction)[] Features =
    [
        ("names-missing", -1), ("names-missing-weight", -1), ("names-swapped", -1), ("said-elsewhere", -1), ("numbers-missing", -1), ("number-differs", -1),
        ("contraries", -1), ("negation-differs", -1), ("question-negated", 0), ("sentence-negated", 0), ("degrees-missing", -1), ("greatest-missing", -1),
        ("longest-missing", -1), ("terms-missing", -1), ("passages", 1), ("is-question", -1), ("sort-known", 0), ("answers", 0),
        ("predicate", 1), ("predicate-anywhere", 1), ("predicate-distance", -1), ("predicate-clause", 1), ("other-coverage", 1), ("coverage", 1),
        ("fifth-behind", 1), ("standing-out", 1), ("second-near", 1),
    ];

    private static readonly FrozenSet<string> ClauseOpeners =
        new[] { "and", "but", "which", "who", "that", "when", "while", "where", "because", "although", "if", "so", "as", "whose" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Candidates _candidates;
    private readonly QuestionReading _question;
    private readonly SentenceReading _sentence;
    private readonly Candidate _best;
    private readonly string _text;
    private readonly int _index;

    private MissingEvidence(Candidates candidates, int best)
    {
        (_candidates, _question, _index, _best) = (candidates, candidates.Question, best, candidates.All[best]);
        _sentence = _best.Sentence;
        _text = candidates.Passages[_best.Passage].Paragraph.TextOf(_sentence.Sentence);
    }

    public static IEnumerable<string> Names => Features.Select(feature => feature.Name);

    public static IEnumerable<sbyte> Directions => Features.Select(feature => feature.Direction);

    public static int Count => Features.Length;

    /// <param name="scores">Of every candidate, by the ranking.</param>
    /// <param name="values">As many as there are features.</param>
    public static void Write(Candidates candidates, SentenceClues clues, ReadOnlySpan<float> scores, int best, Span<float> values)
    {
        var evidence = new MissingEvidence(candidates, best);
        evidence.AddTerms(values);
        evidence.AddNegation(values);
        evidence.AddPredicate(values);
        values[14] = MathF.Log(candidates.Passages.Count);
        values[15] = evidence._text.AsSpan().TrimEnd().EndsWith('?') ? 1 : 0;
        AddScores(scores, values);
        values[26] = SecondNear(clues, candidates.All.Count);
    }

    private void AddTerms(Span<float> values)
    {
        var (all, said, others, othersSaid, run) = (0f, 0f, 0f, 0f, 0f);
        for (var t = 0; t < _candidates.Terms; t++)
        {
            var (term, part) = (_question.Terms[t], _candidates.Rarity(t) + LeastPart);
            var (exact, soft) = (_candidates.Exact(_index)[t], _candidates.Soft(_index)[t]);
            var missing = soft < Said;
            values[0] += term.Sort == TermSort.Name && exact < 0.5f ? 1 : 0;
            values[1] += term.Sort == TermSort.Name && exact < 0.5f ? part : 0;
            values[3] += missing && IsInParagraph(t) ? part : 0;
            values[4] += term.Sort == TermSort.Number && exact < 1 ? 1 : 0;
            values[10] += ConfidenceFeatures.Degrees.Contains(term.Word.Text) && exact < 1 ? 1 : 0;
            values[11] = Math.Max(values[11], part * (1 - soft));
            run = missing ? run + part : 0;
            values[12] = Math.Max(values[12], run);
            values[13] += missing ? 1 : 0;
            (all, said) = (all + part, said + (part * soft));
            (others, othersSaid) = term.Sort == TermSort.Other ? (others + part, othersSaid + (part * soft)) : (others, othersSaid);
        }

        values[2] = Math.Min(values[0], NewNames());
        values[5] = values[4] > 0 && _sentence.Words.Any(word => word.IsNumber) ? 1 : 0;
        values[22] = others == 0 ? -1 : othersSaid / others;
        values[23] = all == 0 ? 0 : said / all;
    }

    private void AddNegation(Span<float> values)
    {
        Span<bool> opposed = stackalloc bool[_candidates.Terms];
        foreach (var id in _best.WordIds)
        {
            for (var t = 0; id >= 0 && t < opposed.Length; t++)
            {
                opposed[t] |= _candidates.Matches.Of(id)[t].Opposite;
            }
        }

        var (question, sentence) = (IsNegated(_question.Words), IsNegated(_sentence.Words));
        values[6] = opposed.Count(true);
        values[7] = question != sentence ? 1 : 0;
        values[8] = question ? 1 : 0;
        values[9] = sentence ? 1 : 0;
    }

    /// <summary>Whether the question's verb is said, and how far from it a word stands that could be the answer.</summary>
    private void AddPredicate(Span<float> values)
    {
        var wanted = AnswerSort.Of(_question).Wanted;
        values[16] = wanted == AnswerTraits.None ? 0 : 1;
        var answers = Enumerable.Range(0, _best.WordIds.Length).Where(i => CouldAnswer(i, wanted)).ToArray();
        values[17] = Math.Min(MostAnswers, answers.Length);
        values[20] = NoPredicate;
        values[18] = values[19] = values[21] = -1;
        if (_question.Predicate is not (>= 0 and var predicate))
        {
            return;
        }

        values[18] = _candidates.Soft(_index)[predicate];
        for (var i = 0; i < _candidates.All.Count; i++)
        {
            values[19] = Math.Max(values[19], _candidates.Soft(i)[predicate]);
        }

        var clauses = Clauses();
        for (var i = 0; i < _best.WordIds.Length; i++)
        {
            if (_best.WordIds[i] < 0 || _candidates.Matches.Of(_best.WordIds[i])[predicate].Soft < Said)
            {
                continue;
            }

            values[20] = Math.Min(values[20], FarAway);
            values[21] = Math.Max(values[21], 0);
            foreach (var answer in answers)
            {
                values[20] = Math.Min(values[20], Math.Abs(answer - i));
                values[21] = clauses[answer] == clauses[i] ? 1 : values[21];
            }
        }
    }

    private bool CouldAnswer(int word, AnswerTraits wanted)
    {
        var id = _best.WordIds[word];
        if (id >= 0 && _candidates.Matches.ExactTerm(id) >= 0)
        {
            return false;
        }

        // Of a name of several words only the first counts.
        return wanted switch
        {
            AnswerTraits.None => id >= 0,
            AnswerTraits.Name => IsNewName(word) && !(word > 0 && IsNewName(word - 1)),
            _ => (_sentence.Answers[word] & wanted) != 0,
        };
    }

    private int NewNames() => Enumerable.Range(0, _best.WordIds.Length).Count(i => IsNewName(i) && !(i > 0 && IsNewName(i - 1)));

    private bool IsNewName(int word) => (_sentence.Answers[word] & AnswerTraits.Name) != 0
        && (_best.WordIds[word] < 0 || _candidates.Matches.ExactTerm(_best.WordIds[word]) < 0);

    private bool IsInParagraph(int term)
    {
        for (var i = 0; i < _candidates.All.Count; i++)
        {
            if (_candidates.All[i].Passage == _best.Passage && _candidates.Exact(i)[term] >= 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number for each word: the same for words of one clause.</summary>
    private int[] Clauses()
    {
        var (words, clauses) = (_sentence.Words, new int[_sentence.Words.Length]);
        for (var i = 1; i < clauses.Length; i++)
        {
            var opens = Premise.IsClauseMark(_text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End))
                || (ClauseOpeners.Contains(words[i].Text) && !(i + 1 < clauses.Length && words[i + 1].IsCapital && words[i - 1].IsCapital));
            clauses[i] = clauses[i - 1] + (opens ? 1 : 0);
        }

        return clauses;
    }

    private static void AddScores(ReadOnlySpan<float> scores, Span<float> values)
    {
        Span<float> best = [float.MinValue, float.MinValue, float.MinValue, float.MinValue, float.MinValue];
        var (sum, squares) = (0.0, 0.0);
        foreach (var score in scores)
        {
            (sum, squares) = (sum + score, squares + ((double)score * score));
            var at = best.Length;
            while (at > 0 && score > best[at - 1])
            {
                at--;
            }

            for (var i = best.Length - 1; i > at; i--)
            {
                best[i] = best[i - 1];
            }

            if (at < best.Length)
            {
                best[at] = score;
            }
        }

        var mean = sum / scores.Length;
        values[24] = best[0] - best[Math.Min(best.Length, scores.Length) - 1];
        values[25] = (float)((best[0] - mean) / (Math.Sqrt(Math.Max(0, (squares / scores.Length) - (mean * mean))) + 0.1));
    }

    private static float SecondNear(SentenceClues clues, int count)
    {
        var (first, second) = (0f, 0f);
        for (var i = 0; i < count; i++)
        {
            var near = clues.Of(i)[Clue.AnswerNear];
            (first, second) = near > first ? (near, first) : (first, Math.Max(second, near));
        }

        return second;
    }

    private static bool IsNegated(IEnumerable<Word> words) => words.Any(word => Premise.IsNegation(word.Text));
}
