namespace Bot.Articles.Quotations;

/// <summary>Who has been talked about lately, and so whom a pronoun means.</summary>
internal sealed class Discourse
{
    private const int Memory = 48;
    private readonly List<(Person Person, int Sentence, int Paragraph, double Weight)> _recent = [];

    public Person? LastSpeaker { get; private set; }

    public int LastSpeakerParagraph { get; private set; } = -1;

    public void Note(Person person, int sentence, int paragraph, bool subject)
    {
        _recent.Add((person, sentence, paragraph, subject ? 2.0 : 0.0));
        if (_recent.Count > Memory * 2)
        {
            _recent.RemoveRange(0, Memory);
        }
    }

    public void Spoke(Person person, int sentence, int paragraph)
    {
        LastSpeaker = person;
        LastSpeakerParagraph = paragraph;
        _recent.Add((person, sentence, paragraph, 3.0));
    }

    /// <summary>The most prominent compatible person, and how far ahead of the next one.</summary>
    public (Person? Person, double Lead) Resolve(Gender gender, int sentence, int paragraph)
    {
        var scores = new Dictionary<Person, double>();
        for (var k = _recent.Count - 1; k >= 0 && k >= _recent.Count - Memory; k--)
        {
            var (person, at, where, weight) = _recent[k];
            if (!person.IsHuman || (person.Gender != Gender.Unknown && person.Gender != gender))
            {
                continue;
            }

            var score = weight - (0.9 * (sentence - at)) - (0.5 * (paragraph - where)) + (person.Gender == gender ? 1.0 : 0.0)
                + (ReferenceEquals(person, LastSpeaker) ? 1.5 - (0.5 * Math.Min(3, paragraph - LastSpeakerParagraph)) : 0.0);
            scores[person] = Math.Max(scores.GetValueOrDefault(person, double.NegativeInfinity), score);
        }

        Person? best = null;
        double first = double.NegativeInfinity, second = double.NegativeInfinity;
        foreach (var (person, score) in scores)
        {
            if (score > first)
            {
                (best, second, first) = (person, first, score);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        return (best, first - second);
    }
}
