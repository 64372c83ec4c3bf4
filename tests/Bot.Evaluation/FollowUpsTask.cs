using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Articles.Parsing;
using Bot.Search.Vectors;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Evaluation;

/// <summary>
/// <c>followups --data FILE --corpus FOLDER --out FILE</c>: the last question of short conversations. Right is an answer whose first quotes hold the words
/// that answer, or stand in a paragraph that does; where the article does not say, silence.
/// </summary>
internal static class FollowUpsTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var folder = options.Corpus ?? throw new InvalidOperationException("--corpus names the folder of the articles.");

        // The article is handed in with each question: nothing is looked up.
        var meanings = new SentenceMeanings(new SentenceModel(NullLogger<SentenceModel>.Instance));
        var questions = new QuestionService(new Answerer(null!, null!, null!, new ExtractiveAnswerer(meanings), meanings: meanings), new QuestionRewriter());
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var results = new List<Result>();
        await foreach (var item in options.Data.ToAsyncEnumerable().SelectMany(path => JsonLines.ReadAsync<Case>(path, cancellationToken)).WithCancellation(cancellationToken))
        {
            if (!articles.TryGetValue(item.Article, out var article))
            {
                var document = await SourceDocument.FromFileAsync(Path.Combine(folder, item.Article), new ReadingLimits(), cancellationToken);
                articles[item.Article] = article = new ArticleReader().Read(document, cancellationToken);
            }

            var turns = new List<ConversationTurn>();
            foreach (var turn in item.Turns)
            {
                turns.Add((await questions.AnswerAsync(new QuestionInContext(turn, GuildId.Everyone) { Article = article, Earlier = turns }, cancellationToken)).Turn);
            }

            var result = await questions.AnswerAsync(new QuestionInContext(item.Question, GuildId.Everyone) { Article = article, Earlier = turns }, cancellationToken);
            results.Add(Judge(item, result, turns[^1]));
        }

        await JsonLines.WriteAsync(options.Out, results, cancellationToken);
        await Console.Out.WriteLineAsync(Line("all", results));
        foreach (var kind in results.GroupBy(result => result.Abstain ? "does not say" : "says"))
        {
            await Console.Out.WriteLineAsync(Line(kind.Key, [.. kind]));
        }

        return 0;
    }

    private static string Line(string name, List<Result> results) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-13} right {results.Count(result => result.Right)} of {results.Count} = {results.Average(result => result.Right ? 1.0 : 0):P1}, words shown {results.Count(result => result.Words)}, asked back {results.Count(result => !result.Alternatives.IsEmpty)}");

    private static Result Judge(Case item, QuestionResult result, ConversationTurn before)
    {
        ImmutableArray<Citation> cited = result.Answer is Answer.Answered answered ? answered.Citations : [];
        var text = string.Join(' ', cited.Select(citation => citation.Quote));
        var words = item.Answer.Any(answer => text.Contains(answer, StringComparison.OrdinalIgnoreCase));
        var right = item.Abstain ? cited.IsEmpty : words || (cited is [var first, ..] && item.Paragraphs.Contains(first.Paragraph));
        return new Result(
            item.Id, item.Abstain, right, words, before.Question, item.Question, result.Read.Text, [.. cited.Select(citation => citation.Paragraph)], item.Paragraphs, result.Alternatives,
            Math.Round(result.Answer.Confidence, 3), text, item.Answer);
    }

    private sealed record Case(string Id, string Article, ImmutableArray<string> Turns, string Question, ImmutableArray<int> Paragraphs, ImmutableArray<string> Answer, bool Abstain);

    private sealed record Result(
        string Id, bool Abstain, bool Right, bool Words, string Before, string Question, string Read, ImmutableArray<int> Cited, ImmutableArray<int> Paragraphs, ImmutableArray<string> Alternatives,
        double Confidence, string Text, ImmutableArray<string> Answer);
}
