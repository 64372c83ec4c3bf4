using Bot.Language;

namespace Bot.Answers.Conversations;

/// <param name="Text">“Julian Assange”, “the trial”.</param>
/// <param name="Prior">From 0 to 1: how likely a pronoun means it.</param>
internal readonly record struct Referent(string Text, double Prior);

/// <summary>Whom or what a pronoun of a follow-up can mean: those whom the last question and its answer name, then those of earlier turns.</summary>
internal static class Referents
{
    private const int Most = 5;
    private const double Asked = 1;
    private const double Answered = 0.95;
    private const double Earlier = 0.85;
    private const double Thing = 0.9;
    private const double NamedByAnswer = 0.65;
    private const double OfOtherKind = 0.7;

    // Each further person whom an answer names is meant less likely.
    private const double Later = 0.93;

    private static readonly HashSet<string> Determiners = new(["the", "a", "an", "this", "that", "his", "her", "their", "its"], StringComparer.Ordinal);

    // Cosines of vectors of words.
    private const float LikePerson = 0.3f;
    private const float Clearly = 0.05f;

    private static readonly int He = Lexicon.Default.Find("he");
    private static readonly int She = Lexicon.Default.Find("she");
    private static readonly int Person = Lexicon.Default.Find("person");

    private static readonly string[] Places = [" in ", " at ", " near ", " from ", " to ", " of ", " for "];

