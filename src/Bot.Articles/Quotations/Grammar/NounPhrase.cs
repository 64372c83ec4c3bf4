namespace Bot.Articles.Quotations.Grammar;

internal enum Naming
{
    /// <summary>“he”, “they”, “I”.</summary>
    Pronoun,

    /// <summary>“a spokesman for the group”, “the report”, “Fox News”.</summary>
    Description,

    /// <summary>“Kaja Kallas”, “Mr. Rutte”.</summary>
    Name,
}

/// <summary>Somebody or something that can be the subject of a reporting verb; token indexes into a <see cref="ParagraphTokens"/>, both ends included.</summary>
/// <param name="Last">Of the phrase with what hangs on it: “Joel Ek of the Daily Post”.</param>
/// <param name="HeadFirst">The bare name, or the description without its article and what follows a preposition’s noun.</param>
internal readonly record struct NounPhrase(Naming Naming, int First, int Last, int HeadFirst, int HeadLast)
{
    /// <summary>Where the other parties to the same statement begin: “A, B and C said”; null when alone.</summary>
    public int[]? Others { get; init; }

    /// <summary>A name in apposition to a description names the role: token range of the role, or -1.</summary>
    public int RoleFirst { get; init; } = -1;

    public int RoleLast { get; init; } = -1;

    /// <summary>Whether an honorific or office stands before it.</summary>
    public bool Titled { get; init; }
}
