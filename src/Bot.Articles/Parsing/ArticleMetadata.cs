namespace Bot.Articles.Parsing;

/// <summary>What is known of an article besides its words; null where nothing is known.</summary>
public sealed record ArticleMetadata
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Author { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day of the last change.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>Where the report was filed from.</summary>
    public string? Dateline { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>The address that the document gives itself; <see cref="ArticleAddress"/> decides whether it is believed.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>This, with the gaps filled from <paramref name="other"/>.</summary>
    public ArticleMetadata Or(ArticleMetadata other) => new()
    {
        Title = Title ?? other.Title,
        Outlet = Outlet ?? other.Outlet,
        Author = Author ?? other.Author,
        Date = Date ?? other.Date,
        Modified = Modified ?? other.Modified,
        Dateline = Dateline ?? other.Dateline,
        Language = Language ?? other.Language,
        Canonical = Canonical ?? other.Canonical,
    };
}
