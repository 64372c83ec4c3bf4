using Bot.Articles;

namespace Bot.Localization;

internal sealed partial class Spanish
{
    private const string Browse = "Abre la página en un navegador y pega el texto del artículo.";
    private const string LaterOrBrowse = "Inténtalo más tarde, o abre la página en un navegador y pega el texto del artículo.";
    private const string AsText = "Da el artículo como texto.";
    private const string OneOnly = "Da un solo artículo.";

    public override string Of(ArticleFault fault) => fault.Kind switch
    {
        ArticleFaultKind.NoAddress => "Esta no es una dirección que se pueda leer. Da la dirección del artículo tal como la muestra el navegador, o pega su texto.",
        ArticleFaultKind.OtherScheme => "Solo se pueden leer direcciones que empiezan por http:// o https://. Da una así, o pega el texto del artículo.",
        ArticleFaultKind.AddressTooLong => $"La dirección tiene más de {fault.Number} caracteres. Da la dirección simple del artículo, o pega su texto.",
        ArticleFaultKind.OtherPort => $"El puerto {fault.Number} no se lee, solo los puertos 80 y 443 de la web. Da la dirección pública del artículo, o pega su texto.",
        ArticleFaultKind.AddressWithPassword => "La dirección contiene un nombre de usuario o una contraseña. Dala sin lo que va delante de la @.",
        ArticleFaultKind.NotPublic => "Esta dirección no lleva a un sitio público y por eso no se lee. Da la dirección pública del artículo, o pega su texto.",
        ArticleFaultKind.RedirectToNowhere => $"El sitio redirige sin decir adónde. {Browse}",
        ArticleFaultKind.TooManyRedirects => $"El sitio redirige más de {fault.Number} veces. {Browse}",
        ArticleFaultKind.NoSuchSite => "No hay ningún sitio con este nombre. Comprueba la dirección.",
        ArticleFaultKind.UntrustedCertificate => $"El certificado del sitio no es de fiar, así que no se lee nada de él. {Browse}",
        ArticleFaultKind.HeadersTooLong => $"El sitio envía más cabeceras de las que necesita una página. {Browse}",
        ArticleFaultKind.Unreachable => "No se puede llegar al sitio o se corta. Inténtalo más tarde, o pega el texto del artículo.",
        ArticleFaultKind.SiteTooSlow => "El sitio tarda demasiado en responder. Inténtalo más tarde, o pega el texto del artículo.",
        ArticleFaultKind.RobotsForbid => $"{fault.Subject} no permite que los programas lean esta página (robots.txt). {Browse}",
        ArticleFaultKind.WantsLogin => $"El sitio solo muestra esta página a quien ha iniciado sesión o está suscrito (HTTP {fault.Number}). Pega el texto del artículo si puedes leerlo.",
        ArticleFaultKind.RefusesPrograms => $"El sitio se niega a mostrar esta página a los programas (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.NoPage => $"No hay ninguna página en esta dirección (HTTP {fault.Number}). Comprueba la dirección.",
        ArticleFaultKind.TooManyRequests => $"El sitio pide menos peticiones (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.MayNotShow => $"El sitio no puede mostrar esta página aquí (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.SiteFailing => $"El sitio no puede mostrar esta página ahora mismo (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.NotGiven => $"El sitio no entrega la página (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.OtherKindOfFile => $"Esta dirección no da un artículo sino otro tipo de archivo{(fault.Subject is null ? "" : $" ({fault.Subject})")}. Da la dirección de la página del artículo, o pega su texto.",
        ArticleFaultKind.WantsProofOfHuman => $"En lugar de dar el artículo, el sitio pidió una prueba de que hay una persona. {Browse}",
        ArticleFaultKind.RefusesToShow => $"El sitio no quiso mostrar esta página al bot. {Browse}",
        ArticleFaultKind.PageGone => "La página ya no está, dice el sitio. Comprueba la dirección, o pega el texto del artículo.",
        ArticleFaultKind.Paywall => "Sin suscripción, el sitio solo muestra el principio de este artículo. Pega el texto completo si puedes leerlo.",
        ArticleFaultKind.WantsConsent => $"En lugar de dar el artículo, el sitio pidió aceptar cookies. {Browse}",
        ArticleFaultKind.NeedsScripts => $"La página solo muestra su artículo a navegadores que ejecutan sus scripts. {Browse}",
        ArticleFaultKind.NoArticleInPage => "No se encontró ningún artículo en esta página. Da la dirección o el archivo del artículo mismo, o pega su texto.",
        ArticleFaultKind.ListOfArticles => "Esta página es una lista de artículos y no un artículo. Abre el que quieras y da su dirección.",
        ArticleFaultKind.TooComplex => $"Este documento está hecho de un modo que no se puede leer con seguridad. {AsText}",
        ArticleFaultKind.TooDeep => $"Este Markdown está anidado demasiado profundo para leerlo. {AsText}",
        ArticleFaultKind.Empty => "El documento está vacío. Da uno que contenga un artículo.",
        ArticleFaultKind.Binary => "Esto no es texto sino datos binarios. Da un archivo de texto, Markdown, HTML o PDF.",
        ArticleFaultKind.Program => "Esto es un programa o datos para uno, no un artículo. Da un archivo de texto, Markdown, HTML o PDF con un artículo.",
        ArticleFaultKind.UnknownEncoding => "No se pudo reconocer la codificación del texto. Guarda el documento como UTF-8 e inténtalo de nuevo.",
        ArticleFaultKind.NoText => "En este documento no hay texto que leer. Da un artículo con al menos un párrafo.",
        ArticleFaultKind.TooLarge => $"El documento supera los {Megabytes(fault).Replace('.', ',')} MB. Da un archivo más pequeño, o solo el texto del artículo.",
        ArticleFaultKind.TooManyParagraphs => $"El documento tiene más de {fault.Number} párrafos. {OneOnly}",
        ArticleFaultKind.TooManyCharacters => $"El documento tiene más de {fault.Number} caracteres. {OneOnly}",
        ArticleFaultKind.ReadingTooSlow => $"Leer este documento lleva más de {fault.Number} segundos. Inténtalo más tarde, o da solo el texto del artículo.",
        ArticleFaultKind.PdfTooManyPages => $"El PDF tiene más de {fault.Number} páginas. Da solo las páginas del artículo.",
        ArticleFaultKind.PdfLocked => "El PDF está protegido con contraseña. Guarda una copia sin ella y da esa.",
        ArticleFaultKind.PdfDamaged => "El PDF está dañado y no se puede leer. Guárdalo o descárgalo otra vez, o da el artículo como texto.",
        ArticleFaultKind.PdfPageTooFull => $"Una página del PDF contiene más texto del que cabe en una página. {AsText}",
        ArticleFaultKind.PdfBomb => $"El PDF, al desempaquetarlo, es mucho mayor de lo que parece. {AsText}",
        ArticleFaultKind.PdfWithoutText => $"El PDF no contiene texto, solo imágenes de páginas. {AsText}",
        ArticleFaultKind.PdfUnreadable => $"No se pueden distinguir las letras de este PDF: su fuente no dice cuáles son, o sus líneas van de arriba abajo. {AsText}",
        _ => OfFile(fault),
    };
}
