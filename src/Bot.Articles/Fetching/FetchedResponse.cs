namespace Bot.Articles.Fetching;

/// <summary>Whether an answer is a document at all; if not, what that means.</summary>
internal static class FetchedResponse
{
    private static readonly string[] Documents = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf"];

    // Servers that know no better call every file this.
    private static readonly string[] Anything = ["application/octet-stream", "binary/octet-stream", "application/x-download"];

    private static readonly string[] Extensions = [".pdf", ".txt", ".md", ".html", ".htm"];

    /// <exception cref="ArticleException">It is none.</exception>
    public static void Check(HttpResponseMessage response, Uri url)
    {
        var status = (int)response.StatusCode;
        if (status != 200)
        {
            throw new ArticleException(new ArticleFault(WhatItMeans(status), Number: status));
        }

        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        if (type is null || Documents.Contains(type) || (Anything.Contains(type) && Extensions.Contains(Path.GetExtension(url.AbsolutePath).ToLowerInvariant())))
        {
            return;
        }

        var isPlain = type.Length <= 40 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '+');
        throw new ArticleException(new ArticleFault(ArticleFaultKind.OtherKindOfFile, isPlain ? type : null));
    }

    private static ArticleFaultKind WhatItMeans(int status) => status switch
    {
        401 or 402 or 407 => ArticleFaultKind.WantsLogin,
        403 => ArticleFaultKind.RefusesPrograms,
        404 or 410 => ArticleFaultKind.NoPage,
        429 => ArticleFaultKind.TooManyRequests,
        451 => ArticleFaultKind.MayNotShow,
        >= 500 => ArticleFaultKind.SiteFailing,
        _ => ArticleFaultKind.NotGiven,
    };
}
