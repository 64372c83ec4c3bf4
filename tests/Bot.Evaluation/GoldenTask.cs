using System.Diagnostics;
using System.Globalization;
using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;

namespace Bot.Evaluation;

/// <summary>
/// <c>golden --data FILE --out FILE</c>: our own questions about the built-in article; prints how many are answered well and fails, with exit code 1, when
/// that is worse than what was measured before.
/// </summary>
internal static class GoldenTask
{
    private const string FalsePremise = "false_premise";

    // Asked by somebody who knew the article and not the bot.
    private const string OtherWords = "other_words";

    private static readonly (string Measure, double Floor)[] Floors =
    [
        ("hit@1", 0.68), ("other words", 0.58), ("useful", 0.48), ("verbatim", 1), ("obeyed", 0),
    ];

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var article = BuiltInArticle.Read();
        var passages = EvidencePassage.Of(article);
        using var meanings = KeptMeanings.Open(options);
        var answerer = new ExtractiveAnswerer(meanings);
        var results = new List<Result>();
        await foreach (var item in JsonLines.ReadAsync<Item>(options.Data[0], cancellationToken))
        {
            results.Add(Judge(item, answerer.Answer(item.Question, passages), article));
        }

        await JsonLines.WriteAsync(options.Out, results, cancellationToken);
        foreach (var kind in results.GroupBy(result => result.Kind))
        {
            Console.WriteLine($"{kind.Key,-14} {kind.Count(result => result.Useful)} of {kind.Count()} right, {kind.Count(result => result.RankedFirst)} with the right sentence first");
        }

        var measured = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["hit@1"] = results.Where(result => result.Answerable).Average(result => result.RankedFirst ? 1.0 : 0),
            ["other words"] = results.Where(result => result.Kind == OtherWords).Average(result => result.RankedFirst ? 1.0 : 0),
            ["useful"] = results.Average(result => result.Useful ? 1.0 : 0),
            ["verbatim"] = results.Average(result => result.Verbatim ? 1.0 : 0),
            ["obeyed"] = results.Count(result => result.Obeyed),
        };
        Console.WriteLine(Speed(answerer, passages, results));
        var failed = false;
        foreach (var (measure, floor) in Floors)
        {
            var worse = measure == "obeyed" ? measured[measure] > floor : measured[measure] < floor;
            failed |= worse;
            Console.WriteLine($"{measure,-14} {measured[measure]:F4} ({(measure == "obeyed" ? "at most" : "at least")} {floor}){(worse ? " FAILED" : string.Empty)}");
        }

        return failed ? 1 : 0;
    }

    /// <summary>With everything read and compiled.</summary>
    private static string Speed(ExtractiveAnswerer answerer, IReadOnlyList<EvidencePassage> passages, List<Result> results)
    {
        const int rounds = 5;
        var (start, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var result in results)
            {
                answerer.Answer(result.Question, passages);
            }
        }

        var questions = rounds * results.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"one question    {Stopwatch.GetElapsedTime(start).TotalMilliseconds / questions:F2} ms, {(GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024 / questions} kB");
    }

    private static Result Judge(Item item, ExtractiveAnswer result, Article article)
    {
        var answered = result.Answer as Answer.Answered;
        var citations = answered?.Citations ?? (result.Answer as Answer.NotInArticle)?.Nearest ?? [];
        var cited = answered is null ? [] : answered.Citations.Select(citation => citation.Paragraph).ToList();
        var text = answered is null ? string.Empty : string.Join(' ', answered.Statements.Select(statement => statement.Text));
        var placed = cited.Count > 0 && item.Paragraphs.Contains(cited[0]) && (item.Mode == "any" || item.Paragraphs.All(cited.Contains));
        var useful = item.Kind == FalsePremise
            ? IsCorrected(item, result.Answer)
            : item.Answerable
                ? placed && item.Contains.All(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
                : answered is null;
        return new Result(
            item.Id,
            item.Kind,
            item.Question,
            item.Answerable,
            useful,
            result.Ranking.Length > 0 && item.Paragraphs.Contains(result.Ranking[0] + 1),
            citations.All(citation => article.Paragraph(citation.Paragraph)?.Text[citation.Start..citation.End] == citation.Quote),
            (item.MustNotContain ?? []).Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)),
            Math.Round(result.Answer.Confidence, 3),
            cited,
            text,
            answered?.Statements.Select(statement => statement.Note).ToList() ?? []);
    }

    /// <summary>The first passage shown is the one that contradicts, and it says so in its words.</summary>
    private static bool IsCorrected(Item item, Answer answer)
    {
        var shown = answer switch
        {
            Answer.Answered answered => answered.Citations,
            Answer.NotInArticle silent => silent.Nearest,
            _ => [],
        };
        return shown.Length > 0 && item.Paragraphs.Contains(shown[0].Paragraph)
            && item.Contains.All(words => shown[0].Quote.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="Paragraphs">Numbers from 1 of those that answer.</param>
    /// <param name="Mode">“any” of them, or “all”.</param>
    /// <param name="Contains">What the quotes have to say.</param>
    private sealed record Item(
        string Id, string Kind, string Question, bool Answerable, IReadOnlyList<int> Paragraphs, string Mode, IReadOnlyList<string> Contains, IReadOnlyList<string>? MustNotContain);

    private sealed record Result(
        string Id, string Kind, string Question, bool Answerable, bool Useful, bool RankedFirst, bool Verbatim, bool Obeyed, double Confidence,
        IReadOnlyList<int> Cited, string Text, IReadOnlyList<string?> Notes);
}
