namespace Bot.Articles.Quotations.Grammar;

/// <summary>How a word takes back or passes on the saying it stands beside.</summary>
[Flags]
internal enum Modality
{
    None = 0,

    /// <summary>“not”, “never”, “refused”: in front of the verb of saying.</summary>
    Negation = 1 << 0,

    /// <summary>“denied”, “withdrew”: governs the clause of the verb of saying.</summary>
    Denial = 1 << 1,

    /// <summary>“fake”, “falsely”.</summary>
    Falsehood = 1 << 2,

    /// <summary>“reportedly”, “accused”.</summary>
    Hearsay = 1 << 3,

    /// <summary>“indictment”, “witness”: claims that somebody said something.</summary>
    Accuser = 1 << 4,
}
