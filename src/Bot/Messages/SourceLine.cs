using System.Globalization;
using Bot.Answers;
using Bot.Articles;

namespace Bot.Messages;

/// <summary>Which article it is, on one line: “headline · AP · 1 February 2026”.</summary>
internal static class SourceLine
{
    public static string Of(Citation citation, Article? article) =>
        Join(citation.Title, article?.Outlet, Day(article?.Date));

    public static string Of(Article article) => Join(article.Title, article.Outlet, Day(article.Date));

    public static string? Day(DateOnly? date) => date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Join(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