    private static readonly HashSet<string> Calendar = new(
        [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Do = new(["do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should", "may", "might", "must"], StringComparer.Ordinal);

    private static readonly HashSet<string> Asking = new(["who", "what", "when", "where", "why", "which", "whose", "whom", "how", "is", "are", "was", "were", "tell"], StringComparer.Ordinal);

    /// <param name="earlier">At least one turn, oldest first.</param>
    public static IEnumerable<Referent> Of(string pronoun, IReadOnlyList<ConversationTurn> earlier)
    {
        var gender = pronoun.ToLowerInvariant() switch { "he" or "him" or "his" => "he", "she" or "her" or "hers" => "she", _ => null };
        return earlier.Reverse().SelectMany((turn, back) => Of(turn, back == 0 ? 1 : Earlier))
            .OrderByDescending(referent => referent.Prior).DistinctBy(referent => referent.Text, StringComparer.OrdinalIgnoreCase).Take(Most);

        IEnumerable<Referent> Of(ConversationTurn turn, double age) =>
            (gender is null ? OfThings(turn) : OfPeople(turn, gender)).Select(referent => referent with { Prior = referent.Prior * age });
    }

    private static IEnumerable<Referent> OfPeople(ConversationTurn turn, string gender)
    {
        var people = PeopleOf(turn, gender).ToArray();
        var things = Things(turn.Question).Where(thing => people.All(person => person.Text != thing)).ToLookup(thing => IsPerson(thing, gender, turn.Question));
        Referent[] likely = [.. people, .. things[true].Select(thing => new Referent(thing, Thing))];

        // “The baby”: of neither kind by its word.
        return likely.Length > 0 ? likely : things[false].Where(thing => char.IsLower(thing[0])).Select(thing => new Referent(thing, OfOtherKind));
    }

    private static IEnumerable<Referent> OfThings(ConversationTurn turn)
    {
        var people = PeopleOf(turn, null).ToArray();
        var things = Things(turn.Question).Where(thing => people.All(person => person.Text != thing)).ToArray();
        var named = Named(turn with { Evidence = [.. turn.Evidence.Take(1)] }, NamesIn)
            .Where(name => !things.Contains(name) && !people.Any(person => name.Contains(person.Text, StringComparison.Ordinal))).Take(2);
        return things.Select(thing => new Referent(thing, Thing))
            .Concat(named.Select(name => new Referent(name, QuestionFrame.AsksForSubject(turn.Question) ? Answered : NamedByAnswer)))
            .Concat(people.Select(person => person with { Prior = person.Prior * OfOtherKind }));
    }

    /// <summary>People whom the question and its answer name; those whom “who” asks for before those whom it names.</summary>
    private static IEnumerable<Referent> PeopleOf(ConversationTurn turn, string? gender)
    {
        var (asked, answered) = AsksWho(turn.Question) ? (Answered, Asked) : (Asked, Answered);

        // Somebody is called as whoever asks calls them, not by the fuller name of the article.
        var called = Things(turn.Question).Where(thing => char.IsUpper(thing[0])).ToArray();
        string AsCalled(string name) => called.FirstOrDefault(known => name.EndsWith(' ' + known, StringComparison.Ordinal)) ?? name;

        return People(turn.Question, gender).Select(name => new Referent(name, asked))
            .Concat(Named(turn, text => People(text, gender)).Select((name, rank) => new Referent(AsCalled(name), answered * Math.Pow(Later, rank))));
    }

    /// <summary>Who or what answers a question for its subject, by name: people only where it asks who.</summary>
    public static IEnumerable<string> Answering(ConversationTurn turn)
    {
        var people = Named(turn, text => People(text, null));
        return turn.Question.StartsWith("who", StringComparison.OrdinalIgnoreCase) ? people : Named(turn, NamesIn).Concat(people);
    }

    /// <summary>What the answer names, what stands nearest to the words of the question first.</summary>
    private static IEnumerable<string> Named(ConversationTurn turn, Func<string, IEnumerable<string>> names)
    {
        var asked = Words.Read(turn.Question).Where(word => !word.IsStop).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return turn.Evidence.SelectMany(text =>
        {
            var places = Words.Read(text).Where(word => asked.Contains(word.Stem)).Select(word => word.Start).ToArray();
            return names(text).OrderBy(name => places.Select(place => Math.Abs(place - text.IndexOf(name, StringComparison.Ordinal) - name.Length)).DefaultIfEmpty(0).Min());
        }).Where(name => !turn.Question.Contains(name, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal);
    }

    private static bool AsksWho(string question) => question.StartsWith("who ", StringComparison.OrdinalIgnoreCase) && !NamesSomebody(question);

    /// <summary>“Who is Luka Marin?”: the one who is asked about is named.</summary>
    private static bool NamesSomebody(string question) => Words.Read(question) is [_, { Text: "is" or "was" or "are" or "were" }, { IsCapital: true }, ..];

    /// <summary>Names that are no places; a word with a capital at the start of a sentence may be any.</summary>
    private static IEnumerable<string> NamesIn(string text) => Things(text).Where(thing => char.IsUpper(thing[0]) && !FollowsPreposition(text, thing)
        && (thing.Contains(' ', StringComparison.Ordinal) || !text.StartsWith(thing, StringComparison.Ordinal)));

    private static bool FollowsPreposition(string text, string name) =>
        text[..text.IndexOf(name, StringComparison.Ordinal)] is var before && Places.Any(preposition => before.EndsWith(preposition, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names and nouns of a question that can be spoken of on: “Sweden”, “the extradition hearing”.</summary>
    public static IEnumerable<string> Things(string question)
    {
        var words = Words.Read(question);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsCapital && !words[i].IsStop && !Calendar.Contains(words[i].Text) && !(i == 0 && Asking.Contains(words[i].Text)))
            {
                var start = i;
                while (i + 1 < words.Length && words[i + 1].IsCapital && words[i + 1].Start - words[i].End is 1 or 2)
                {
                    i++;
                }

                yield return question[words[start].Start..words[i].End];
            }
            else if (Determiners.Contains(words[i].Text) && NounBehind(words, i) is var end && end > i)
            {
                yield return $"the {question[words[i + 1].Start..words[end].End]}";
                i = end;
            }
            else if (Do.Contains(words[i].Text) && i + 1 < words.Length && words[i + 1] is { IsStop: false, IsCapital: false, IsNumber: false } bare)
            {
                // “When do tickets go on sale?”
                yield return question[bare.Start..bare.End];
            }
        }

        // “What symptoms did the man have?”
        if (words is [{ Text: "what" or "which" or "whose" }, { IsStop: false }, { IsStop: true }, ..])
        {
            yield return $"the {question[words[1].Start..words[1].End]}";
        }

        // “What is bird fancier’s lung?”
        if (words is [{ Text: "what" or "who" }, { Text: "is" or "are" or "was" or "were" }, _, ..] && !Determiners.Contains(words[2].Text) && !words[2].IsCapital)
        {
            yield return question[words[2].Start..words[^1].End];
        }
    }

    /// <summary>Whether “he” can be said of it: “the governor”, not “the hotel room”, nor “the girl”.</summary>
    private static bool IsPerson(string thing, string gender, string question)
    {
        if (char.IsUpper(thing[0]))
        {
            return !FollowsPreposition(question, thing);
        }

        var noun = Lexicon.Default.Find(Words.Fold(thing.AsSpan(thing.LastIndexOf(' ') + 1)));
        var (he, she) = (Lexicon.Default.Likeness(noun, He), Lexicon.Default.Likeness(noun, She));
        return Math.Max(Math.Max(he, she), Lexicon.Default.Likeness(noun, Person)) >= LikePerson && (gender == "he" ? he + Clearly >= she : she + Clearly >= he);
    }

    /// <summary>Where the subject of a clause ends: “Sweden|dropped the case”, “the man|get well”; null where it is neither a name nor a noun with an article.</summary>
    public static int? Subject(string clause)
    {
        var words = Words.Read(clause);
        if (words.Length < 2)
        {
            return null;
        }

        if (Determiners.Contains(words[0].Text))
        {
            return words[1].End;
        }

        var end = -1;
        while (end + 1 < words.Length && words[end + 1].IsCapital)
        {
            end++;
        }

        return end < 0 ? null : words[end].End;
    }

    /// <summary>Names of people, whole where a hyphen stands in them; places, which follow “in”, are none.</summary>
    private static IEnumerable<string> People(string text, string? gender)
    {
        foreach (var name in PronounNote.PeopleIn(text).Where(name => gender is null || PronounNote.Agrees(name, gender)).Distinct(StringComparer.Ordinal))
        {
            if (FollowsPreposition(text, name))
            {
                continue;
            }

            var start = text.IndexOf(name, StringComparison.Ordinal);
            while (start > 1 && text[start - 1] == '-' && text.LastIndexOf(' ', start - 1) is var before)
            {
                start = before + 1;
            }

            yield return text[start..(text.IndexOf(name, StringComparison.Ordinal) + name.Length)];
        }
    }

    /// <summary>The last word of the noun behind an article: the verb that follows a subject is none of it.</summary>
    private static int NounBehind(IReadOnlyList<Word> words, int article)
    {
        var end = article;
        while (end + 1 < words.Count && !words[end + 1].IsStop && !words[end + 1].IsNumber)
        {
            end++;
        }

        var length = end - article;
        if (length > 1 && (words[article + 1].Traits & WordTraits.Possessive) != 0)
        {
            return article + 2;
        }

        if (length > 1 && article > 0 && Do.Contains(words[article - 1].Text))
        {
            return length <= 3 ? end - 1 : article + 1;
        }

        return length > 1 && words[end].Text.EndsWith("ed", StringComparison.Ordinal) ? end - 1 : end;
    }
}
