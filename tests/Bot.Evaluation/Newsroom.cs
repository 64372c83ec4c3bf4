namespace Bot.Evaluation;

/// <summary>Our own articles with statements about them, true and nearly true, written for this (<c>newsroom/</c>).</summary>
internal static class Newsroom
{
    /// <summary>Statements beside their whole article.</summary>
    public const string Whole = "newsroom";

    /// <summary>Statements beside the paragraphs that they cite, each with the one before it.</summary>
    public const string Cited = "newsroom_cited";

    // Nothing is learned from each fifth article, nor does anybody look at it.
    private const string KeptOut = "_kept_out";

    public static bool Has(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) == Whole;

    public static async Task<List<(string Set, LabelledCase Item)>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var articles = await JsonLines.ReadAsync<NewsroomArticle>(path, cancellationToken).ToListAsync(cancellationToken);
        return [.. articles.SelectMany(article => article.Statements.SelectMany(statement =>
        {
            var set = article.IsKeptApart ? KeptOut : "";
            return new[]
            {
                (Whole + set, Case(article, statement, Enumerable.Range(0, article.Paragraphs.Count))),
                (Cited + set, Case(article, statement, statement.Paragraphs.SelectMany(paragraph => new[] { paragraph - 1, paragraph }).Where(paragraph => paragraph >= 0).Distinct().Order())),
            };
        }))];
    }

    private static LabelledCase Case(NewsroomArticle article, NewsroomArticle.Said statement, IEnumerable<int> paragraphs) =>
        new(article.Id, string.Join('\n', paragraphs.Select(paragraph => article.Paragraphs[paragraph])), statement.Text, statement.Label, null, article.Id, statement.Error);
}
