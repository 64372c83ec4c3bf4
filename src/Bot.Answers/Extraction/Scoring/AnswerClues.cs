using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>Whether a sentence has a word that could be the answer, and whether it stands near to what is asked about.</summary>
internal sealed class AnswerClues(Candidates candidates)
{
    // A word this many words away counts half.
    private const float HalfDistance = 6;
    private const int MostWords = 4;
    private const int MostNames = 5;

    private readonly AnswerSort _sort = AnswerSort.Of(candidates.Question);

    public void AddTo(Clues clues, Candidate candidate)
    {
        var (fitting, names, dates, likeness, near) = (0, 0, 0, 0f, 0f);
        for (var i = 0; i < candidate.WordIds.Length; i++)
        {
            var id = candidate.WordIds[i];
            if (id >= 0 && candidates.Matches.ExactTerm(id) >= 0)
            {
                continue;
            }

            var traits = candidate.Sentence.Answers[i];
            names += (traits & AnswerTraits.Name) != 0 ? 1 : 0;
            dates += (traits & AnswerTraits.Date) != 0 ? 1 : 0;
            var fits = _sort.Fits(traits);
            fitting += fits ? 1 : 0;
            if (id >= 0 && (fits || _sort.Wanted == AnswerTraits.None))
            {
                var like = Math.Max(0, _sort.Likeness(candidate.Sentence.LexiconIds[i]));
                likeness = Math.Max(likeness, like);
                near = Math.Max(near, Nearness(candidate, i) * (fits ? 1 : 0.5f + (0.5f * like)));
            }
        }

        clues[Clue.AnswerWords] = Math.Min(MostWords, fitting);
        clues[Clue.AnswerLikeness] = likeness;
        clues[Clue.AnswerNear] = near;
        clues[Clue.NewNames] = Math.Min(MostNames, names);
        clues[Clue.NewDates] = dates;
    }

    /// <summary>Share of the terms around the word at <paramref name="at"/>, less the further away.</summary>
    private float Nearness(Candidate candidate, int at)
    {
        Span<float> best = stackalloc float[candidates.Terms];
        for (var i = 0; i < candidate.WordIds.Length; i++)
        {
            var id = candidate.WordIds[i];
            if (id < 0 || i == at || !candidates.Matches.Matters(id))
            {
                continue;
            }

            var matches = candidates.Matches.Of(id);
            var nearness = 1 / (1 + (Math.Abs(i - at) / HalfDistance));
            for (var t = 0; t < best.Length; t++)
            {
                best[t] = Math.Max(best[t], matches[t].Soft * nearness);
            }
        }

        return candidates.Share(best);
    }
}
