using System.Collections.Immutable;
using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <summary>A quoted span while its speaker is being found.</summary>
/// <param name="token">Its place in the line.</param>
internal sealed class Utterance(ParagraphTokens line, QuotedSpan span, int token, Attribution attribution)
{
    // Fitted on news text: from here on 97 of 100 names are right.
    private const double PlainLead = 7;

    private string? _role;

    public ParagraphTokens ParagraphTokens { get; } = line;

    public QuotedSpan Span { get; } = span;

    public int Token { get; } = token;

    /// <summary>Nothing but quotations in its paragraph.</summary>
    public bool StandsAlone => ParagraphTokens.Count == 1;

    public Attribution Attribution { get; set; } = attribution;

    /// <summary>The one speaker when it is somebody with a name.</summary>
    public Person? Person { get; private set; }

    /// <summary>Names and descriptions, resolved late so that the fullest name counts.</summary>
    private List<Func<string>> Parties { get; } = [];

    public ImmutableArray<string> Speakers => [.. Parties.Select(party => party()).Distinct(StringComparer.Ordinal)];

    /// <summary>Of the one speaker; people who speak together have each their own.</summary>
    public string? Role => Parties.Count > 1 ? null : _role ?? Person?.Role;

    public Certainty Certainty { get; private set; }

    public Standing Standing { get; set; }

    /// <summary>The reporting words where they are no tokens of the line: what stands before the colon of a turn, a clause in a script without capitals.</summary>
    public string? Label { get; set; }

    public string ReportingWords => Label ?? (Attribution.First >= 0 && Attribution.Last < ParagraphTokens.Count ? ParagraphTokens.Phrase(Attribution.First, Attribution.Last) : "");

    /// <param name="shared">The name used here is others' as well.</param>
    public void Speak(Person person, string? role, bool shared = false)
    {
        Person = person;
        _role = role;
        Parties.Add(() => person.Name);
        Certainty = !shared && IsPlain && person is { IsHuman: true, OnlyHeard: false } && !NameWords.IsFamily(person.Words) ? Certainty.Sure : Certainty.Likely;
    }

    /// <summary>Words before it in its sentence make it part of a clause.</summary>
    private bool IsWoven => Token > 0 && ParagraphTokens[Token - 1].IsWord && ParagraphTokens.SentenceOf(Token - 1) == ParagraphTokens.SentenceOf(Token);

    /// <summary>
    /// The name may belong to another clause than the words: “the men, whom ‹Reed› saw”, “crowds cheering ‹Reed›”, “‹Reed› left, with her aide saying”, “To a
    /// question on the “…”, ‹Reed› said”.
    /// </summary>
    private bool IsAside()
    {
        if (Attribution.Subject is not { } subject)
        {
            return false;
        }

        var line = ParagraphTokens;
        var verb = Attribution.Verb;
        if (Attribution.Reading is Reading.ClauseAfter or Reading.Distant && subject.First > Token)
        {
            return IsWoven && line[line.SentenceStart(Token)].Is(WordClass.Preposition);
        }

        return line[subject.First - 1].Is(WordClass.Relative)
            || (verb > subject.Last && PhraseParser.EndsWith(line, subject.First - 1, "ing"))
            || (verb > subject.Last && line[verb].Is(WordClass.Reporting) && Enumerable.Range(subject.Last + 1, verb - subject.Last - 1).Any(i => line[i].Is(WordClass.Relative) || line.Word(i) is "with" or "where"));
    }

    /// <summary>“Reed joined the party for a “unity” lunch”: words of a clause whose verb reports only now and then.</summary>
    private bool IsLoose => IsWoven && Attribution.Verb >= 0 && ParagraphTokens[Attribution.Verb].Is(WordClass.Loose);

    /// <summary>A reporting clause with a name for its subject and no other reading near it.</summary>
    private bool IsPlain => Attribution.Lead >= PlainLead && Attribution.Outer < 0 && !IsAside() && !IsLoose
        && Attribution.Reading is Reading.ClauseAfter or Reading.ClauseBefore or Reading.AccordingTo or Reading.Label or Reading.Distant;

    /// <summary>Through a pronoun or an office.</summary>
    public void Refer(Person? person)
    {
        if (person is not null)
        {
            Person = person;
            Parties.Add(() => person.Name);
            Certainty = Certainty.Likely;
        }
    }

    public void Describe(string description)
    {
        Parties.Add(() => description);
        Certainty = Certainty.Likely;
    }

    /// <summary>In a script without capitals.</summary>
    public void Tell(ToldSpeaker? speaker)
    {
        Attribution = new Attribution(speaker is null ? Reading.None : Reading.ClauseAfter, null, -1, -1);
        if (speaker is { } told)
        {
            Describe(told.Name);
            _role = told.Role;
            Label = told.Clause;
        }
    }

    /// <summary>Under the words stands whose they are.</summary>
    public void Sign(Person person)
    {
        Attribution = new Attribution(Reading.Label, null, -1, -1);
        Parties.Clear();
        Refer(person);
    }

    public void Join(Person? person, string other) => Parties.Add(() => person?.Name ?? other);

    /// <summary>“They said”: whoever spoke before.</summary>
    public void Follow(Utterance other)
    {
        Parties.AddRange(other.Parties);
        Person = other.Person;
        Certainty = Parties.Count == 0 ? Certainty.Unknown : Certainty.Likely;
    }

    public void Continue(Utterance other, Reading reading)
    {
        Attribution = new Attribution(reading, null, -1, -1);
        Parties.Clear();
        Parties.AddRange(other.Parties);
        Person = other.Person;
        _role = other._role;
        Certainty = other.Certainty == Certainty.Sure && (reading is Reading.Neighbour or Reading.Subject || IsWoven) ? Certainty.Likely : other.Certainty;
    }
}
