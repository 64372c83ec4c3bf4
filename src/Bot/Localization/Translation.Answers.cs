using Bot.Articles;

namespace Bot.Localization;

/// <content>Answers, their sources and their buttons.</content>
internal abstract partial class Translation
{
    /// <summary>Of words that stand in the article exactly like this.</summary>
    public abstract string Verbatim { get; }

    public abstract string Version(int version);

    /// <summary>Before a speaker of whom the article leaves some doubt.</summary>
    public abstract string Probably(string name);

    /// <summary>Of the one article that was asked, or could have been.</summary>
    public abstract string DoesNotSay { get; }

    /// <summary>Of all articles.</summary>
    public abstract string NoneSays { get; }

    /// <summary>Above questions to press.</summary>
    public abstract string AnsweredHere { get; }

    /// <summary>On a button.</summary>
    public abstract string AskAll { get; }

    /// <summary>Answers a question in another language than the articles', where no model reads it.</summary>
    public abstract string ReadsEnglish { get; }

    /// <summary>Stands where the answer will, while a model writes it.</summary>
    public abstract string IsWriting { get; }

    /// <summary>Stands above the passage that contradicts what the question takes for granted.</summary>
    /// <param name="says">Words of the article.</param>
    /// <param name="asked">Words of the question.</param>
    public abstract string SaysOtherwise(string says, string asked);

    /// <summary>Stands above the passage that comes closest.</summary>
    /// <param name="article">Headline and outlet.</param>
    public abstract string Nearest(string article);

    /// <summary>What one or several sources say, without the full stop.</summary>
    public abstract string Says(string sources, bool several, string what);

    /// <summary>What sources say that agree, in place of their words.</summary>
    public abstract string TheSame { get; }

    /// <summary>Before what each source says.</summary>
    public abstract string TheyContradict { get; }

    public abstract string ModelFailed { get; }

    /// <summary>How a follow-up question was understood.</summary>
    public abstract string ReadAs(string question);

    public abstract string MoreThanFits { get; }

    public abstract string QuestionEmpty { get; }

    public abstract string QuestionTooLong(int limit);

    public abstract string NoSuchArticle { get; }

    public abstract string NoArticleYet { get; }

    public abstract string ArticleRemoved { get; }

    public abstract string ShowContext { get; }

    public abstract string FollowUp { get; }

    /// <summary>Beside 👍, for those who cannot see it.</summary>
    public abstract string Good { get; }

    /// <summary>Beside 👎, for those who cannot see it.</summary>
    public abstract string Wrong { get; }

    public abstract string Share { get; }

    public abstract string Retry { get; }

    public abstract string Previous { get; }

    public abstract string Next { get; }

    public abstract string PageOf(int page, int pages);

    /// <summary>Title of a form, at most 45 characters.</summary>
    public abstract string FollowUpTitle { get; }

    /// <summary>Label of a form's field, at most 45 characters.</summary>
    public abstract string QuestionLabel { get; }

    /// <summary>In the empty field of a follow-up, at most 100 characters.</summary>
    public abstract string FollowUpExample { get; }

    public abstract string AnswerGone { get; }

    public abstract string RetryGone { get; }

    public abstract string ThanksForGood { get; }

    public abstract string ThanksForWrong { get; }

    public abstract string WhichCitation { get; }

    public abstract string WhatIsWrong { get; }

    public abstract string WholeAnswer { get; }

    public abstract string SharedBy(string person);

    public abstract string Shared { get; }

    public abstract string AlreadyShared { get; }

    public abstract string OnlyAskerShares { get; }

    /// <summary>What sets a quotation apart from what somebody has said; null where nothing does.</summary>
    public abstract string? Of(Standing standing);
}
