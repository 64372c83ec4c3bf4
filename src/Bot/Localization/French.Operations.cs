using System.Globalization;

namespace Bot.Localization;

internal sealed partial class French
{
    public override string Language => "français";

    public override string TooBusy => "J’ai trop à faire en ce moment. Reposez votre question dans une minute.";

    public override string TooManyOfYours(string when) => $"Vous avez posé autant de questions que permis pour l’instant. Vous pourrez en poser d’autres {when}.";

    public override string TooManyHere(string when) => $"Ce serveur a posé autant de questions que permis pour l’instant. Vous pourrez en poser d’autres {when}.";

    public override string OnlyInServers => "Cela ne marche que dans un serveur.";

    public override string OnlyManagers => "Seules les personnes ayant la permission « Gérer le serveur » peuvent faire cela.";

    public override string RoleMissing => "Indiquez aussi le rôle : l’option « role » dit qui peut ajouter des articles.";

    public override string SettingsHere => "Réglages de ce serveur";

    public override string SettingsChanged => "C’est changé. Les réglages de ce serveur sont maintenant";

    public override string ManagersAdd => "Les articles sont ajoutés et retirés par les personnes ayant la permission « Gérer le serveur ».";

    public override string RoleAdds(string role) => $"Les articles sont ajoutés et retirés par {role} et par les personnes ayant la permission « Gérer le serveur ».";

    public override string EveryoneAdds => "Les articles sont ajoutés et retirés par tout le monde.";

    public override string AnswersPrivate => "Les réponses sont montrées à qui a posé la question, qui peut les partager.";

    public override string AnswersPublic => "Les réponses sont montrées à tout le monde, sauf question en privé.";

    public override string EachLanguage => "Je parle la langue de chaque personne.";

    public override string OneLanguage(string language) => $"Je parle {language}.";

    public override string MostQuestions(int perPerson, int perGuild) => string.Create(
        CultureInfo.InvariantCulture, $"Questions : {perPerson} par heure et par personne, {perGuild} par jour pour le serveur.");

    public override string Kept(int days) => string.Create(CultureInfo.InvariantCulture, $"Ce que l’on m’écrit est gardé {days} jours.");

    public override string KeptNot => "Ce que l’on m’écrit n’est pas gardé ; les boutons sous une réponse valent une heure.";

    public override string MayNotAdd => "Vous ne pouvez pas ajouter ni retirer d’articles ici. Qui gère ce serveur peut changer cela avec /settings.";

    public override string LibraryFull(int most) => most == 1
        ? "Ce serveur a déjà le seul article permis. Retirez-le d’abord."
        : string.Create(CultureInfo.InvariantCulture, $"Ce serveur a les {most} articles permis. Retirez-en un d’abord.");

    public override string NothingToAdd => "Il me faut un fichier ou une adresse ; ou laissez les deux de côté et collez le texte.";

    public override string Added => "Ajouté";

    public override string AddedAsVersion(int version) => $"Ajouté comme version {version}";

    public override string AlreadyThere => "J’ai déjà cet article";

    public override string LeftOut(int percent) => string.Create(
        CultureInfo.InvariantCulture, $"{percent} % du texte de la page ont été laissés de côté, car ils ne semblaient pas faire partie de l’article. S’il manque quelque chose, colle le texte.");

    public override string NotChangedSince(string article) => $"Il n’a pas changé depuis son ajout : {article}.";

    public override string SameWordsAs(string article) => $"Il a les mêmes mots que {article} et n’a pas été ajouté de nouveau.";

    public override string NearCopyOf(string article, int percent) => string.Create(
        CultureInfo.InvariantCulture, $"C’est presque une copie de {article} : {percent} % du texte du plus court figurent dans l’autre. Les deux sont gardés.");

    public override string Modified(string day) => $"modifié le {day}";

    public override string Counts(int paragraphs, int quotes, int speakers) =>
        $"{Counted(paragraphs, "paragraphe", "paragraphes")}, {Counted(quotes, "citation", "citations")}, {Counted(speakers, "personne citée", "personnes citées")}";

    public override string AskAboutIt => "Posez vos questions avec /ask, ou faites-en l’article de ce salon avec /article use.";

    public override string PasteTitle => "Ajouter un article";

    public override string HeadlineLabel => "Titre";

    public override string TextLabel => "Le texte de l’article";

    public override string NowAbout(string article) => $"Les questions de ce salon portent désormais sur **{article}**, sauf si elles nomment un autre article.";

    public override string NowAboutAll => "Les questions de ce salon portent désormais sur tous les articles.";

    public override string ReallyRemove(string article) => $"Retirer **{article}**, toutes ses versions et les réponses qui le citent ?";

    public override string Remove => "Retirer";

    public override string Keep => "Garder";

    public override string Removed(string article, int paragraphs, int quotes) => $"Retiré : **{article}**, {paragraphs} paragraphes, {quotes} citations.";

    public override string KeptArticle => "Rien n’a été retiré.";

    public override string NotThisServers => "Cet article n’appartient pas à ce serveur ; seul l’exploitant du bot peut le retirer.";

    public override string Forgotten(int count) => $"Effacé : {count} questions et avis de votre part, avec leurs réponses.";

    public override string NothingToForget => "Je ne garde rien de vous.";

    public override string TryHere => "Essayez ici :";

    public override string ReallyForget => "Supprimer tout ce que je garde de vous, sur tous les serveurs : vos questions, leurs réponses, vos avis et les articles que vous seul pouvez interroger ?";

    public override string Forget => "Supprimer";

    public override string NothingForgotten => "Rien n’a été supprimé.";

    public override string AllArticles => "Tous les articles";

    public override string ReadIt => "Lire";

    public override string FileGone => "Je ne vois plus ce fichier ou ce lien. Envoyez-le encore une fois.";

    public override string OfferToRead(string what) => $"Je peux lire **{what}** et ensuite répondre à des questions.";
}
