namespace Bot.Answers.Verification.Evidence;

/// <summary>One thing that a statement says otherwise than its evidence, or may not say at all.</summary>
/// <param name="Words">The words of the statement, or of the source, that it is about.</param>
/// <param name="Other">Whom or what the source has in their place, where the reason tells that.</param>
internal readonly record struct Finding(FindingKind Kind, string Words, string Other = "")
{
    private const int MostLetters = 120;

    /// <summary>A sentence for a person, and for the model that gets one chance to repair it.</summary>
    public string Reason => Kind switch
    {
        FindingKind.QuoteAltered => $"The article does not contain the words “{Shown}”.",
        FindingKind.QuoteShortened => $"The quotation breaks off; the article goes on “{Words}”.",
        FindingKind.NumberUnseen or FindingKind.UnseenWord => $"The cited passage does not say “{Words}”.",
        FindingKind.NameUnseen => $"The cited passage does not mention “{Words}”.",
        FindingKind.SwappedWords => $"The cited passage has {Words} the other way round.",
        FindingKind.NegationAdded => $"It denies what the cited passage states (“{Words}”).",
        FindingKind.NegationDropped => $"The cited passage denies what it states (“{Words}”).",
        FindingKind.Contrary => $"It says the contrary of the cited passage ({Words}).",
        FindingKind.NumberElsewhere => $"The cited words do not say “{Words}”.",
        FindingKind.NameElsewhere => $"The cited words do not speak of “{Words}”.",
        FindingKind.HedgeDropped => $"The cited passage is less certain: it says “{Words}”.",
        FindingKind.MissingAttribution => $"The article does not say so itself; it tells that somebody “{Words}” it.",
        FindingKind.ArticleVoice => $"The article says so itself; it does not give it to “{Words}”.",
        FindingKind.NoEvidence => "It names no passage of the article.",
        FindingKind.NotShown => "It names a passage that was not shown.",
        FindingKind.QuoteInvented => $"The words “{Shown}” are put in quotation marks, but the article does not contain them.",
        FindingKind.WrongSpeaker => $"The article gives these words to {Other}, not to {Words}.",
        FindingKind.WrongOffice => $"The article does not call {Words} “{Other}”.",
        FindingKind.JoinedSentences => $"It joins parts of two sentences to one that the article does not have: “{Words}”.",
        FindingKind.UncitedWords => $"The cited passage does not say “{Words}”; another one does, which it does not cite.",
        FindingKind.LeadsElsewhere => "It leads to an address.",
        FindingKind.FirstPerson => "It speaks in the first person, which no report does.",
        FindingKind.UnknownSource => $"The cited words do not give this to “{Words}”.",
        FindingKind.UnknownName => $"The article does not mention “{Words}”.",
        FindingKind.TooLittle => "The cited paragraphs say too little of it.",
        FindingKind.OrderToMachine => "The words it relies on are orders to a machine, not news.",
        _ => "The cited words say too little of it.",
    };

    private string Shown => Words.Length <= MostLetters ? Words : string.Concat(Words.AsSpan(0, MostLetters - 1).TrimEnd(), "…");
}

/// <summary>Of several findings the first of these kinds is told: the most telling one.</summary>
internal enum FindingKind
{
    QuoteAltered,
    QuoteShortened,
    NumberUnseen,
    NameUnseen,
    SwappedWords,
    NegationAdded,
    NegationDropped,
    Contrary,
    NumberElsewhere,
    NameElsewhere,
    HedgeDropped,
    MissingAttribution,
    ArticleVoice,
    UnseenWord,
    NoEvidence,
    NotShown,
    QuoteInvented,
    WrongSpeaker,
    WrongOffice,
    JoinedSentences,
    UncitedWords,
    LeadsElsewhere,
    FirstPerson,
    UnknownSource,
    UnknownName,
    TooLittle,
    OrderToMachine,
    Unsupported,
}
