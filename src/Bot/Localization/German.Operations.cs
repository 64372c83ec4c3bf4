using System.Globalization;

namespace Bot.Localization;

internal sealed partial class German
{
    public override string Language => "Deutsch";

    public override string TooBusy => "Ich habe gerade zu viel zu tun. Bitte frag in einer Minute noch einmal.";

    public override string TooManyOfYours(string when) => $"Du hast vorerst so viel gefragt, wie du darfst. Du kannst {when} wieder fragen.";

    public override string TooManyHere(string when) => $"Dieser Server hat vorerst so viel gefragt, wie er darf. Du kannst {when} wieder fragen.";

    public override string OnlyInServers => "Das geht nur in einem Server.";

    public override string OnlyManagers => "Das dürfen nur Leute mit der Berechtigung „Server verwalten“.";

    public override string RoleMissing => "Nenn auch die Rolle: Die Option „rolle“ sagt, wer Artikel hinzufügen darf.";

    public override string SettingsHere => "Einstellungen dieses Servers";

    public override string SettingsChanged => "Geändert. Die Einstellungen dieses Servers sind jetzt";

    public override string ManagersAdd => "Artikel werden von Leuten mit der Berechtigung „Server verwalten“ hinzugefügt und entfernt.";

    public override string RoleAdds(string role) => $"Artikel werden von {role} und von Leuten mit der Berechtigung „Server verwalten“ hinzugefügt und entfernt.";

    public override string EveryoneAdds => "Artikel werden von allen hinzugefügt und entfernt.";

    public override string AnswersPrivate => "Antworten sieht, wer gefragt hat, und kann sie teilen.";

    public override string AnswersPublic => "Antworten sehen alle, außer wenn jemand privat fragt.";

    public override string EachLanguage => "Ich spreche die Sprache der jeweiligen Person.";

    public override string OneLanguage(string language) => $"Ich spreche {language}.";

    public override string MostQuestions(int perPerson, int perGuild) => string.Create(
        CultureInfo.InvariantCulture, $"Fragen: {perPerson} in der Stunde je Person, {perGuild} am Tag für den Server.");

    public override string Kept(int days) => string.Create(CultureInfo.InvariantCulture, $"Was Leute mir schreiben, bleibt {days} Tage gespeichert.");

    public override string KeptNot => "Was Leute mir schreiben, bleibt nicht gespeichert; Schaltflächen unter einer Antwort gelten eine Stunde.";

    public override string MayNotAdd => "Du darfst hier keine Artikel hinzufügen oder entfernen. Wer diesen Server verwaltet, kann das mit /settings ändern.";

    public override string LibraryFull(int most) => most == 1
        ? "Dieser Server hat schon den einen Artikel, den er haben darf. Entferne ihn zuerst."
        : string.Create(CultureInfo.InvariantCulture, $"Dieser Server hat die {most} Artikel, die er haben darf. Entferne zuerst einen.");

    public override string NothingToAdd => "Ich brauche eine Datei oder eine Adresse; oder lass beides weg und füge den Text ein.";

    public override string Added => "Hinzugefügt";

    public override string AddedAsVersion(int version) => $"Hinzugefügt als Fassung {version}";

    public override string AlreadyThere => "Diesen Artikel habe ich schon";

    public override string LeftOut(int percent) => string.Create(
        CultureInfo.InvariantCulture, $"{percent} % des Textes der Seite wurden weggelassen, weil sie nicht zum Artikel zu gehören schienen. Fehlt etwas, füge den Text ein.");

    public override string NotChangedSince(string article) => $"Er hat sich nicht geändert, seit er hinzugefügt wurde als {article}.";

    public override string SameWordsAs(string article) => $"Er hat dieselben Worte wie {article} und wurde nicht noch einmal hinzugefügt.";

    public override string NearCopyOf(string article, int percent) => string.Create(
        CultureInfo.InvariantCulture, $"Er ist fast gleich mit {article}: {percent} % des Wortlauts des kürzeren stehen auch im anderen. Beide bleiben.");

    public override string Modified(string day) => $"geändert am {day}";

    public override string Counts(int paragraphs, int quotes, int speakers) =>
        $"{Counted(paragraphs, "Absatz", "Absätze")}, {Counted(quotes, "Zitat", "Zitate")}, {Counted(speakers, "Sprecher", "Sprecher")}";

    public override string AskAboutIt => "Frag danach mit /ask, oder mach ihn mit /article use zum Artikel dieses Kanals.";

    public override string PasteTitle => "Einen Artikel hinzufügen";

    public override string HeadlineLabel => "Überschrift";

    public override string TextLabel => "Der Text des Artikels";

    public override string NowAbout(string article) => $"Fragen in diesem Kanal gelten jetzt **{article}**, wenn sie keinen anderen Artikel nennen.";

    public override string NowAboutAll => "Fragen in diesem Kanal gelten jetzt allen Artikeln.";

    public override string ReallyRemove(string article) => $"**{article}** mit allen Fassungen und den Antworten, die ihn zitieren, entfernen?";

    public override string Remove => "Entfernen";

    public override string Keep => "Behalten";

    public override string Removed(string article, int paragraphs, int quotes) => $"Entfernt: **{article}**, {paragraphs} Absätze, {quotes} Zitate.";

    public override string KeptArticle => "Es wurde nichts entfernt.";

    public override string NotThisServers => "Dieser Artikel gehört nicht diesem Server; entfernen kann ihn nur, wer den Bot betreibt.";

    public override string Forgotten(int count) => $"Gelöscht: {count} Fragen und Bewertungen von dir, mit den Antworten darauf.";

    public override string NothingToForget => "Von dir ist nichts gespeichert.";

    public override string TryHere => "Probier es hier:";

    public override string ReallyForget => "Alles löschen, was ich von dir behalte, in allen Servern: deine Fragen, die Antworten darauf, deine Bewertungen und die Artikel, nach denen nur du fragen kannst?";

    public override string Forget => "Löschen";

    public override string NothingForgotten => "Es wurde nichts gelöscht.";

    public override string AllArticles => "Alle Artikel";

    public override string ReadIt => "Lesen";

    public override string FileGone => "Diese Datei oder diesen Link sehe ich nicht mehr. Bitte schick sie noch einmal.";

    public override string OfferToRead(string what) => $"Ich kann **{what}** lesen und dann Fragen dazu beantworten.";
}
