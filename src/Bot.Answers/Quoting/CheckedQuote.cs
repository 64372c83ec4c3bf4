using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Answers.Quoting;

/// <summary>What became of looking up words that somebody gives as a quote.</summary>
public abstract record CheckedQuote
{
    private CheckedQuote()
    {
    }

    /// <summary>An article has these words in this order; punctuation, case and typography are not looked at.</summary>
    /// <param name="Ownership">Whose words they are there.</param>
    public sealed record Verbatim(Article Article, Citation Citation, QuoteOwnership Ownership) : CheckedQuote;

    /// <summary>An article has most of these words in this order.</summary>
    /// <param name="Citation">What it really says.</param>
    /// <param name="Words">Both texts laid over each other, in reading order.</param>
    /// <param name="Ownership">Whose words the article's are.</param>
    public sealed record Altered(Article Article, Citation Citation, ImmutableArray<ComparedWords> Words, QuoteOwnership Ownership) : CheckedQuote;

    public sealed record NotFound : CheckedQuote;
}

/// <param name="Text">One or more words with what stands between them.</param>
public sealed record ComparedWords(string Text, WordOrigin Origin);

public enum WordOrigin
{
    Both,
    Article,
    Quote,
}
