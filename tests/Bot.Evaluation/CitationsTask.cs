using System.Text.RegularExpressions;
using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Language;

namespace Bot.Evaluation;

/// <summary>Would an answer with [n] markers and quotations be shown as it stands?</summary>
internal static partial class CitationsTask
{
    private const int LeastWordsOfAStatement = 3;

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var predictions = new List<object>();
        foreach (var path in options.Data)
        {
            await foreach (var item in JsonLines.ReadAsync<CitedAnswer>(path, cancellationToken))
            {
                predictions.Add(new { item.Id, Valid = IsValid(item) });
            }
        }

        await JsonLines.WriteAsync(options.Out, predictions, cancellationToken);
        return 0;
    }

    private static bool IsValid(CitedAnswer item)
    {
        var article = new Article
        {
            Id = item.Id,
            Title = item.ArticleTitle ?? "",
            Paragraphs = [.. item.Paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, SentenceSplitter.Split(text)))],
        };
        if (ReadStatements(item) is not { } statements)
        {
            return false;
        }

        var check = new CitationVerifier([.. article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, article, paragraph))])
            .Check(new Draft([.. statements]));
        return check.Dropped.IsEmpty && check.Corrections.IsEmpty;
    }

    /// <summary>Null when something is said without a marker, or with one that nothing stands behind.</summary>
    private static List<DraftStatement>? ReadStatements(CitedAnswer item)
    {
        var statements = new List<DraftStatement>();
        var start = 0;
        foreach (Match markers in Markers().Matches(item.Answer))
        {
            var evidence = Number().Matches(markers.Value)
                .Select(marker => int.Parse(marker.ValueSpan, provider: null))
                .SelectMany(number => item.Citations.Where(citation => citation.Marker == number && citation.Paragraph == number - 1)
                    .Select(citation => new DraftEvidence(number, citation.Quote ?? "")))
                .ToArray();
            var text = item.Answer[start..markers.Index].TrimStart('.', ' ');
            if (evidence.Length == 0 || evidence.Any(e => e.Quote.Length == 0 || e.Passage > item.Paragraphs.Count))
            {
                return null;
            }

            statements.Add(new DraftStatement(text, [.. evidence]));
            start = markers.Index + markers.Length;
        }

        return item.Answer[start..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < LeastWordsOfAStatement && statements.Count > 0 ? statements : null;
    }

    [GeneratedRegex(@"(?:\s*\[\d{1,5}\])+")]
    private static partial Regex Markers();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    private sealed record CitedAnswer(string Id, string? ArticleTitle, IReadOnlyList<string> Paragraphs, string Answer, IReadOnlyList<Cited> Citations);

    private sealed record Cited(int Marker, int? Paragraph, string? Quote);
}
