namespace Bot.Articles.Quotations.Speakers;

/// <summary>Who has been talked about lately, and so whom a pronoun means.</summary>
internal sealed class PronounResolver
{
    private const int Memory = 48;
    private readonly List<(Person Person, int Sentence, int Paragraph, double Weight)> _recent = [];

    /// <summary>The one person named so far; null when there are none or several.</summary>
    public Person? Only
    {
        get
        {
            Person? only = null;
            foreach (var (person, _, _, _) in _recent)
            {
                if (person.MayBeHuman && person.Words.Length > 1 && !ReferenceEquals(person, only))
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = person;
                }
            }

            return only;
        }
    }

    public Person? LastSpeaker { get; private set; }

    public int LastSpeakerParagraph { get; private set; } = -1;

    /// <param name="weight">How prominent the sentence makes them.</param>
    public void Note(Person person, int sentence, int paragraph, double weight)
    {
        _recent.Add((person, sentence, paragraph, weight));
        if (_recent.Count > Memory * 2)
        {
            _recent.RemoveRange(0, Memory);
        }
    }

    public void Spoke(Person person, int sentence, int paragraph)
    {
        // Whoever speaks under a name of two words is somebody a pronoun can mean.
        person.IsHuman |= person.Words.Length > 1;
        LastSpeaker = person;
        LastSpeakerParagraph = paragraph;
        Note(person, sentence, paragraph, SalienceWeights.Speaker);
    }

    /// <summary>The most prominent compatible person, and how far ahead of the next one.</summary>
    public (Person? Person, double Lead) Resolve(Gender gender, int sentence, int paragraph, Person? notMeant = null)
    {
        var scores = new Dictionary<Person, double>();
        for (var k = _recent.Count - 1; k >= 0 && k >= _recent.Count - Memory; k--)
        {
            var (person, at, where, weight) = _recent[k];
            if (!person.MayBeHuman || ReferenceEquals(person, notMeant) || (person.Gender != Gender.Unknown && person.Gender != gender))
            {
                continue;
            }

            var score = weight - (SalienceWeights.PerSentence * (sentence - at)) - (SalienceWeights.PerParagraph * (paragraph - where))
                + (person.Gender == gender ? SalienceWeights.KnownGender : 0)
                - (person.IsHuman ? 0 : SalienceWeights.Doubtful)
                + (at == sentence && weight >= SalienceWeights.Subject ? SalienceWeights.SameSentence : 0)
                + (ReferenceEquals(person, LastSpeaker) && paragraph - LastSpeakerParagraph <= 1 ? SalienceWeights.LastSpeaker : 0);
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
