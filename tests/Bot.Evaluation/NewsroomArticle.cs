namespace Bot.Evaluation;

/// <summary>An article that was invented for this project, with what was written about it (<c>newsroom/README.md</c>).</summary>
internal sealed record NewsroomArticle(
    string Id, string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<NewsroomArticle.Asked> Questions, IReadOnlyList<NewsroomArticle.Said> Statements)
{
    /// <summary>True for those that measure and are never learned from.</summary>
    public bool IsKeptApart => Id[^1] is '0' or '5';

    public IEnumerable<LabelledAnswerCase> Cases => Questions.Select((asked, i) => new LabelledAnswerCase(
        $"{Id}-{i + 1}", Paragraphs, asked.Q, Title, asked.Paragraphs.Count > 0, asked.Paragraphs, asked.Words is { } words ? [words] : null, null, null, Id));

    /// <param name="folder">The files that a letter names are read, in their order.</param>
    public static async Task<List<NewsroomArticle>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var articles = new List<NewsroomArticle>();
        foreach (var path in Directory.EnumerateFiles(folder, "?.jsonl").Order(StringComparer.Ordinal))
        {
            articles.AddRange(await JsonLines.ReadAsync<NewsroomArticle>(path, cancellationToken).ToListAsync(cancellationToken));
        }

        return articles;
    }

    /// <param name="Paragraphs">Indexes of those that answer; none where nothing does.</param>
    /// <param name="Words">That answer, letter for letter in the first of them.</param>
    public sealed record Asked(string Q, string Kind, IReadOnlyList<int> Paragraphs, string? Words);

    /// <param name="Label">“supported” or “unsupported”.</param>
    /// <param name="Error">What is wrong with it.</param>
    public sealed record Said(string Text, string Label, IReadOnlyList<int> Paragraphs, string? Error);
}
