using System.Globalization;

namespace Bot.Localization;

internal sealed partial class English
{
    public override string Language => "English";

    public override string TooBusy => "I have too much to do at the moment. Please ask again in a minute.";

    public override string TooManyOfYours(string when) => $"You have asked as much as you may for now. You can ask again {when}.";

    public override string TooManyHere(string when) => $"This server has asked as much as it may for now. You can ask again {when}.";

    public override string OnlyInServers => "This works in a server only.";

    public override string OnlyManagers => "Only people with the permission Manage Server may do this.";

    public override string RoleMissing => "Name the role too: the option “role” says who may add articles.";

    public override string SettingsHere => "Settings of this server";

    public override string SettingsChanged => "Changed. The settings of this server are now";

    public override string ManagersAdd => "Articles are added and removed by people with the permission Manage Server.";

    public override string RoleAdds(string role) => $"Articles are added and removed by {role} and by people with the permission Manage Server.";

    public override string EveryoneAdds => "Articles are added and removed by everyone.";

    public override string AnswersPrivate => "Answers are shown to the person who asked, who can share them.";

    public override string AnswersPublic => "Answers are shown to everyone, unless somebody asks in private.";

    public override string EachLanguage => "I speak each person's language.";

    public override string OneLanguage(string language) => $"I speak {language}.";

    public override string MostQuestions(int perPerson, int perGuild) => string.Create(
        CultureInfo.InvariantCulture, $"Questions: {perPerson} an hour for each person, {perGuild} a day for the server.");

    public override string Kept(int days) => string.Create(CultureInfo.InvariantCulture, $"What people write to me is kept for {days} days.");

    public override string KeptNot => "What people write to me is not kept; buttons below an answer work for an hour.";

    public override string MayNotAdd => "You may not add or remove articles here. Whoever manages this server can change that with /settings.";

    public override string LibraryFull(int most) => most == 1
        ? "This server already has the one article that it may have. Remove it first."
        : string.Create(CultureInfo.InvariantCulture, $"This server has the {most} articles that it may have. Remove one first.");

    public override string NothingToAdd => "I need a file or an address; or leave out both and paste the text.";

    public override string Added => "Added";

    public override string AddedAsVersion(int version) => $"Added as version {version}";

    public override string AlreadyThere => "I have this article already";

    public override string LeftOut(int percent) => string.Create(
        CultureInfo.InvariantCulture, $"{percent}% of the page's text was left out as not the article's. If something is missing, paste the text.");

    public override string NotChangedSince(string article) => $"It has not changed since it was added as {article}.";

    public override string SameWordsAs(string article) => $"It has the same words as {article}, so it was not added again.";

    public override string NearCopyOf(string article, int percent) => string.Create(
        CultureInfo.InvariantCulture, $"It is a near copy of {article}: {percent}% of the shorter one's wording stands in the other. Both are kept.");

    public override string Modified(string day) => $"changed {day}";

    public override string Counts(int paragraphs, int quotes, int speakers) =>
        $"{Counted(paragraphs, "paragraph", "paragraphs")}, {Counted(quotes, "quote", "quotes")}, {Counted(speakers, "speaker", "speakers")}";

    public override string AskAboutIt => "Ask about it with /ask, or make it this channel's article with /article use.";

    public override string PasteTitle => "Add an article";

    public override string HeadlineLabel => "Headline";

    public override string TextLabel => "The article's text";

    public override string NowAbout(string article) => $"Questions in this channel are now about **{article}** unless they name another article.";

    public override string NowAboutAll => "Questions in this channel are now about all articles.";

    public override string ReallyRemove(string article) => $"Remove **{article}** with all its versions, and the answers that quote it?";

    public override string Remove => "Remove";

    public override string Keep => "Keep";

    public override string Removed(string article, int paragraphs, int quotes) => $"Removed **{article}**: {paragraphs} paragraphs, {quotes} quotes.";

    public override string KeptArticle => "Nothing was removed.";

    public override string NotThisServers => "This article is not this server's own; it can only be removed by whoever runs the bot.";

    public override string Forgotten(int count) => $"Deleted: {count} questions and opinions of yours, with the answers to them.";

    public override string NothingToForget => "I keep nothing of yours.";

    public override string TryHere => "Try it here:";

    public override string ReallyForget => "Delete everything I keep of you, in every server: your questions, the answers to them, your opinions, and the articles that only you can ask about?";

    public override string Forget => "Delete";

    public override string NothingForgotten => "Nothing was deleted.";

    public override string AllArticles => "All articles";

    public override string ReadIt => "Read it";

    public override string FileGone => "I cannot see that file or link any more. Please send it again.";

    public override string OfferToRead(string what) => $"I can read **{what}** and then answer questions about it.";
}
