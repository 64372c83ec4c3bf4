namespace Bot.Articles;

/// <summary>No article can be had. It says what happened; the sentence for the person, in whatever language, is made of that where one is read.</summary>
public sealed class ArticleException(ArticleFault fault, Exception? innerException = null) : Exception(fault.ToString(), innerException)
{
    public ArticleException(ArticleFaultKind kind, Exception? innerException = null)
        : this(new ArticleFault(kind), innerException)
    {
    }

    public ArticleFault Fault => fault;
}

/// <param name="Subject">A host, a media type or a path, where the kind says so.</param>
/// <param name="Number">A limit, a port or an HTTP status, where the kind says so.</param>
public sealed record ArticleFault(ArticleFaultKind Kind, string? Subject = null, long? Number = null)
{
    public override string ToString() => string.Join(' ', new object?[] { Kind, Subject, Number }.Where(part => part is not null));
}

/// <summary>What can be in the way of an article.</summary>
public enum ArticleFaultKind
{
    /// <summary>No URL at all.</summary>
    NoAddress,

    /// <summary>Neither http nor https.</summary>
    OtherScheme,

    /// <summary>Number: the longest that is read, in characters.</summary>
    AddressTooLong,

    /// <summary>Number: the port.</summary>
    OtherPort,

    /// <summary>A user name or password stands in it.</summary>
    AddressWithPassword,

    /// <summary>It leads into a network that is not everybody's.</summary>
    NotPublic,

    RedirectToNowhere,

    /// <summary>Number: the most that are followed.</summary>
    TooManyRedirects,

    NoSuchSite,
    UntrustedCertificate,
    HeadersTooLong,
    Unreachable,
    SiteTooSlow,

    /// <summary>Subject: the host.</summary>
    RobotsForbid,

    /// <summary>Number: the HTTP status; so for the six below.</summary>
    WantsLogin,

    RefusesPrograms,
    NoPage,
    TooManyRequests,
    MayNotShow,
    SiteFailing,
    NotGiven,

    /// <summary>Subject: the media type; null when it is not one to repeat.</summary>
    OtherKindOfFile,

    WantsProofOfHuman,
    RefusesToShow,
    PageGone,
    Paywall,
    WantsConsent,
    NeedsScripts,
    NoArticleInPage,

    /// <summary>Headlines and teasers of many articles.</summary>
    ListOfArticles,

    /// <summary>Built to exhaust whoever reads it.</summary>
    TooComplex,

    TooDeep,
    Empty,
    Binary,

    /// <summary>Source code, or what programs write for one another.</summary>
    Program,

    UnknownEncoding,
    NoText,

    /// <summary>Number: the most bytes.</summary>
    TooLarge,

    /// <summary>Number: the most.</summary>
    TooManyParagraphs,

    /// <summary>Number: the most.</summary>
    TooManyCharacters,

    /// <summary>Number: the seconds that were not enough.</summary>
    ReadingTooSlow,

    /// <summary>Number: the most.</summary>
    PdfTooManyPages,

    PdfLocked,
    PdfDamaged,
    PdfPageTooFull,
    PdfBomb,
    PdfWithoutText,

    /// <summary>Set from top to bottom, or in a font that does not say which letters its shapes are.</summary>
    PdfUnreadable,

    /// <summary>No path.</summary>
    NoFileNamed,

    /// <summary>Subject: the path; so for the four below.</summary>
    IsFolder,

    EndlessFile,
    NoSuchFile,
    ForbiddenFile,
    UnreadableFile,
}
