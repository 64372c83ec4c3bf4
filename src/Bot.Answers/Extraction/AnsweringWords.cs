using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Extraction.Scoring;
using Bot.Language;

namespace Bot.Answers.Extraction;

/// <summary>Finds the words inside a sentence that answer: the only name, number or date of the sort asked for. Where two would do, none is certain.</summary>
internal static class AnsweringWords
{
    private static readonly FrozenSet<string> Units = new[]
    {
        "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century", "centuries",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>UTF-16 ranges into the paragraph, inside the sentence; empty where it cannot be told.</returns>
    public static ImmutableArray<Sentence> Of(Candidates candidates, Candidate candidate)
    {
        var wanted = candidates.Question.Kind == QuestionKind.Where ? AnswerTraits.Place : AnswerSort.Of(candidates.Question).Wanted;
        var spans = Spans(candidates, candidate, wanted);
        return spans is [var only] ? [new Sentence(candidate.Sentence.Sentence.Start + only.Start, candidate.Sentence.Sentence.Start + only.End)] : [];
    }

    /// <summary>Runs of words of the wanted sort that the question does not have, as ranges into the sentence.</summary>
    private static List<Sentence> Spans(Candidates candidates, Candidate candidate, AnswerTraits wanted)
    {
        var (words, spans) = (candidate.Sentence.Words, new List<Sentence>());
        if (wanted is not (AnswerTraits.Name or AnswerTraits.Place or AnswerTraits.Date or AnswerTraits.Amount))
        {
            return spans;
        }

        var text = candidates.Passages[candidate.Passage].Paragraph.TextOf(candidate.Sentence.Sentence);
        for (var i = 0; i < words.Length; i++)
        {
            if ((candidate.Sentence.Answers[i] & wanted) == 0)
            {
                continue;
            }

            var (first, asked) = (i, IsAsked(candidates, candidate, i));
            while (i + 1 < words.Length && (candidate.Sentence.Answers[i + 1] & (wanted == AnswerTraits.Place ? AnswerTraits.Name : wanted)) != 0
                && IsOneRun(text.AsSpan(words[i].End, words[i + 1].Start - words[i].End), wanted))
            {
                i++;
                asked |= IsAsked(candidates, candidate, i);
            }

            if (!asked && !(wanted == AnswerTraits.Date && IsSpan(words.AsSpan()[first..(i + 1)])))
            {
                // “How long” is answered by “four minutes”, “how many” by “four”.
                var measured = wanted == AnswerTraits.Amount && i + 1 < words.Length && !words[i + 1].IsStop && candidates.Question.AsksForMeasure ? i + 1 : i;
                spans.Add(Whole(text, words, first, measured, wanted));
            }
        }

        return spans;
    }

    private static bool IsAsked(Candidates candidates, Candidate candidate, int word) =>
        candidate.WordIds[word] >= 0 && candidates.Matches.ExactTerm(candidate.WordIds[word]) >= 0;

    // “Feb. 12, 2026” is one date; “Paris, London” are two names.
    private static bool IsOneRun(ReadOnlySpan<char> between, AnswerTraits wanted) => between is " " or "-" or ". " || (wanted == AnswerTraits.Date && between is ", ");

    // “Six years” says how long, not when.
    private static bool IsSpan(ReadOnlySpan<Word> words)
    {
        foreach (var word in words)
        {
            if (!(word.IsNumber && !IsYear(word.Text)) && !Units.Contains(word.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsYear(string word) => word.Length == 4 && char.IsAsciiDigit(word[0]);

    /// <summary>A number with its sign, scale and per cent.</summary>
    private static Sentence Whole(string text, ImmutableArray<Word> words, int first, int last, AnswerTraits wanted)
    {
        var range = new Sentence(words[first].Start, words[last].End);
        foreach (var quantity in wanted == AnswerTraits.Amount ? Quantity.In(text, words) : [])
        {
            range = quantity.Start < range.End && quantity.End > range.Start
                ? new Sentence(Math.Min(range.Start, quantity.Start), Math.Max(range.End, quantity.End))
                : range;
        }

        return range;
    }
}
