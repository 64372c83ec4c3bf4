using Bot.Articles;

namespace Bot.Localization;

internal sealed partial class French
{
    private const string Browse = "Ouvre la page dans un navigateur et colle le texte de l’article.";
    private const string LaterOrBrowse = "Réessaie plus tard, ou ouvre la page dans un navigateur et colle le texte de l’article.";
    private const string AsText = "Donne l’article en texte.";
    private const string OneOnly = "Donne un seul article.";

    public override string Of(ArticleFault fault) => fault.Kind switch
    {
        ArticleFaultKind.NoAddress => "Ce n’est pas une adresse lisible. Donne l’adresse de l’article telle que le navigateur l’affiche, ou colle son texte.",
        ArticleFaultKind.OtherScheme => "Seules les adresses qui commencent par http:// ou https:// peuvent être lues. Donnes-en une, ou colle le texte de l’article.",
        ArticleFaultKind.AddressTooLong => $"L’adresse dépasse {fault.Number} caractères. Donne l’adresse simple de l’article, ou colle son texte.",
        ArticleFaultKind.OtherPort => $"Le port {fault.Number} n’est pas lu, seulement les ports 80 et 443 du web. Donne l’adresse publique de l’article, ou colle son texte.",
        ArticleFaultKind.AddressWithPassword => "L’adresse contient un nom d’utilisateur ou un mot de passe. Donne-la sans ce qui précède le @.",
        ArticleFaultKind.NotPublic => "Cette adresse ne mène pas à un site public et n’est donc pas lue. Donne l’adresse publique de l’article, ou colle son texte.",
        ArticleFaultKind.RedirectToNowhere => $"Le site redirige sans dire vers où. {Browse}",
        ArticleFaultKind.TooManyRedirects => $"Le site redirige plus de {fault.Number} fois. {Browse}",
        ArticleFaultKind.NoSuchSite => "Aucun site ne porte ce nom. Vérifie l’adresse.",
        ArticleFaultKind.UntrustedCertificate => $"Le certificat du site n’est pas fiable, rien n’en est donc lu. {Browse}",
        ArticleFaultKind.HeadersTooLong => $"Le site envoie plus d’en-têtes qu’une page n’en demande. {Browse}",
        ArticleFaultKind.Unreachable => "Le site est injoignable ou s’interrompt. Réessaie plus tard, ou colle le texte de l’article.",
        ArticleFaultKind.SiteTooSlow => "Le site met trop de temps à répondre. Réessaie plus tard, ou colle le texte de l’article.",
        ArticleFaultKind.RobotsForbid => $"{fault.Subject} ne permet pas aux programmes de lire cette page (robots.txt). {Browse}",
        ArticleFaultKind.WantsLogin => $"Le site ne montre cette page qu’aux personnes connectées ou abonnées (HTTP {fault.Number}). Colle le texte de l’article si tu peux le lire.",
        ArticleFaultKind.RefusesPrograms => $"Le site refuse de montrer cette page aux programmes (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.NoPage => $"Il n’y a pas de page à cette adresse (HTTP {fault.Number}). Vérifie l’adresse.",
        ArticleFaultKind.TooManyRequests => $"Le site demande moins de requêtes (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.MayNotShow => $"Le site n’a pas le droit de montrer cette page ici (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.SiteFailing => $"Le site ne peut pas montrer cette page pour le moment (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.NotGiven => $"Le site ne donne pas la page (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.OtherKindOfFile => $"Cette adresse ne donne pas un article mais un autre type de fichier{(fault.Subject is null ? "" : $" ({fault.Subject})")}. Donne l’adresse de la page de l’article, ou colle son texte.",
        ArticleFaultKind.WantsProofOfHuman => $"Au lieu de donner l’article, le site a demandé la preuve d’une présence humaine. {Browse}",
        ArticleFaultKind.RefusesToShow => $"Le site a refusé de montrer cette page au bot. {Browse}",
        ArticleFaultKind.PageGone => "La page n’existe plus, dit le site. Vérifie l’adresse, ou colle le texte de l’article.",
        ArticleFaultKind.Paywall => "Sans abonnement, le site ne montre que le début de cet article. Colle le texte entier si tu peux le lire.",
        ArticleFaultKind.WantsConsent => $"Au lieu de donner l’article, le site a demandé d’accepter des cookies. {Browse}",
        ArticleFaultKind.NeedsScripts => $"La page ne montre son article qu’aux navigateurs qui exécutent ses scripts. {Browse}",
        ArticleFaultKind.NoArticleInPage => "Aucun article n’a été trouvé dans cette page. Donne l’adresse ou le fichier de l’article lui-même, ou colle son texte.",
        ArticleFaultKind.ListOfArticles => "Cette page est une liste d’articles et non un article. Ouvre celui que tu veux et donne son adresse.",
        ArticleFaultKind.TooComplex => $"Ce document est fait d’une façon qui ne permet pas de le lire sans risque. {AsText}",
        ArticleFaultKind.TooDeep => $"Ce Markdown est trop imbriqué pour être lu. {AsText}",
        ArticleFaultKind.Empty => "Le document est vide. Donnes-en un qui contient un article.",
        ArticleFaultKind.Binary => "Ce n’est pas du texte mais des données binaires. Donne un fichier texte, Markdown, HTML ou PDF.",
        ArticleFaultKind.Program => "C’est un programme ou des données pour un programme, pas un article. Donne un fichier texte, Markdown, HTML ou PDF qui contient un article.",
        ArticleFaultKind.UnknownEncoding => "L’encodage du texte n’a pas pu être reconnu. Enregistre le document en UTF-8 et réessaie.",
        ArticleFaultKind.NoText => "Il n’y a pas de texte à lire dans ce document. Donne un article d’au moins un paragraphe.",
        ArticleFaultKind.TooLarge => $"Le document dépasse {Megabytes(fault).Replace('.', ',')} Mo. Donne un fichier plus petit, ou seulement le texte de l’article.",
        ArticleFaultKind.TooManyParagraphs => $"Le document dépasse {fault.Number} paragraphes. {OneOnly}",
        ArticleFaultKind.TooManyCharacters => $"Le document dépasse {fault.Number} caractères. {OneOnly}",
        ArticleFaultKind.ReadingTooSlow => $"Lire ce document prend plus de {fault.Number} secondes. Réessaie plus tard, ou donne seulement le texte de l’article.",
        ArticleFaultKind.PdfTooManyPages => $"Le PDF a plus de {fault.Number} pages. Donne seulement les pages de l’article.",
        ArticleFaultKind.PdfLocked => "Le PDF est protégé par un mot de passe. Enregistre une copie sans mot de passe et donne-la.",
        ArticleFaultKind.PdfDamaged => "Le PDF est endommagé et illisible. Enregistre-le ou télécharge-le de nouveau, ou donne l’article en texte.",
        ArticleFaultKind.PdfPageTooFull => $"Une page du PDF contient plus de texte qu’une page ne peut en porter. {AsText}",
        ArticleFaultKind.PdfBomb => $"Le PDF, une fois décompressé, est bien plus grand qu’il ne paraît. {AsText}",
        ArticleFaultKind.PdfWithoutText => $"Le PDF ne contient pas de texte, seulement des images de pages. {AsText}",
        ArticleFaultKind.PdfUnreadable => $"Les lettres de ce PDF ne peuvent pas être reconnues : sa police ne dit pas lesquelles ce sont, ou ses lignes vont de haut en bas. {AsText}",
        _ => OfFile(fault),
    };
}
