using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answers;
using Bot.Articles;
using Bot.Localization;

namespace Bot.Cli;

/// <summary><c>ask --format json</c>; names and shapes are a contract with other people's scripts.</summary>
internal sealed record AnswerJson(
    string Status,
    string Mode,
    string Question,
    string Text,
    IReadOnlyList<StatementJson> Statements,
    IReadOnlyList<CitationJson> Citations,
    IReadOnlyList<CitationJson> Nearest)
{
    /// <summary>Left out when a single article is cited.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ComparisonJson>? Comparisons { get; init; }

    public static string TextOf(Answer.NotInArticle silent) => silent.AskedIn is { } language ? Translation.For(language).ReadsEnglish
        : silent.FalsePremise is { } premise
        ? $"The article says otherwise: “{premise.Says}”, not “{premise.Asked}”."
        : "The article does not say.";

    public static AnswerJson From(string question, Answer answer) => answer switch
    {
        Answer.Answered answered => new AnswerJson(
            "answered",
            ModeName(answer.Mode),
            question,
            string.Join(' ', answered.Statements.Select(statement => statement.Text)),
            [.. answered.Statements.Select(StatementJson.From)],
            [.. answered.Citations.Select(CitationJson.From)],
            [])
        {
            Comparisons = answered.Comparisons.IsEmpty ? null : [.. answered.Comparisons.Select(ComparisonJson.From)],
        },
        Answer.NotInArticle silent => new AnswerJson(
            "not_in_article", ModeName(answer.Mode), question, TextOf(silent), [], [], [.. silent.Nearest.Select(CitationJson.From)]),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} has no JSON form."),
    };

    public static string ModeName(AnswerMode mode) => mode == AnswerMode.Model ? "model" : "extractive";
}

internal sealed record StatementJson(string Text, IReadOnlyList<int> Citations)
{
    public static StatementJson From(Statement statement) => new(statement.Text, [.. statement.Citations]);
}

/// <param name="Kind"><c>agree</c>, <c>differ</c> or <c>contradict</c>.</param>
/// <param name="Text">Which outlet of which day says what, one sentence.</param>
internal sealed record ComparisonJson(string Kind, string Text, IReadOnlyList<int> Citations)
{
    public static ComparisonJson From(SourceComparison comparison) => new(
        comparison.Kind switch
        {
            ComparisonKind.Agree => "agree",
            ComparisonKind.Differ => "differ",
            _ => "contradict",
        },
        comparison.Text,
        comparison.Citations);
}

/// <param name="Highlight">The words that answer, [start, end] into the paragraph like the quote; empty where that is not certain.</param>
internal sealed record CitationJson(int Number, string Article, string Title, int Paragraph, int Start, int End, string Quote, IReadOnlyList<int[]> Highlight, Uri? Url)
{
    public static CitationJson From(Citation citation) => new(
        citation.Number,
        citation.ArticleId,
        citation.Title,
        citation.Paragraph,
        citation.Start,
        citation.End,
        citation.Quote,
        [.. citation.Highlight.Select(words => new[] { words.Start, words.End })],
        citation.Url);
}

/// <summary><c>quotes --format json</c>.</summary>
internal sealed record QuotesJson(string Article, string Title, IReadOnlyList<QuoteJson> Quotes);

internal sealed record QuoteJson(
    int Number,
    string Text,
    string? Speaker,
    IReadOnlyList<string> Speakers,
    string? Role,
    int Paragraph,
    int Start,
    int End,
    string Attribution,
    string Certainty,
    string Standing);

/// <summary><c>summary --format json</c>.</summary>
internal sealed record SummaryJson(
    string Article,
    string Title,
    string Length,
    string Mode,
    IReadOnlyList<StatementJson> Points,
    IReadOnlyList<CitationJson> Citations)
{
    /// <summary>Numbers of the paragraphs that bear on the focus; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Bearing { get; init; }
}

/// <summary><c>article add --format json</c>, a line for each document.</summary>
/// <param name="Outcome"><c>added</c>, <c>new_version</c> or <c>already_there</c>.</param>
/// <param name="LeftOut">How much of a page's text was not taken for the article's, from 0 to 1; null when that is little.</param>
/// <param name="Like">The article that was there before or is much like it; null when there is none.</param>
internal sealed record AddedJson(string Outcome, string Id, int Version, string Title, string? Outlet, DateOnly? Date, int Paragraphs, int Quotes, double? LeftOut, string? Like)
{
    public static AddedJson From(AddResult result) => new(
        result.Outcome switch { AddOutcome.Added => "added", AddOutcome.NewVersion => "new_version", _ => "already_there" },
        result.Article.Id,
        result.Article.Version,
        result.Article.Title,
        result.Article.Outlet,
        result.Article.Date,
        result.Article.Paragraphs.Length,
        result.Article.Quotations.Length,
        result.Article.LeftOutMuch ? Math.Round(result.Article.LeftOut, 2) : null,
        result.Match?.Article.Id);
}

/// <summary><c>article list --format json</c>.</summary>
internal sealed record ListingJson(string Id, int Version, string Title, string? Outlet, DateOnly? Date, int Paragraphs, int Quotations, Uri? Url);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(QuotesJson))]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(IReadOnlyList<ListingJson>))]
[JsonSerializable(typeof(AddedJson))]
[JsonSerializable(typeof(FeedbackCase))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    // Quotes are read by people too: “ and — stay themselves. Nothing here is put into HTML.
    public static OutputJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
