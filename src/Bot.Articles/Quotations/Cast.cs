using System.Collections.Immutable;

namespace Bot.Articles.Quotations;

/// <summary>A name in the writer's own words.</summary>
/// <param name="Phrase">Token range and role.</param>
/// <param name="Loose">One word at the start of a sentence that may owe its upper case to that.</param>
internal readonly record struct NameMention(NounPhrase Phrase, string[] Words, bool Loose);

/// <summary>Everybody the article names, with the forms of one name brought together.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, List<Person>> _byFamily = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> _byGiven = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _bodies = new(StringComparer.Ordinal);
    private readonly List<Person> _people = [];

    public IReadOnlyList<Person> People => _people;

    /// <summary>Reads every name outside quotations; what somebody says about others makes nobody a speaker.</summary>
    public static Cast Of(IReadOnlyList<Line> lines)
    {
        var cast = new Cast();
        // A word in upper case at the start of a sentence may not belong to the name; those are read when the plain ones are known.
        var opening = new List<(Line, NameMention)>();
        foreach (var line in lines)
        {
            if (line.IsHeadline)
            {
                // Upper case says nothing here.
                continue;
            }

            foreach (var mention in MentionsIn(line))
            {
                if (mention.Words.Length > 1)
                {
                    var first = mention.Phrase.HeadFirst;
                    if (!line[first].Is(WordClass.Given) && (first == 0 || line.SentenceOf(first) != line.SentenceOf(first - 1)))
                    {
                        opening.Add((line, mention));
                    }
                    else
                    {
                        cast.Enter(line, mention);
                    }
                }
            }
        }

        foreach (var (line, mention) in opening)
        {
            var family = cast._byFamily.GetValueOrDefault(NameWords.Fold(NameWords.FamilyOf(mention.Words)));
            if (family is null || family.Exists(known => NameWords.SameGiven(known.Words[0], mention.Words[0])))
            {
                cast.Enter(line, mention);
            }
        }

        return cast;
    }

    /// <summary>The names of a line in order.</summary>
    public static List<NameMention> MentionsIn(Line line)
    {
        var mentions = new List<NameMention>();
        for (var i = 0; i < line.Count; i++)
        {
            if (!Phrases.IsPartOfName(line, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < line.Count && !line[end - 1].Possessive && (Phrases.IsPartOfName(line, end) || (line[end].IsQuote && Phrases.IsNickname(line, end))))
            {
                end++;
            }

            if (Phrases.Core(line, i, end) is { Naming: Naming.Name } phrase)
            {
                var first = i;
                while (first > 0 && line[first - 1].IsWord && !line[first - 1].Capitalised && line[first - 1].Is(WordClass.Role | WordClass.Kin) && phrase.RoleFirst < 0)
                {
                    first--;
                }

                if (first < i)
                {
                    phrase = phrase with { RoleFirst = first, RoleLast = i - 1 };
                }

                var opens = i == 0 || line.SentenceOf(i) != line.SentenceOf(i - 1);
                mentions.Add(new NameMention(phrase, WordsOf(line, phrase), opens && end == i + 1 && !line[i].Is(WordClass.Given)));
            }

            i = end - 1;
        }

        return mentions;
    }

    public static string[] WordsOf(Line line, NounPhrase phrase)
    {
        var words = new List<string>(3);
        for (var k = phrase.HeadFirst; k <= phrase.HeadLast; k++)
        {
            if (line[k].IsWord)
            {
                words.Add(line.Word(k).ToString());
            }
        }

        return [.. words];
    }

    private void Enter(Line line, NameMention mention)
    {
        var words = mention.Words;
        var family = NameWords.Fold(NameWords.FamilyOf(words));
        var person = _byFamily.GetValueOrDefault(family)?.Find(known => NameWords.SameGiven(known.Words[0], words[0]));
        if (person is null)
        {
            person = new Person(words);
            _people.Add(person);
            Index(_byFamily, family, person);
            Index(_byGiven, NameWords.Fold(words[0]), person);
        }

        Learn(line, mention, person);
    }

    private static void Index(Dictionary<string, List<Person>> index, string key, Person person)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(person);
    }

    private static void Learn(Line line, NameMention mention, Person person)
    {
        var phrase = mention.Phrase;
        person.Mention(string.Join(' ', mention.Words), mention.Words);
        var gender = GenderOf(line, phrase);
        if (person.Gender == Gender.Unknown)
        {
            person.Gender = gender;
        }

        var given = line[phrase.HeadFirst].Is(WordClass.Given) && phrase.HeadLast > phrase.HeadFirst;
        var apposition = RoleBehind(line, phrase);
        person.IsHuman |= given || gender != Gender.Unknown || phrase.Titled || (phrase.RoleFirst >= 0 && Phrases.HasRole(line, phrase.RoleFirst, phrase.RoleLast)) || apposition is not null
            || IsAge(line, phrase.HeadLast + 1);
        person.Role ??= phrase.RoleFirst >= 0 && IsRole(line, phrase) ? line.Phrase(phrase.RoleFirst, phrase.RoleLast) : apposition;
    }

    private static bool IsRole(Line line, NounPhrase phrase) =>
        Phrases.HasRole(line, phrase.RoleFirst, phrase.RoleLast) || (phrase.RoleLast > phrase.RoleFirst && line[phrase.RoleLast].Is(WordClass.Title));

    private static bool IsAge(Line line, int i) =>
        line[i].Mark == ',' && line[i + 1] is { IsWord: true } age && age.End - age.Start == 2 && char.IsDigit(line.Text[age.Start]) && line[i + 2].Mark is ',' or '.';

    /// <summary>“, the EU's foreign policy chief,” behind a name.</summary>
    private static string? RoleBehind(Line line, NounPhrase phrase)
    {
        var i = phrase.Last + 1;
        if (line[i].Mark != ',')
        {
            return null;
        }

        if (IsAge(line, i))
        {
            i += 2;
        }

        return Phrases.ForwardFrom(line, i + 1, line.Count) is { Naming: Naming.Description } role && Phrases.HasRole(line, role.First, role.Last)
            && line[role.Last + 1].Mark is ',' or '.' or '—' or ';' ? line.Phrase(role.HeadFirst, role.Last) : null;
    }

    private static Gender GenderOf(Line line, NounPhrase phrase)
    {
        for (var k = phrase.RoleFirst; k >= 0 && k <= phrase.RoleLast; k++)
        {
            if (GenderOfWord(line, k) is var gender && gender != Gender.Unknown)
            {
                return gender;
            }
        }

        if (phrase.HeadLast == phrase.HeadFirst)
        {
            return Gender.Unknown;
        }

        var given = line[phrase.HeadFirst];
        return given.Is(WordClass.Male) == given.Is(WordClass.Female) ? Gender.Unknown : given.Is(WordClass.Male) ? Gender.Male : Gender.Female;
    }

    public static Gender GenderOfWord(Line line, int i)
    {
        var word = line.Word(i).TrimEnd('.');
        Span<char> lower = stackalloc char[Math.Min(word.Length, 24)];
        word[..lower.Length].ToLowerInvariant(lower);
        return lower switch
        {
            "mr" or "sir" or "king" or "prince" or "lord" or "duke" or "baron" or "herr" or "monsieur" or "father" or "brother" or "son" or "husband" or "uncle" or "nephew"
                or "grandfather" or "grandson" or "dad" or "boyfriend" or "widower" or "man" or "boy" or "pope" or "actor" or "businessman" or "waiter" or "père" or "frère" or "fils"
                or "mari" or "vater" or "bruder" or "sohn" or "directeur" or "bürgermeister" => Gender.Male,
            "mrs" or "ms" or "miss" or "dame" or "lady" or "queen" or "princess" or "duchess" or "baroness" or "frau" or "madame" or "mme" or "mother" or "sister" or "daughter"
                or "wife" or "aunt" or "niece" or "grandmother" or "granddaughter" or "mum" or "mom" or "girlfriend" or "widow" or "woman" or "girl" or "actress" or "businesswoman"
                or "waitress" or "mère" or "sœur" or "fille" or "femme" or "mutter" or "schwester" or "tochter" or "directrice" or "ministerin" or "bürgermeisterin"
                or "sprecherin" => Gender.Female,
            [.. var stem, 'w', 'o', 'm', 'a', 'n'] when stem.Length > 2 => Gender.Female,
            [.. var stem, 's', 'm', 'a', 'n'] when stem.Length > 2 => Gender.Male,
            _ => Gender.Unknown,
        };
    }

    /// <summary>Whom a name means at this place: a family name alone is the last full bearer's before it, or the most named one's.</summary>
    public Person Resolve(Line line, NounPhrase phrase)
    {
        var words = WordsOf(line, phrase);
        var family = NameWords.Fold(NameWords.FamilyOf(words));
        var gender = GenderOf(line, phrase);
        var bearers = _byFamily.GetValueOrDefault(family);
        if (words.Length > 1)
        {
            return bearers?.Find(known => NameWords.SameGiven(known.Words[0], words[0]))
                ?? (bearers is not null && phrase.HeadFirst == 0 && !line[0].Is(WordClass.Given) ? Nearest(bearers, gender) : Body(words));
        }

        if (bearers is not null)
        {
            return Nearest(bearers, gender);
        }

        return !phrase.Titled && _byGiven.GetValueOrDefault(family)?.FindAll(known => known.IsHuman || line[phrase.HeadFirst].Is(WordClass.Given)) is { Count: > 0 } named
            ? Nearest(named, gender) : Body(words);
    }

    private static Person Nearest(List<Person> candidates, Gender gender)
    {
        Person? best = null;
        foreach (var candidate in candidates)
        {
            if (gender != Gender.Unknown && candidate.Gender != Gender.Unknown && candidate.Gender != gender)
            {
                continue;
            }

            if (best is null || candidate.Mentions > best.Mentions || (candidate.Mentions == best.Mentions && candidate.LastSeen > best.LastSeen))
            {
                best = candidate;
            }
        }

        return best ?? candidates[0];
    }

    private Person Body(string[] words)
    {
        var key = NameWords.Fold(string.Join(' ', words));
        if (!_bodies.TryGetValue(key, out var body))
        {
            _bodies[key] = body = new Person(words);
            _people.Add(body);
        }

        return body;
    }

    /// <summary>The one person whose role is called by this noun, or null when there is none or several.</summary>
    public Person? WithRole(string noun)
    {
        Person? found = null;
        foreach (var person in _people)
        {
            if (person.Role is { } role && role.EndsWith(noun, StringComparison.OrdinalIgnoreCase) && person.LastSeen >= 0)
            {
                if (found is not null)
                {
                    return null;
                }

                found = person;
            }
        }

        return found;
    }

    /// <summary>Notes that a name has been read, in reading order.</summary>
    public Person See(Line line, NameMention mention, int position)
    {
        var person = Resolve(line, mention.Phrase);
        if (mention.Words.Length > 1)
        {
            person.LastSeen = position;
        }
        else
        {
            Learn(line, mention, person);
            person.LastSeen = Math.Max(person.LastSeen, 0);
        }

        return person;
    }

    public ImmutableArray<Person> Named() => [.. _people];
}
