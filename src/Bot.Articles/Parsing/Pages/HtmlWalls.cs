using System.Text.RegularExpressions;

namespace Bot.Articles.Parsing.Pages;

/// <summary>Recognises what stands between a reader and an article: bot checks, consent questions, paywalls. Only little text is suspect.</summary>
internal static partial class HtmlWalls
{
    private const int LittleText = 1_500;
    private const int ShortText = 600;
    private const int HardlyAnyText = 140;
    private const int MuchText = 6_000;

    /// <param name="found">The words found as the article; where these are hardly any, the whole page is suspect.</param>
    /// <param name="around">Every visible word of the page; ordinary pages speak of cookies and subscriptions too, so only plain refusals count there.</param>
    /// <param name="free">What the page says of its access; null when it says nothing.</param>
    /// <exception cref="ArticleException">The page is such a wall.</exception>
    public static void Check(string? title, string found, string around, bool? free)
    {
        if (found.Length > LittleText)
        {
            return;
        }

        var head = around.Length > MuchText ? around[..MuchText] : around;
        var suspect = $"{title}\n{(found.Length < HardlyAnyText ? head : found)}";
        if (BotCheck().IsMatch(suspect))
        {
            throw new ArticleException(ArticleFaultKind.WantsProofOfHuman);
        }

        if (Denied().IsMatch(suspect))
        {
            throw new ArticleException(ArticleFaultKind.RefusesToShow);
        }

        if (found.Length < ShortText && Missing().IsMatch(suspect))
        {
            throw new ArticleException(ArticleFaultKind.PageGone);
        }

        if (free == false || Paywall().IsMatch(head) || SubscriptionOffer().IsMatch(suspect))
        {
            throw new ArticleException(ArticleFaultKind.Paywall);
        }

        if (Consent().Count(suspect) >= 2 || (Consent().IsMatch(suspect) && (found.Length < HardlyAnyText || (found.Length < ShortText && Consent().Count(head) >= 2))))
        {
            throw new ArticleException(ArticleFaultKind.WantsConsent);
        }

        if (NeedsScript().IsMatch(suspect) && found.Length < HardlyAnyText)
        {
            throw new ArticleException(ArticleFaultKind.NeedsScripts);
        }
    }

    [GeneratedRegex(
        @"just a moment\W|checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|not a robot|i am human|unusual (?:traffic|activity) from|enable javascript and cookies to continue|attention required!|ddos protection by|pardon our interruption|access to this page has been denied|enable js and disable any ad ?blocker|press (?:&|and) hold to confirm|your requests? looks? automated|security verification|complete the (?:security check|captcha)|solve the captcha|bitte bestätigen sie, dass sie ein mensch|vérifi\w+ que vous êtes (?:un )?humain|verifica que eres (?:un )?humano",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BotCheck();

    [GeneratedRegex(
        @"subscribe (?:now )?to (?:continue|keep|read|unlock)|(?:to|and) (?:continue|keep) reading(?: this article)?,? (?:subscribe|log in|sign in|register|create)|continue reading (?:with|by|for)|(?:this|the full|the rest of the) (?:article|story|content) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:paying )?(?:subscribers|members)|create (?:a free|your free|an) account to (?:continue|read)|you(?:'|’)?ve (?:reached|used|read) (?:your|all) .{0,20}free articles|unlock (?:this|the full) (?:article|story)|jetzt weiterlesen mit|nur für abonnenten|mit .{0,20}abo weiterlesen|réservé (?:aux|à nos) abonnés|il vous reste .{0,30}à lire|solo para suscriptores|contenuto riservato agli abbonati|alleen voor abonnees",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paywall();

    [GeneratedRegex(@"subscriber[- ]only|already (?:a subscriber|have (?:a subscription|an account))|déjà abonné|bereits abonnent|ya eres suscriptor", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SubscriptionOffer();

    [GeneratedRegex(
        @"we (?:and our \w+ )?(?:value|respect|care about) your privacy|before you continue|accept (?:all )?(?:cookies|and continue)|(?:reject|manage) (?:all |cookies|optional)|we (?:and our partners )?use cookies|cookie (?:policy|settings|preferences)|store and/or access information|wir (?:und unsere partner )?verwenden cookies|cookies akzeptieren|zustimmen und weiter|akzeptieren und weiter|accepter et (?:continuer|fermer)|tout accepter|aceptar (?:y continuar|cookies)|accetta e continua|consent to (?:the use of )?cookies|mit werbung und tracking|einwilligung .{0,20}widerrufen|bis zu \d+ partner|avec publicité et traceurs|legitimate interest",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Consent();

    [GeneratedRegex(
        @"don(?:'|’)t have permission to access|access denied|access (?:to this (?:page|site|website) )?cannot be granted|unavailable (?:for|due to) legal reasons|not available in your (?:country|region)|request (?:has been |was )?blocked|you have been blocked",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denied();

    [GeneratedRegex(
        @"page (?:was |could |can(?:'|’|no)?t? ?)?not (?:be )?found|can(?:'|’|no)?t (?:seem to )?find (?:that|the|this) page|page you (?:are|were) looking for|(?:seite|artikel) (?:wurde )?nicht gefunden|page (?:est )?introuvable|página no encontrada",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    [GeneratedRegex(@"(?:enable|requires|activate|turn on|without) javascript|javascript (?:is )?(?:required|disabled)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NeedsScript();
}
