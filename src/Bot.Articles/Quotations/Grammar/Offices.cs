namespace Bot.Articles.Quotations.Grammar;

/// <summary>Words for what somebody is: “minister”, “spokeswoman”, “sister”.</summary>
public static class Offices
{
    /// <param name="word">In any case.</param>
    public static bool Has(ReadOnlySpan<char> word) => (WordClasses.Of(word) & (WordClass.Role | WordClass.Kin)) != 0;
}
