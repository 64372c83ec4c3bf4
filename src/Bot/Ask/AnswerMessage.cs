using Bot.Answers;
using Bot.Articles;
using Bot.CommandLine;

namespace Bot.Ask;

/// <summary>An answer as Discord shows it: what is stated, and under it one quiet line for each citation.</summary>
internal static class AnswerMessage
{
    /// <param name="articles">The articles that the citations point into, by id and version.</param>
    /// <returns>The texts of one or more messages.</returns>
    public static IReadOnlyList<string> Of(Answer answer, IReadOnlyDictionary<(string, int), Article> articles) => MessagePages.Of(answer switch
    {
        Answer.Answered { Mode: AnswerMode.Extractive } quoted => quoted.Statements.SelectMany(
            statement => statement.Citations.Select(number => Quoted(quoted.Citations[number - 1], statement.Note, articles))),
        Answer.Answered written => [.. written.Statements.Select(Stated), .. written.Citations.Select(citation => Source(citation, articles, withQuote: true))],
        Answer.NotInArticle silent => ["**The article does not say.**", .. Nearest(silent, articles)],
        Answer.Unavailable unavailable => [DiscordText.Escape(unavailable.Reason)],
        _ => throw new InvalidOperationException($"{answer.GetType().Name} has no message."),
    });

    private static string Quoted(Citation citation, string? note, IReadOnlyDictionary<(string, int), Article> articles)
    {
        var explanation = note is null ? "" : $"\n-# [{DiscordText.Escape(note)}]";
        return $"> **{DiscordText.Escape(citation.Quote)}**{explanation}\n{Source(citation, articles, withQuote: false)}";
    }

    private static string Stated(Statement statement) =>
        $"{DiscordText.Escape(statement.Text)} {string.Concat(statement.Citations.Select(number => $"[{number}]"))}";

    private static IEnumerable<string> Nearest(Answer.NotInArticle silent, IReadOnlyDictionary<(string, int), Article> articles) => silent.Nearest.IsEmpty
        ? []
        : ["The nearest it does say:", .. silent.Nearest.Select(citation => $"> {DiscordText.Escape(citation.Quote)}\n{Place(citation, articles)}")];

    private static string Source(Citation citation, IReadOnlyDictionary<(string, int), Article> articles, bool withQuote)
    {
        var words = withQuote ? $"“{DiscordText.Escape(citation.Quote)}” · " : "";
        var link = citation.Url is { Scheme: "http" or "https" } url ? $" · [exact words](<{TextFragment.Of(url, citation.Quote)}>)" : "";
        return $"-# [{citation.Number}] {words}{PlaceText(citation, articles)}{link}";
    }

    private static string Place(Citation citation, IReadOnlyDictionary<(string, int), Article> articles) => $"-# {PlaceText(citation, articles)}";

    private static string PlaceText(Citation citation, IReadOnlyDictionary<(string, int), Article> articles) =>
        DiscordText.Escape(SourceLine.Of(citation, articles.GetValueOrDefault((citation.ArticleId, citation.Version))));
}
