using System.Globalization;
using Bot.Articles;
using Bot.Discord.Interactions;

namespace Bot.Localization;

internal sealed partial class German : Translation
{
    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    public override string Code => "de";

    public override InteractionSentences Sentences { get; } = new()
    {
        Failed = "Bei mir ist etwas schiefgegangen, darum habe ich keine Antwort. Bitte versuch es noch einmal.",
        Working = "-# Ich lese noch, die Antwort kommt gleich…",
        TimedOut = "Das hat länger gedauert, als ich darf. Bitte versuch es noch einmal, vielleicht mit weniger auf einmal.",
        Restarting = "Ich werde gerade neu gestartet. Bitte frag in einer Minute noch einmal.",
        Busy = "Ich habe gerade zu viel zu tun. Bitte frag in einer Minute noch einmal.",
        UnknownCommand = "Diesen Befehl kenne ich nicht mehr. Bitte lade Discord neu und sieh in die Liste meiner Befehle.",
        UnknownButton = "Diese Schaltfläche oder dieses Formular gilt nicht mehr oder ist nicht für dich. Bitte beginne neu mit einem Befehl.",
        Undelivered = "Eine private Antwort kam nicht rechtzeitig an. Bitte frag noch einmal.",
    };

    protected override string And => "und";

    public override string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}. {Months[day.Month - 1]} {day.Year}");

    public override string Version(int version) => $"Fassung {version}";

    public override string Probably(string name) => $"wahrscheinlich {name}";

    public override string DoesNotSay => "Das steht nicht in diesem Artikel.";

    public override string ReadsEnglish => "Die Artikel hier sind auf Englisch, und ich lese Fragen auf Englisch. Bitte frag auf Englisch.";

    public override string IsWriting => "-# ✍ Die Antwort wird geschrieben und dann am Artikel geprüft …";

    public override string SaysOtherwise(string says, string asked) => $"Im Artikel steht es anders: „{says}“, nicht „{asked}“.";

    public override string Nearest(string article) => $"Am nächsten kommt dem, in {article}:";

    public override string Says(string sources, bool several, string what) => $"{sources} {(several ? "sagen" : "sagt")} {what}";

    public override string TheSame => "dasselbe";

    public override string TheyContradict => "Sie widersprechen einander:";

    public override string ModelFailed => "Die Antwort des Sprachmodells ist nicht zu gebrauchen, darum zitiere ich stattdessen den Artikel.";

    public override string ReadAs(string question) => $"Verstanden als: {question}";

    public override string MoreThanFits => "Es gibt mehr, als hierher passt. Frag nach weniger auf einmal, zum Beispiel nach einer Person oder einem Thema.";

    public override string QuestionEmpty => "Deine Frage ist leer. Frag, wer, was, wann oder wo, oder was jemand gesagt hat.";

    public override string QuestionTooLong(int limit) => $"Deine Frage ist zu lang, erlaubt sind {limit} Zeichen. Frag etwas kürzer.";

    public override string NoSuchArticle => "So einen Artikel habe ich hier nicht. Wähle einen aus der Liste, die beim Tippen erscheint.";

    public override string NoArticleYet => "Hier gibt es noch keinen Artikel.";

    public override string ArticleRemoved => "Der Artikel ist nicht mehr in der Sammlung, darum kann ich nicht mehr davon zeigen.";

    public override string ShowContext => "Kontext";

    public override string FollowUp => "Fragen";

    public override string Share => "Teilen";

    public override string Retry => "Noch einmal";

    public override string Previous => "Zurück";

    public override string Next => "Weiter";

    public override string PageOf(int page, int pages) => $"Seite {page} von {pages}";

    public override string FollowUpTitle => "Eine Nachfrage stellen";

    public override string QuestionLabel => "Deine Frage";

    public override string FollowUpExample => "Und was geschah dann?";

    public override string AnswerGone => "Diese Antwort habe ich nicht mehr: sie wurde gelöscht oder ist zu alt. Bitte frag noch einmal mit `/ask`.";

    public override string RetryGone => "Diese Frage habe ich nicht mehr. Bitte stell sie noch einmal mit `/ask`.";

    public override string ThanksForGood => "Danke. Ich habe vermerkt, dass diese Antwort geholfen hat.";

    public override string ThanksForWrong => "Danke. Ich habe es vermerkt, damit es nachgesehen werden kann.";

    public override string WhichCitation => "Welcher Beleg ist falsch?";

    public override string WholeAnswer => "Die Antwort als Ganzes";

    public override string SharedBy(string person) => $"Geteilt von {person}";

    public override string Shared => "Jetzt können alle hier die Antwort sehen.";

    public override string AlreadyShared => "Diese Antwort wurde schon geteilt.";

    public override string OnlyAskerShares => "Nur wer gefragt hat, kann diese Antwort teilen.";

    public override string SpeakerNotNamed => "nicht genannt, wer spricht";

    public override string QuotesNobody => "Der Artikel zitiert niemanden.";

    public override string NoQuotesBy(string speaker) => $"Keine Zitate von {speaker}.";

    public override string DidYouMean(string name) => $"Meinten Sie {name}?";

    public override string NoQuotesAbout(string topic) => $"Keine Zitate über {topic}.";

    public override string NoQuotesByAbout(string speaker, string topic) => $"Keine Zitate von {speaker} über {topic}.";

    public override string Speakers(string names) => $"In diesem Artikel kommen zu Wort: {names}.";

    public override string NamesNoSpeaker => "Der Artikel nennt niemanden, der spricht.";

    public override string NothingToSummarise => "In dem Artikel gibt es nichts zusammenzufassen.";

    public override string SaysNothingAbout(string topic) => $"Der Artikel sagt nichts über {topic}.";

    protected override string ParagraphsAbout(string topic, string numbers) => $"Zu {topic}: ¶ {numbers}";

    public override string AskAboutTitle => "Zu diesem Artikel fragen";

    public override string AddressLabel => "Link zum Artikel";

    public override string NotReadYet => "Diesen Artikel habe ich noch nicht gelesen.";

    public override string NoLinkInMessage => "In dieser Nachricht ist kein Link zu einem Artikel.";

    public override string NoWordsInMessage => "In dieser Nachricht stehen keine Worte, die ich nachschlagen könnte.";

    public override string WordForWord => "**Wörtlich.** Genau so steht es im Artikel:";

    public override string NotSaid(string names) => $"**Bestritten.** Laut Artikel wurde das nicht gesagt ({names}):";

    public override string SaidByOther(string names) => $"**Von jemand anderem.** Im Artikel sagt das {names}:";

    public override string OnlyClaimed(string names) => $"**Nur behauptet.** Im Artikel behauptet jemand anderes, dass das gesagt wurde ({names}):";

    public override string NobodysQuotation => "**Niemandes Zitat.** Der Artikel sagt das mit eigenen Worten:";

    public override string Altered => "**Nicht wörtlich.** Im Artikel steht:";

    public override string NotFoundHere => "**Nicht gefunden.** Das steht in keinem Artikel hier.";

    public override string ClosestIs => "Am nächsten kommt dies, vielleicht geht es um etwas anderes:";

    public override string HowChangesAreMarked => "Unterstrichen: steht im Artikel, fehlt in der Nachricht oder lautet dort anders. Durchgestrichen: steht in der Nachricht, nicht im Artikel.";

    public override string AndMore(int count) => $"und {count} weitere";

    public override string Verbatim => "✓ wörtlich";

    public override string NoneSays => "Das steht hier in keinem Artikel.";

    public override string AnsweredHere => "Was er beantwortet:";

    public override string AskAll => "Alle Artikel fragen";

    public override string Good => "Gut";

    public override string Wrong => "Falsch";

    public override string WhatIsWrong => "Was stimmt nicht?";

    public override string Hello => "Hallo!";

    public override string QuoteCount(int count) => Counted(count, "Zitat", "Zitate");

    public override string Help(Func<string, string> command) =>
        $"""
        Ich beantworte Fragen zu Nachrichtenartikeln und belege jede Antwort mit den Worten des Artikels. Was nicht in einem Artikel steht, davon sage ich, dass es nicht darin steht.

        {command("ask")} eine Frage zu den Artikeln hier
        {command("summary")} was in einem Artikel steht, jeder Punkt mit seinem Absatz
        {command("quotes")} wer was gesagt hat, wörtlich
        {command("article list")} was ich gelesen habe; {command("article show")} einen davon
        {command("article add")} eine Datei, ein Link oder Text; {command("article remove")} nimmt ihn weg
        {command("article use")} der Artikel, um den es in diesem Kanal geht
        {command("settings")} wie ich mich hier verhalte; {command("forget")} löscht, was ich von dir behalte; {command("help")} dies
        Im Menü einer Nachricht, unter Apps: **Zu diesem Artikel fragen** und **Zitat prüfen**

        Du kannst mich auch mit einer Frage erwähnen, auf eine Antwort antworten oder mir direkt schreiben.
        """;

    public override string? Of(Standing standing) => standing switch
    {
        Standing.Denied => "bestritten: laut Artikel wurde das nicht gesagt",
        Standing.Alleged => "von jemand anderem behauptet",
        _ => null,
    };
}
