using Bot.Articles;

namespace Bot.Localization;

internal sealed partial class English
{
    private const string Browse = "Open it in a browser and paste the article's text.";
    private const string LaterOrBrowse = "Try again later, or open it in a browser and paste the article's text.";
    private const string AsText = "Give the article as text.";
    private const string OneOnly = "Give a single article.";

    public override string Of(ArticleFault fault) => fault.Kind switch
    {
        ArticleFaultKind.NoAddress => "This is not an address that can be read. Give the article's address as the browser shows it, or paste its text.",
        ArticleFaultKind.OtherScheme => "Only addresses that begin with http:// or https:// can be read. Give such an address, or paste the article's text.",
        ArticleFaultKind.AddressTooLong => $"The address is longer than {fault.Number} characters. Give the article's plain address, or paste its text.",
        ArticleFaultKind.OtherPort => $"Port {fault.Number} is not read, only the web's own ports 80 and 443. Give the article's public address, or paste its text.",
        ArticleFaultKind.AddressWithPassword => "The address holds a user name or password. Give it without what stands before the @.",
        ArticleFaultKind.NotPublic => "This address does not lead to a public site, so it is not read. Give the article's public address, or paste its text.",
        ArticleFaultKind.RedirectToNowhere => $"The site redirects without saying where to. {Browse}",
        ArticleFaultKind.TooManyRedirects => $"The site redirects more than {fault.Number} times. {Browse}",
        ArticleFaultKind.NoSuchSite => "There is no site of this name. Check the address.",
        ArticleFaultKind.UntrustedCertificate => $"The site's certificate cannot be trusted, so nothing is read from it. {Browse}",
        ArticleFaultKind.HeadersTooLong => $"The site sends more headers than a page needs. {Browse}",
        ArticleFaultKind.Unreachable => "The site cannot be reached or breaks off. Try again later, or paste the article's text.",
        ArticleFaultKind.SiteTooSlow => "The site takes too long to answer. Try again later, or paste the article's text.",
        ArticleFaultKind.RobotsForbid => $"{fault.Subject} does not allow programs to read this page (robots.txt). {Browse}",
        ArticleFaultKind.WantsLogin => $"The site shows this page only to those who have logged in or subscribed (HTTP {fault.Number}). Paste the article's text if you may read it.",
        ArticleFaultKind.RefusesPrograms => $"The site refuses to show this page to programs (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.NoPage => $"There is no page at this address (HTTP {fault.Number}). Check the address.",
        ArticleFaultKind.TooManyRequests => $"The site asks for fewer requests (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.MayNotShow => $"The site may not show this page here (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.SiteFailing => $"The site cannot show this page just now (HTTP {fault.Number}). {LaterOrBrowse}",
        ArticleFaultKind.NotGiven => $"The site does not give the page (HTTP {fault.Number}). {Browse}",
        ArticleFaultKind.OtherKindOfFile => $"This address gives no article but another kind of file{(fault.Subject is null ? "" : $" ({fault.Subject})")}. Give the address of the article's page, or paste its text.",
        ArticleFaultKind.WantsProofOfHuman => $"The site asked for proof of a human instead of giving the article. {Browse}",
        ArticleFaultKind.RefusesToShow => $"The site refused to show this page to the bot. {Browse}",
        ArticleFaultKind.PageGone => "The page is no longer there, says the site. Check the address, or paste the article's text.",
        ArticleFaultKind.Paywall => "The site shows only the beginning of this article to those who have not subscribed. Paste the whole text if you may read it.",
        ArticleFaultKind.WantsConsent => $"The site asked for consent to cookies instead of giving the article. {Browse}",
        ArticleFaultKind.NeedsScripts => $"The page shows its article only to browsers that run its scripts. {Browse}",
        ArticleFaultKind.NoArticleInPage => "No article was found in this page. Give the address or file of the article itself, or paste its text.",
        ArticleFaultKind.ListOfArticles => "This page is a list of articles and no article. Open the one that you mean and give its address.",
        ArticleFaultKind.TooComplex => $"This document is built in a way that cannot be read safely. {AsText}",
        ArticleFaultKind.TooDeep => $"This Markdown is nested too deeply to read. {AsText}",
        ArticleFaultKind.Empty => "The document is empty. Give one with an article in it.",
        ArticleFaultKind.Binary => "This is not text but binary data. Give a text, Markdown, HTML or PDF file.",
        ArticleFaultKind.Program => "This is a program or data for one, not an article. Give a text, Markdown, HTML or PDF file with an article in it.",
        ArticleFaultKind.UnknownEncoding => "The text's encoding could not be made out. Save the document as UTF-8 and try again.",
        ArticleFaultKind.NoText => "There is no text to read in this document. Give an article with at least one paragraph.",
        ArticleFaultKind.TooLarge => $"The document is larger than {Megabytes(fault)} MB. Give a smaller file, or the article's text alone.",
        ArticleFaultKind.TooManyParagraphs => $"The document is longer than {fault.Number} paragraphs. {OneOnly}",
        ArticleFaultKind.TooManyCharacters => $"The document is longer than {fault.Number} characters. {OneOnly}",
        ArticleFaultKind.ReadingTooSlow => $"Reading this document takes longer than {fault.Number} seconds. Try again later, or give the article's text alone.",
        ArticleFaultKind.PdfTooManyPages => $"The PDF has more than {fault.Number} pages. Give only the pages with the article.",
        ArticleFaultKind.PdfLocked => "The PDF is protected by a password. Save a copy without one and give that.",
        ArticleFaultKind.PdfDamaged => "The PDF is damaged and cannot be read. Save or download it again, or give the article as text.",
        ArticleFaultKind.PdfPageTooFull => $"A page of the PDF holds more text than a page can. {AsText}",
        ArticleFaultKind.PdfBomb => $"The PDF unpacks to far more than it seems. {AsText}",
        ArticleFaultKind.PdfWithoutText => $"The PDF holds no text, only pictures of pages. {AsText}",
        ArticleFaultKind.PdfUnreadable => $"The letters of this PDF cannot be made out: its font does not say which they are, or its lines run from top to bottom. {AsText}",
        _ => OfFile(fault),
    };
}
