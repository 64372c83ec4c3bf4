using System.Collections.Immutable;
using Bot.Articles;
using Bot.Articles.Quotations;

namespace Bot.Answers.Quoting;

/// <summary>Whether words are, by an article, those of whom a message names for them.</summary>
/// <param name="Speakers">Whose they are, or are said not to be; empty when the article names nobody.</param>
public sealed record QuoteOwnership(QuoteOwner Owner, ImmutableArray<string> Speakers)
{
    /// <param name="quotation">Of the article, that the words stand in; null when they stand in none.</param>
    /// <param name="named">Who is named in the message; empty when nobody is.</param>
    public static QuoteOwnership Of(Article article, Quotation? quotation, ImmutableArray<string> named)
    {
        if (quotation is null)
        {
            return new(named.IsEmpty ? QuoteOwner.Agreed : QuoteOwner.Article, named);
        }

        var owner = quotation.Standing switch
        {
            Standing.Denied => QuoteOwner.Denied,
            Standing.Alleged => IsSame(article, quotation, named) ? QuoteOwner.Alleged : QuoteOwner.Other,
            _ => IsSame(article, quotation, named) ? QuoteOwner.Agreed : QuoteOwner.Other,
        };
        return new(owner, quotation.Speakers);
    }

    /// <summary>Nobody is named on one side, or the names on both fit.</summary>
    private static bool IsSame(Article article, Quotation quotation, ImmutableArray<string> named)
    {
        if (named.IsEmpty || quotation.Speakers.IsEmpty)
        {
            return true;
        }

        var speakers = new SpeakerIndex(article.Speakers);
        return named.Any(name => speakers.Find(name).Any(speaker => quotation.Speakers.Contains(speaker.Name)));
    }
}

public enum QuoteOwner
{
    /// <summary>Of whom the message names, or of nobody that can be compared.</summary>
    Agreed,

    /// <summary>Of somebody else.</summary>
    Other,

    /// <summary>The article's own words and nobody's quotation.</summary>
    Article,

    /// <summary>The article says that it was not said.</summary>
    Denied,

    /// <summary>In the article, somebody else claims that it was said.</summary>
    Alleged,
}
