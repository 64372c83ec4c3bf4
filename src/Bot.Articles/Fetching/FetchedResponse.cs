using System.Globalization;

namespace Bot.Articles.Fetching;

/// <summary>Whether an answer is a document at all; if not, what that means for the person who asked.</summary>
internal static class FetchedResponse
{
    private static readonly string[] Documents = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf"];

    // Servers that know no better call every file this.
    private static readonly string[] Anything = ["application/octet-stream", "binary/octet-stream", "application/x-download"];

    private static readonly string[] Extensions = [".pdf", ".txt", ".md", ".html", ".htm"];

    /// <exception cref="UserFacingException">It is none.</exception>
    public static void Check(HttpResponseMessage response, Uri url)
    {
        var status = (int)response.StatusCode;
        if (status != 200)
        {
            throw new UserFacingException(string.Create(CultureInfo.InvariantCulture, $"{WhatItMeans(status)} (HTTP {status}). {WhatToDo(status)}"));
        }

        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        if (type is null || Documents.Contains(type) || (Anything.Contains(type) && Extensions.Contains(Path.GetExtension(url.AbsolutePath).ToLowerInvariant())))
        {
            return;
        }

        var named = type.Length <= 40 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '+') ? $" ({type})" : "";
        throw new UserFacingException($"This address gives no article but another kind of file{named}. Give the address of the article's page, or paste its text.");
    }

    private static string WhatItMeans(int status) => status switch
    {
        401 or 402 or 407 => "The site shows this page only to those who have logged in or subscribed",
        403 => "The site refuses to show this page to programs",
        404 or 410 => "There is no page at this address",
        429 => "The site asks for fewer requests",
        451 => "The site may not show this page here",
        >= 500 => "The site cannot show this page just now",
        _ => "The site does not give the page",
    };

    private static string WhatToDo(int status) => status switch
    {
        404 or 410 => "Check the address.",
        401 or 402 or 407 => "Paste the article's text if you may read it.",
        429 or >= 500 => "Try again later, or open it in a browser and paste the article's text.",
        _ => "Open it in a browser and paste the article's text.",
    };
}
