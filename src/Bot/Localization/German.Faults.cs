using Bot.Articles;

namespace Bot.Localization;

internal sealed partial class German
{
    private const string Browse = "Öffne die Seite in einem Browser und füge den Text des Artikels ein.";
    private const string LaterOrBrowse = "Versuch es später noch einmal, oder öffne die Seite in einem Browser und füge den Text des Artikels ein.";
    private const string AsText = "Gib den Artikel als Text an.";
    private const string OneOnly = "Gib einen einzelnen Artikel an.";

    public override string Of(ArticleFault fault) => fault.Kind switch
    {
        ArticleFaultKind.NoAddress => "Das ist keine Adresse, die sich lesen lässt. Gib die Adresse des Artikels so an, wie der Browser sie zeigt, oder füge seinen Text ein.",
        ArticleFaultKind.OtherScheme => "Nur Adressen, die mit http:// oder https:// beginnen, lassen sich lesen. Gib eine solche an, oder füge den Text des Artikels ein.",
        ArticleFaultKind.AddressTooLong => $"Die Adresse ist länger als {fault.Number} Zeichen. Gib die einfache Adresse des Artikels an, oder füge seinen Text ein.",
        ArticleFaultKind.OtherPort => $"Port {fault.Number} wird nicht gelesen, nur die Ports 80 und 443 des Webs. Gib die öffentliche Adresse des Artikels an, oder füge seinen Text ein.",
        ArticleFaultKind.AddressWithPassword => "Die Adresse enthält einen Benutzernamen oder ein Passwort. Gib sie ohne das an, was vor dem @ steht.",
        ArticleFaultKind.NotPublic => "Diese Adresse führt nicht zu einer öffentlichen Website und wird deshalb nicht gelesen. Gib die öffentliche Adresse des Artikels an, oder füge seinen Text ein.",
        ArticleFaultKind.RedirectToNowhere => $"Die Website leitet weiter, ohne zu sagen wohin. {Browse}",
        ArticleFaultKind.TooManyRedirects => $"Die Website leitet öfter als {fault.Number}-mal weiter. {Browse}",
        ArticleFaultKind.NoSuchSite => "Es gibt keine Website dieses Namens. Prüfe die Adresse.",
        ArticleFaultKind.UntrustedCertificate => $"Dem Zertifikat der Website ist nicht zu trauen, deshalb wird nichts von ihr gelesen. {Browse}",
        ArticleFaultKind.HeadersTooLong => $"Die Website sendet mehr Kopfzeilen, als eine Seite braucht. {Browse}",
        ArticleFaultKind.Unreachable => "Die Website ist nicht zu erreichen oder bricht ab. Versuch es später noch einmal, oder füge den Text des Artikels ein.",
        ArticleFaultKind.SiteTooSlow => "Die Website braucht zu lange für ihre Antwort. Versuch es später noch einmal, oder füge den Text des Artikels ein.",
        ArticleFaultKind.RobotsForbid => $"{fault.Subject} erlaubt Programmen nicht, diese Seite zu lesen (robots.txt). {Browse}",
        ArticleFaultKind.WantsLogin => $"Die Website zeigt diese Seite nur denen, die angemeldet sind oder ein Abo haben (HTTP {fault.Number}). Füge den Text des Artikels ein, wenn du ihn lesen darfst.",
        ArticleFaultKind.RefusesPrograms => $"Die Website zeigt diese Seite Programmen nicht (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.NoPage => $"Unter dieser Adresse gibt es keine Seite (HTTP {fault.Number}). Prüfe die Adresse.",
        ArticleFaultKind.TooManyRequests => $"Die Website bittet um weniger Anfragen (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.MayNotShow => $"Die Website darf diese Seite hier nicht zeigen (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.SiteFailing => $"Die Website kann diese Seite gerade nicht zeigen (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.NotGiven => $"Die Website gibt die Seite nicht heraus (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.OtherKindOfFile => $"Unter dieser Adresse steht kein Artikel, sondern eine andere Art von Datei{(fault.Subject is null ? "" : $" ({fault.Subject})")}. Gib die Adresse der Seite des Artikels an, oder füge seinen Text ein.",
        ArticleFaultKind.WantsProofOfHuman => $"Statt den Artikel zu zeigen, wollte die Website einen Beweis, dass ein Mensch fragt. {Browse}",
        ArticleFaultKind.RefusesToShow => $"Die Website wollte dem Bot diese Seite nicht zeigen. {Browse}",
        ArticleFaultKind.PageGone => "Die Seite gibt es nicht mehr, sagt die Website. Prüfe die Adresse, oder füge den Text des Artikels ein.",
        ArticleFaultKind.Paywall => "Die Website zeigt ohne Abo nur den Anfang dieses Artikels. Füge den ganzen Text ein, wenn du ihn lesen darfst.",
        ArticleFaultKind.WantsConsent => $"Statt den Artikel zu zeigen, wollte die Website eine Zustimmung zu Cookies. {Browse}",
        ArticleFaultKind.NeedsScripts => $"Die Seite zeigt ihren Artikel nur Browsern, die ihre Skripte ausführen. {Browse}",
        ArticleFaultKind.NoArticleInPage => "Auf dieser Seite war kein Artikel zu finden. Gib die Adresse oder Datei des Artikels selbst an, oder füge seinen Text ein.",
        ArticleFaultKind.ListOfArticles => "Diese Seite ist eine Liste von Artikeln und selbst keiner. Öffne den, den du meinst, und gib seine Adresse an.",
        ArticleFaultKind.TooComplex => $"Dieses Dokument ist so gebaut, dass es sich nicht sicher lesen lässt. {AsText}",
        ArticleFaultKind.TooDeep => $"Dieses Markdown ist zu tief verschachtelt. {AsText}",
        ArticleFaultKind.Empty => "Das Dokument ist leer. Gib eines an, in dem ein Artikel steht.",
        ArticleFaultKind.Binary => "Das ist kein Text, es sind Binärdaten. Gib eine Text-, Markdown-, HTML- oder PDF-Datei an.",
        ArticleFaultKind.Program => "Das ist ein Programm oder sind Daten für eines, kein Artikel. Gib eine Text-, Markdown-, HTML- oder PDF-Datei mit einem Artikel an.",
        ArticleFaultKind.UnknownEncoding => "Die Zeichenkodierung des Textes war nicht zu erkennen. Speichere das Dokument als UTF-8 und versuch es noch einmal.",
        ArticleFaultKind.NoText => "In diesem Dokument steht kein Text. Gib einen Artikel mit mindestens einem Absatz an.",
        ArticleFaultKind.TooLarge => $"Das Dokument ist größer als {Megabytes(fault).Replace('.', ',')} MB. Gib eine kleinere Datei an, oder nur den Text des Artikels.",
        ArticleFaultKind.TooManyParagraphs => $"Das Dokument hat mehr als {fault.Number} Absätze. {OneOnly}",
        ArticleFaultKind.TooManyCharacters => $"Das Dokument hat mehr als {fault.Number} Zeichen. {OneOnly}",
        ArticleFaultKind.ReadingTooSlow => $"Dieses Dokument zu lesen dauert länger als {fault.Number} Sekunden. Versuch es später noch einmal, oder gib nur den Text des Artikels an.",
        ArticleFaultKind.PdfTooManyPages => $"Das PDF hat mehr als {fault.Number} Seiten. Gib nur die Seiten mit dem Artikel an.",
        ArticleFaultKind.PdfLocked => "Das PDF ist mit einem Passwort geschützt. Speichere eine Kopie ohne Passwort und gib die an.",
        ArticleFaultKind.PdfDamaged => "Das PDF ist beschädigt und lässt sich nicht lesen. Speichere oder lade es noch einmal, oder gib den Artikel als Text an.",
        ArticleFaultKind.PdfPageTooFull => $"Eine Seite des PDFs enthält mehr Text, als auf eine Seite passt. {AsText}",
        ArticleFaultKind.PdfBomb => $"Das PDF ist ausgepackt viel größer, als es scheint. {AsText}",
        ArticleFaultKind.PdfWithoutText => $"Das PDF enthält keinen Text, nur Bilder von Seiten. {AsText}",
        ArticleFaultKind.PdfUnreadable => $"Die Buchstaben dieses PDFs sind nicht zu erkennen: Seine Schrift sagt nicht, welche es sind, oder seine Zeilen laufen von oben nach unten. {AsText}",
        _ => OfFile(fault),
    };
}
