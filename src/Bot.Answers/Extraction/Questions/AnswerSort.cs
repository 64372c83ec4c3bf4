using Bot.Answers.Extraction.Passages;
using Bot.Language;

namespace Bot.Answers.Extraction.Questions;

/// <summary>What sort of word would answer a question: a trait it has to have, and words it would be like.</summary>
internal sealed class AnswerSort
{
    private static readonly int[] People = Ids("john", "maria", "smith", "president", "singer");
    private static readonly int[] Locations = Ids("france", "texas", "london", "beijing", "africa");

    private readonly int[] _examples;

    private AnswerSort(AnswerTraits wanted, int[] examples)
    {
        Wanted = wanted;
        _examples = examples;
    }

    /// <summary>None when any word could be the answer.</summary>
    public AnswerTraits Wanted { get; }

    public static AnswerSort Of(QuestionReading question) => question.Kind switch
    {
        QuestionKind.Who => new(AnswerTraits.Name, People),
        QuestionKind.Where => new(AnswerTraits.Name, question.Focus >= 0 ? Focus(question) : Locations),
        QuestionKind.When => new(AnswerTraits.Date, []),
        QuestionKind.HowMany => new(AnswerTraits.Amount, []),
        QuestionKind.Why => new(AnswerTraits.Reason, []),
        QuestionKind.Which => new(AnswerTraits.None, Focus(question)),
        _ => new(AnswerTraits.None, []),
    };

    public bool Fits(AnswerTraits traits) => Wanted != AnswerTraits.None && (traits & Wanted) != 0;

    public float Likeness(int lexiconId)
    {
        var best = 0f;
        foreach (var example in _examples)
        {
            best = Math.Max(best, Lexicon.Default.Likeness(example, lexiconId));
        }

        return best;
    }

    private static int[] Focus(QuestionReading question) => question.Focus < 0 ? [] : Ids(question.Terms[question.Focus].Word.Text);

    private static int[] Ids(params string[] words) => Array.ConvertAll(words, word => Lexicon.Default.Find(word));
}
