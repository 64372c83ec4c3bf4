using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <summary>How an attribution was read; the order is from the plainest to the faintest.</summary>
internal enum Reading
{
    /// <summary>“…,” said Kaja Kallas. / “…,” Kaja Kallas said.</summary>
    ClauseAfter,

    /// <summary>Kaja Kallas said: “…” / said that “…”.</summary>
    ClauseBefore,

    /// <summary>According to Kaja Kallas, …</summary>
    AccordingTo,

    /// <summary>Kaja Kallas: “…” and “…” — Kaja Kallas.</summary>
    Label,

    /// <summary>Kaja Kallas's call for “…”.</summary>
    Possessive,

    /// <summary>The reporting verb stands further off in the same sentence.</summary>
    Distant,

    /// <summary>The quotation goes on from another one.</summary>
    Continued,

    /// <summary>The sentence has a subject but no verb that reports.</summary>
    Subject,

    /// <summary>A paragraph that is all quotation, after a paragraph about somebody.</summary>
    Neighbour,

    None,

    /// <summary>“a play called “…””: the words are a name.</summary>
    Mention,
}

/// <summary>The reporting words of one quotation.</summary>
/// <param name="Subject">Null when the words name nobody.</param>
/// <param name="First">First token of the reporting words, -1 when there are none.</param>
internal sealed record Attribution(Reading Reading, NounPhrase? Subject, int First, int Last)
{
    /// <summary>How far this reading is ahead of the best one with another subject, in points; no rival counts as zero points.</summary>
    public double Lead { get; init; }

    /// <summary>The verb of saying, -1 when there is none.</summary>
    public int Verb { get; init; } = -1;

    /// <summary>The verb of the clause in which somebody else claims it (“A ‹said› B had called it “…””), -1 when nobody does.</summary>
    public int Outer { get; init; } = -1;

    public static readonly Attribution Missing = new(Reading.None, null, -1, -1);
}
