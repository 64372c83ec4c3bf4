using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;

namespace Bot.Evaluation;

/// <summary>
/// <c>exam --data FILE… --corpus FOLDER --out FILE</c>: questions about the articles of a folder (text files: a headline and paragraphs, a blank line between them), asked as people
/// ask; says how many are answered right, rightly or wrongly met with silence, or wrong. Of questions with a <c>premise</c> it says how many are corrected.
/// </summary>
internal static class ExamTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        using var meanings = KeptMeanings.Open(options);
        var answerer = new ExtractiveAnswerer(meanings);
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var results = new List<Result>();
        foreach (var path in options.Data)
        {
            await foreach (var item in JsonLines.ReadAsync<Item>(path, cancellationToken))
            {
                var name = item.Article ?? string.Empty;
                if (!articles.TryGetValue(name, out var article))
                {
                    articles[name] = article = name.Length == 0 ? BuiltInArticle.Read() : await ReadAsync(Path.Combine(options.Corpus ?? ".", name), cancellationToken);
                }

                results.Add(await JudgeAsync(item, answerer, article, cancellationToken));
            }
        }

        await JsonLines.WriteAsync(options.Out, results, cancellationToken);
        var asked = results.Where(result => result.Premise is null).ToList();
        foreach (var kind in asked.GroupBy(result => result.Kind).Append(asked.GroupBy(_ => "all").FirstOrDefault()).OfType<IGrouping<string, Result>>())
        {
            Console.WriteLine($"{kind.Key,-14} {string.Join("  ", Enum.GetValues<Verdict>().Select(verdict => $"{verdict} {kind.Count(result => result.Verdict == verdict),3}"))}"
                + $"  of {kind.Count()}; right paragraph first {kind.Count(result => result.First)}, among three {kind.Count(result => result.Three)} of {kind.Count(result => result.Answerable)}");
        }

        foreach (var premise in results.Where(result => result.Premise is not null).GroupBy(result => result.Premise))
        {
            Console.WriteLine($"premise {premise.Key,-6} {premise.Count(result => result.Corrected),3} of {premise.Count()} corrected, {premise.Count(result => result.Corrected && result.Placed)} with the passage");
        }

        return 0;
    }

    private static async Task<Article> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var parts = (await File.ReadAllTextAsync(path, cancellationToken)).TrimEnd('\n').Split("\n\n");
        return ArticleReader.FromParagraphs(parts[0], parts[1..]);
    }

    private static async Task<Result> JudgeAsync(Item item, ExtractiveAnswerer answerer, Article article, CancellationToken cancellationToken)
    {
        var passages = EvidencePassage.Of(article);
        var question = new Question(item.Question, GuildId.Everyone);
        if (item.After is { } after)
        {
            // The article is handed in with each question: nothing is looked up.
            var service = new QuestionService(new Answerer(null!, null!, null!, answerer), new QuestionRewriter());
            var turn = (await service.AnswerAsync(new QuestionInContext(after, GuildId.Everyone) { Article = article }, cancellationToken)).Turn;
            question = (await service.AnswerAsync(new QuestionInContext(item.Question, GuildId.Everyone) { Article = article, Earlier = [turn] }, cancellationToken)).Read;
        }

        var result = answerer.Answer(question.Text, passages);
        var answered = result.Answer as Answer.Answered;
        var shown = answered?.Citations ?? [];
        var text = string.Join(' ', shown.Select(citation => citation.Quote));
        var paragraphs = item.Paragraphs ?? [];
        var placed = shown.Length > 0 && paragraphs.Contains(shown[0].Paragraph) && (item.Needs ?? []).All(needed => shown.Any(citation => citation.Paragraph == needed));
        var said = item.Answer is not { Count: > 0 } || item.Answer.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
        var premise = (result.Answer as Answer.NotInArticle)?.FalsePremise;
        var silent = result.Answer as Answer.NotInArticle;
        return new Result(item.Id, item.Kind ?? "premise", item.Question, question.Text, item.Premise)
        {
            Answerable = paragraphs.Count > 0,
            Verdict = answered is not null ? (placed && said && paragraphs.Count > 0 ? Verdict.Right : Verdict.Wrong)
                : premise is not null ? Verdict.Wrong
                : paragraphs.Count == 0 ? Verdict.RightlySilent : Verdict.WronglySilent,
            First = result.Ranking.Length > 0 && paragraphs.Contains(result.Ranking[0] + 1),
            Three = result.Ranking.Take(3).Any(index => paragraphs.Contains(index + 1)),
            Corrected = premise is not null,
            Placed = silent?.Nearest is [var nearest, ..] && paragraphs.Contains(nearest.Paragraph),
            Correction = premise is null ? null : $"{premise.Says}, not {premise.Asked}",
            Confidence = Math.Round(result.Answer.Confidence, 3),
            Cited = [.. (answered?.Citations ?? silent?.Nearest ?? []).Select(citation => $"{citation.Paragraph}: {citation.Quote}")],
            Gold = paragraphs,
        };
    }

    private enum Verdict
    {
        Right,
        RightlySilent,
        WronglySilent,
        Wrong,
    }

    /// <param name="Article">File name; null for the built-in article.</param>
    /// <param name="Paragraphs">Numbers from 1 of those that answer; none when nothing does.</param>
    /// <param name="Answer">One of these has to be among the words shown.</param>
    /// <param name="Needs">Paragraphs that all have to be cited.</param>
    /// <param name="After">The question before, in a conversation.</param>
    /// <param name="Premise">“true” or “false”: what the question takes for granted.</param>
    private sealed record Item(
        string Id, string? Article, string Question, string? Kind, IReadOnlyList<int>? Paragraphs, IReadOnlyList<string>? Answer, IReadOnlyList<int>? Needs, string? After, string? Premise);

    private sealed record Result(string Id, string Kind, string Question, string Asked, string? Premise)
    {
        public bool Answerable { get; init; }

        public Verdict Verdict { get; init; }

        public bool First { get; init; }

        public bool Three { get; init; }

        public bool Corrected { get; init; }

        public bool Placed { get; init; }

        public string? Correction { get; init; }

        public double Confidence { get; init; }

        public IReadOnlyList<string> Cited { get; init; } = [];

        public IReadOnlyList<int> Gold { get; init; } = [];
    }
}
