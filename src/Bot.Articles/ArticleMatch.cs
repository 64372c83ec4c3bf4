namespace Bot.Articles;

/// <summary>How a document that somebody adds is like one that the library has.</summary>
public enum MatchKind
{
    /// <summary>From the same address, or the same document again.</summary>
    SameSource,

    /// <summary>The same words from elsewhere; headline, punctuation and paragraph breaks may differ.</summary>
    SameWords,

    /// <summary>Most of the words, as when several papers print one agency's report.</summary>
    NearCopy,
}

/// <param name="Article">The one that the library has; always one that the guild can see.</param>
/// <param name="Share">How much of the shorter one's wording stands in the other, from 0 to 1.</param>
public sealed record ArticleMatch(MatchKind Kind, ArticleListing Article, double Share);
