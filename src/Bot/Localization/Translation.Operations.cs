namespace Bot.Localization;

/// <content>Limits, settings, adding and removing articles, forgetting.</content>
internal abstract partial class Translation
{
    /// <summary>The language's own name for itself.</summary>
    public abstract string Language { get; }

    public abstract string TooBusy { get; }

    /// <param name="when">“in 3 minutes”.</param>
    public abstract string TooManyOfYours(string when);

    /// <param name="when">“in 3 minutes”.</param>
    public abstract string TooManyHere(string when);

    public abstract string OnlyInServers { get; }

    public abstract string OnlyManagers { get; }

    public abstract string RoleMissing { get; }

    public abstract string SettingsHere { get; }

    public abstract string SettingsChanged { get; }

    public abstract string ManagersAdd { get; }

    /// <param name="role">A mention.</param>
    public abstract string RoleAdds(string role);

    public abstract string EveryoneAdds { get; }

    public abstract string AnswersPrivate { get; }

    public abstract string AnswersPublic { get; }

    public abstract string EachLanguage { get; }

    /// <param name="language">As it calls itself.</param>
    public abstract string OneLanguage(string language);

    public abstract string MostQuestions(int perPerson, int perGuild);

    public abstract string Kept(int days);

    public abstract string KeptNot { get; }

    public abstract string MayNotAdd { get; }

    public abstract string LibraryFull(int most);

    public abstract string NothingToAdd { get; }

    public abstract string Added { get; }

    public abstract string AddedAsVersion(int version);

    public abstract string AlreadyThere { get; }

    /// <param name="percent">Of a page's text.</param>
    public abstract string LeftOut(int percent);

    /// <param name="article">One that was added before, by id, headline, outlet and day; so for the two below.</param>
    public abstract string NotChangedSince(string article);

    public abstract string SameWordsAs(string article);

    /// <param name="percent">How much of the shorter one's wording stands in the other.</param>
    public abstract string NearCopyOf(string article, int percent);

    /// <summary>Of an article.</summary>
    /// <param name="day">As <see cref="Day"/> writes it.</param>
    public abstract string Modified(string day);

    public abstract string Counts(int paragraphs, int quotes, int speakers);

    public abstract string AskAboutIt { get; }

    /// <summary>Title of a form, at most 45 characters.</summary>
    public abstract string PasteTitle { get; }

    /// <summary>Label of a form's field, at most 45 characters.</summary>
    public abstract string HeadlineLabel { get; }

    /// <summary>Label of a form's field, at most 45 characters.</summary>
    public abstract string TextLabel { get; }

    /// <param name="article">Headline.</param>
    public abstract string NowAbout(string article);

    public abstract string NowAboutAll { get; }

    /// <param name="article">Headline.</param>
    public abstract string ReallyRemove(string article);

    public abstract string Remove { get; }

    public abstract string Keep { get; }

    /// <param name="article">Headline.</param>
    public abstract string Removed(string article, int paragraphs, int quotes);

    public abstract string KeptArticle { get; }

    public abstract string NotThisServers { get; }

    public abstract string Forgotten(int count);

    public abstract string NothingToForget { get; }

    public abstract string ReallyForget { get; }

    /// <summary>On a button.</summary>
    public abstract string Forget { get; }

    public abstract string NothingForgotten { get; }

    /// <summary>A choice beside single articles.</summary>
    public abstract string AllArticles { get; }

    /// <param name="what">Name of a file, or an address.</param>
    public abstract string OfferToRead(string what);

    /// <summary>On a button.</summary>
    public abstract string ReadIt { get; }

    public abstract string FileGone { get; }

    /// <summary>Above examples of questions.</summary>
    public abstract string TryHere { get; }
}
