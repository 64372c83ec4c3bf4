namespace Bot.Articles.Quotations.Grammar;

/// <summary>What a word can be, from the word alone.</summary>
[Flags]
internal enum WordClass : long
{
    None = 0,
    Determiner = 1 << 0,
    Preposition = 1 << 1,
    Conjunction = 1 << 2,
    Relative = 1 << 3,
    Auxiliary = 1 << 4,
    Adverb = 1 << 5,
    He = 1 << 6,
    She = 1 << 7,
    They = 1 << 8,
    OtherPronoun = 1 << 9,

    /// <summary>“said”, “says”: needs a subject of its own.</summary>
    Reports = 1 << 10,

    /// <summary>“say”: an infinitive, or the present with a plural subject.</summary>
    Report = 1 << 11,

    /// <summary>“saying”: shares the subject of the verb before it.</summary>
    Reporting = 1 << 12,

    /// <summary>Quoted only with care: “think”, “hope”.</summary>
    Thinks = 1 << 13,

    /// <summary>Another finite verb: “went”, “took”.</summary>
    Verb = 1 << 14,

    /// <summary>“Mr.”, “Sen.”: a name follows.</summary>
    Title = 1 << 15,

    /// <summary>“minister”, “spokeswoman”: an office or occupation.</summary>
    Role = 1 << 16,

    /// <summary>“university”, “party”: the head of an organisation's name.</summary>
    Organisation = 1 << 17,

    /// <summary>“Russian”, “Democratic”: stands before a role or a name.</summary>
    Demonym = 1 << 18,
    Male = 1 << 19,
    Female = 1 << 20,

    /// <summary>“statement”, “call”: carries somebody's words (“her call for “…””).</summary>
    SpeechNoun = 1 << 21,

    /// <summary>“film”, “song”: a title stands beside it.</summary>
    Work = 1 << 22,
    Calendar = 1 << 23,
    Place = 1 << 24,

    /// <summary>“van”, “al-”: lower case inside a name.</summary>
    Particle = 1 << 25,

    /// <summary>“also”, “later”: an ordinary word that may open a sentence in upper case.</summary>
    Common = 1 << 26,
    Given = 1 << 27,
    Plural = 1 << 28,
    Kin = 1 << 29,

    /// <summary>A reporting form that is mostly something else: “read”, “found”.</summary>
    Loose = 1 << 30,

    /// <summary>“gamekeeper”: a person when it is written in lower case; in upper case it is as likely a name.</summary>
    Person = 1L << 31,

    /// <summary>“orchestra”: several people in one noun, in lower case.</summary>
    Group = 1L << 32,

    Pronoun = He | She | They | OtherPronoun,
    AnyReport = Reports | Report | Reporting,
}
