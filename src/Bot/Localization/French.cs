using System.Globalization;
using Bot.Articles;
using Bot.Discord.Interactions;

namespace Bot.Localization;

internal sealed partial class French : Translation
{
    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    public override string Code => "fr";

    public override InteractionSentences Sentences { get; } = new()
    {
        Failed = "Quelque chose s’est mal passé de mon côté, je n’ai donc pas de réponse. Veuillez réessayer.",
        Working = "-# Je lis encore, la réponse arrive…",
        TimedOut = "Cela a pris plus de temps qu’il ne m’est permis. Veuillez réessayer, peut-être en demandant moins à la fois.",
        Restarting = "Je suis en train de redémarrer. Reposez votre question dans une minute.",
        Busy = "J’ai trop à faire en ce moment. Reposez votre question dans une minute.",
        UnknownCommand = "Je ne connais plus cette commande. Rechargez Discord et regardez la liste de mes commandes.",
        UnknownButton = "Ce bouton ou ce formulaire n’est plus valable, ou ne vous est pas destiné. Recommencez avec une commande.",
        Undelivered = "Une réponse privée n’a pas pu être remise à temps. Reposez votre question.",
    };

    protected override string And => "et";

    public override string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture))} {Months[day.Month - 1]} {day.Year}");

    public override string Version(int version) => $"version {version}";

    public override string Probably(string name) => $"probablement {name}";

    public override string DoesNotSay => "Ce n’est pas dans cet article.";

    public override string ReadsEnglish => "Les articles sont ici en anglais, et je lis les questions en anglais. Posez la question en anglais, s’il vous plaît.";

    public override string IsWriting => "-# ✍ La réponse est en cours de rédaction, puis elle sera vérifiée dans l’article…";

    public override string SaysOtherwise(string says, string asked) => $"L’article dit autre chose : «\u00A0{says}\u00A0», et non «\u00A0{asked}\u00A0».";

    public override string Nearest(string article) => $"Ce qui s’en approche le plus, dans {article} :";

    public override string Says(string sources, bool several, string what) => $"{sources} {(several ? "disent" : "dit")} {what}";

    public override string TheSame => "la même chose";

    public override string TheyContradict => "Ils se contredisent :";

    public override string ModelFailed => "La réponse du modèle de langage est inutilisable ; je cite donc l’article.";

    public override string ReadAs(string question) => $"Compris comme : {question}";

    public override string MoreThanFits => "Il y en a plus que la place ne le permet. Demandez-en moins à la fois, par exemple une personne ou un sujet.";

    public override string QuestionEmpty => "Votre question est vide. Demandez qui, quoi, quand ou où, ou ce que quelqu’un a dit.";

    public override string QuestionTooLong(int limit) => $"Votre question est trop longue ; la limite est de {limit} caractères. Posez-la plus brièvement.";

    public override string NoSuchArticle => "Je n’ai pas cet article ici. Choisissez-en un dans la liste qui s’affiche pendant que vous tapez.";

    public override string NoArticleYet => "Il n’y a pas encore d’article ici.";

    public override string ArticleRemoved => "Cet article n’est plus dans la bibliothèque ; je ne peux donc pas en montrer davantage.";

    public override string ShowContext => "Contexte";

    public override string FollowUp => "Suite";

    public override string Share => "Partager";

    public override string Retry => "Réessayer";

    public override string Previous => "Retour";

    public override string Next => "Suite";

    public override string PageOf(int page, int pages) => $"Page {page} sur {pages}";

    public override string FollowUpTitle => "Poser une question de suivi";

    public override string QuestionLabel => "Votre question";

    public override string FollowUpExample => "Et que s’est-il passé ensuite ?";

    public override string AnswerGone => "Je n’ai plus cette réponse : elle a été supprimée ou est trop ancienne. Reposez la question avec `/ask`.";

    public override string RetryGone => "Je n’ai plus cette question. Reposez-la avec `/ask`.";

    public override string ThanksForGood => "Merci. J’ai noté que cette réponse a été utile.";

    public override string ThanksForWrong => "Merci. Je l’ai noté, pour qu’on puisse le vérifier.";

    public override string WhichCitation => "Quelle citation est erronée ?";

    public override string WholeAnswer => "La réponse dans son ensemble";

    public override string SharedBy(string person) => $"Partagé par {person}";

    public override string Shared => "Tout le monde ici peut maintenant voir la réponse.";

    public override string AlreadyShared => "Cette réponse a déjà été partagée.";

    public override string OnlyAskerShares => "Seule la personne qui a posé la question peut partager cette réponse.";

    public override string SpeakerNotNamed => "auteur des propos non nommé";

    public override string QuotesNobody => "L’article ne cite personne.";

    public override string NoQuotesBy(string speaker) => $"Aucune citation de {speaker}.";

    public override string DidYouMean(string name) => $"Vouliez-vous dire {name} ?";

    public override string NoQuotesAbout(string topic) => $"Aucune citation sur {topic}.";

    public override string NoQuotesByAbout(string speaker, string topic) => $"Aucune citation de {speaker} sur {topic}.";

    public override string Speakers(string names) => $"Personnes citées dans cet article : {names}.";

    public override string NamesNoSpeaker => "L’article ne nomme aucun auteur de propos.";

    public override string NothingToSummarise => "Il n’y a rien à résumer dans l’article.";

    public override string SaysNothingAbout(string topic) => $"L’article ne dit rien sur {topic}.";

    protected override string ParagraphsAbout(string topic, string numbers) => $"Sur {topic} : ¶ {numbers}";

    public override string AskAboutTitle => "Interroger cet article";

    public override string AddressLabel => "Lien vers l’article";

    public override string NotReadYet => "Je n’ai pas encore lu cet article.";

    public override string NoLinkInMessage => "Il n’y a pas de lien vers un article dans ce message.";

    public override string NoWordsInMessage => "Il n’y a pas de mots à vérifier dans ce message.";

    public override string WordForWord => "**Mot pour mot.** L’article dit exactement ceci :";

    public override string NotSaid(string names) => $"**Démenti.** Selon l’article, cela n’a pas été dit ({names}) :";

    public override string SaidByOther(string names) => $"**De quelqu’un d’autre.** L’article attribue ces mots à {names} :";

    public override string OnlyClaimed(string names) => $"**Seulement rapporté.** Dans l’article, quelqu’un d’autre affirme que cela a été dit ({names}) :";

    public override string NobodysQuotation => "**Citation de personne.** L’article le dit avec ses propres mots :";

    public override string Altered => "**Pas mot pour mot.** L’article dit :";

    public override string NotFoundHere => "**Introuvable.** Aucun article ici ne dit cela.";

    public override string ClosestIs => "Ce qui s’en approche le plus, peut-être sur un autre sujet :";

    public override string HowChangesAreMarked => "Souligné : dans l’article, absent ou différent dans le message. Barré : dans le message, pas dans l’article.";

    public override string AndMore(int count) => $"et {count} de plus";

    public override string Verbatim => "✓ mot pour mot";

    public override string NoneSays => "Ce n’est dans aucun article ici.";

    public override string AnsweredHere => "Ce à quoi il répond :";

    public override string AskAll => "Chercher partout";

    public override string Good => "Bien";

    public override string Wrong => "Faux";

    public override string WhatIsWrong => "Qu’est-ce qui ne va pas ?";

    public override string Hello => "Bonjour !";

    public override string QuoteCount(int count) => Counted(count, "citation", "citations");

    public override string Help(Func<string, string> command) =>
        $"""
        Je réponds à des questions sur des articles de presse et je prouve chaque réponse avec les mots de l’article. Ce qu’un article ne dit pas, je dis qu’il ne le dit pas.

        {command("ask")} une question sur les articles d’ici
        {command("summary")} ce que dit un article, chaque point avec son paragraphe
        {command("quotes")} qui a dit quoi, mot pour mot
        {command("article list")} ce que j’ai lu ; {command("article show")} l’un d’eux
        {command("article add")} un fichier, un lien ou un texte ; {command("article remove")} l’enlève
        {command("article use")} l’article dont parle ce salon
        {command("settings")} comment je me comporte ici ; {command("forget")} supprime ce que je garde de vous ; {command("help")} ceci
        Dans le menu d’un message, sous Applications : **Questionner cet article** et **Vérifier la citation**

        Vous pouvez aussi me mentionner avec une question, répondre à une réponse ou m’écrire directement.
        """;

    public override string? Of(Standing standing) => standing switch
    {
        Standing.Denied => "démenti : selon l’article, cela n’a pas été dit",
        Standing.Alleged => "affirmé par quelqu’un d’autre",
        _ => null,
    };
}
