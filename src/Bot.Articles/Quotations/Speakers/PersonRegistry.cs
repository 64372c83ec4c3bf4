using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <summary>A name in the writer's own words.</summary>
/// <param name="Phrase">Token range and role.</param>
/// <param name="Loose">One word at the start of a sentence that may owe its upper case to that.</param>
internal readonly record struct NameMention(NounPhrase Phrase, string[] Words, bool Loose);

/// <summary>Everybody the article names, with the forms of one name brought together.</summary>
internal sealed partial class PersonRegistry
{
    private readonly Dictionary<string, List<Person>> _byFamily = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> _byGiven = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _bodies = new(StringComparer.Ordinal);
    private readonly List<Person> _people = [];

    /// <summary>Reads every name outside quotations; what somebody says about others makes nobody a speaker.</summary>
    public static PersonRegistry Of(IReadOnlyList<ParagraphTokens> lines)
    {
        var cast = new PersonRegistry();
        // A word in upper case at the start of a sentence may not belong to the name; those are read when the plain ones are known.
        var opening = new List<(ParagraphTokens, NameMention)>();
        foreach (var line in lines)
        {
            if (line.IsHeadline)
            {
                // Upper case says nothing here.
                continue;
            }

            var byline = line.IsWord(0, "by") && line.Count < 8;
            foreach (var mention in MentionsIn(line))
            {
                if (!NameWords.IsFamilyOnly(mention.Words))
                {
                    var first = mention.Phrase.HeadFirst;
                    if (!line[first].Is(WordClass.Given) && (first == 0 || line.SentenceOf(first) != line.SentenceOf(first - 1)))
                    {
                        opening.Add((line, mention));
                    }
                    else
                    {
                        cast.Enter(line, mention).IsAuthor |= byline;
                    }
                }
            }
        }

        foreach (var line in lines)
        {
            cast.EnterUnknown(line);
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

    private Person Enter(ParagraphTokens line, NameMention mention)
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
        return person;
    }

    /// <summary>Full names that only a headline or a quotation gives: they make nobody a speaker, but they complete a family name.</summary>
    private void EnterUnknown(ParagraphTokens line)
    {
        if (line.IsHeadline)
        {
            EnterPairs(line);
        }

        foreach (var span in line.Spans)
        {
            if (line.Text.AsSpan(span.Start, span.End - span.Start).ContainsAnyInRange('A', 'Z'))
            {
                EnterPairs(ParagraphTokens.Read(span.Paragraph, line.Text[span.Start..span.End], []));
            }
        }
    }

    private void EnterPairs(ParagraphTokens line)
    {
        for (var i = 0; i + 1 < line.Count; i++)
        {
            if (line[i].Is(WordClass.Given) && line[i] is { Capitalised: true, Possessive: false } && line[i + 1] is { IsWord: true, Capitalised: true } && line[i + 1].Class == WordClass.None
                && !_byFamily.ContainsKey(NameWords.Fold(line.Word(i + 1).ToString())))
            {
                var phrase = new NounPhrase(Naming.Name, i, i + 1, i, i + 1);
                Enter(line, new NameMention(phrase, WordsOf(line, phrase), Loose: false)).OnlyHeard = true;
            }
        }
    }

    private static void Index(Dictionary<string, List<Person>> index, string key, Person person)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(person);
    }

    private static void Learn(ParagraphTokens line, NameMention mention, Person person)
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
        person.IsHuman |= given || gender != Gender.Unknown || phrase.Titled || (phrase.RoleFirst >= 0 && PhraseParser.HasRole(line, phrase.RoleFirst, phrase.RoleLast)) || apposition is not null
            || IsAge(line, phrase.HeadLast + 1);
        person.Role ??= phrase.RoleFirst >= 0 && IsRole(line, phrase) ? line.Phrase(phrase.RoleFirst, phrase.RoleLast) : apposition;
    }

    /// <summary>Whom a name means at this place: a family name alone is the last full bearer's before it, or the most named one's.</summary>
    public Person Resolve(ParagraphTokens line, NounPhrase phrase)
    {
        var words = WordsOf(line, phrase);
        var family = NameWords.Fold(NameWords.FamilyOf(words));
        var gender = GenderOf(line, phrase);
        var bearers = _byFamily.GetValueOrDefault(family);
        if (!NameWords.IsFamilyOnly(words))
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

    /// <summary>Whom a label means: somebody the article names, or else a person of this name.</summary>
    public Person Called(string[] words)
    {
        var bearers = _byFamily.GetValueOrDefault(NameWords.Fold(NameWords.FamilyOf(words)));
        var known = words.Length > 1 && NameWords.IsFamily(words) ? bearers?.Find(person => person.Words.Length > words.Length) : words.Length > 1 ? bearers?.Find(person => NameWords.SameGiven(person.Words[0], words[0]))
            : bearers is not null ? Nearest(bearers, Gender.Unknown) : _byGiven.GetValueOrDefault(NameWords.Fold(words[0])) is { } named ? Nearest(named, Gender.Unknown) : null;
        if (known is null && words.Length > 1)
        {
            known = new Person(words) { IsHuman = true };
            _people.Add(known);
            Index(_byFamily, NameWords.Fold(NameWords.FamilyOf(words)), known);
            Index(_byGiven, NameWords.Fold(words[0]), known);
        }

        if (known is not null && words.Length > 1)
        {
            known.OnlyHeard = false;
        }

        return known ?? Body(words);
    }

    /// <summary>Whoever goes by exactly this name, or null.</summary>
    public Person? Named(string name) => _people.Find(person => person.Name == name);

    /// <summary>The person the article names most; null when it names none.</summary>
    public Person? Foremost() => _people.Where(person => person is { IsHuman: true, OnlyHeard: false, IsAuthor: false }).MaxBy(person => person.Mentions);

    /// <summary>Somebody with this family name, or null.</summary>
    public Person? Bearer(ParagraphTokens line, NounPhrase phrase) =>
        _byFamily.GetValueOrDefault(NameWords.Fold(line.Word(phrase.HeadLast).ToString())) is { } bearers ? Nearest(bearers, Gender.Unknown) : null;

    /// <summary>A family name alone that several people in the article bear.</summary>
    public bool IsShared(ParagraphTokens line, NounPhrase phrase) =>
        phrase.HeadFirst == phrase.HeadLast && _byFamily.GetValueOrDefault(NameWords.Fold(line.Word(phrase.HeadLast).ToString())) is { Count: > 1 } bearers
            && bearers.Count(bearer => (WordClasses.Of(bearer.Words[0]) & WordClass.Given) != 0) > 1;

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
    public Person See(ParagraphTokens line, NameMention mention, int position)
    {
        var person = Resolve(line, mention.Phrase);
        if (!NameWords.IsFamilyOnly(mention.Words))
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
}
