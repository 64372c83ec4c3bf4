using System.Collections.Immutable;
using System.Text;
using Bot.Articles.Parsing;

namespace Bot.Articles.Tests.Quotations;

/// <summary>The articles of <c>variants.txt</c>: each is read right as a whole, or counts as wrong.</summary>
public sealed class VariantsTests
{
    private const int OfEachKind = 10;

    private static readonly ImmutableArray<LabelledArticle> Articles = LabelledArticle.AllOf("variants.txt");

    public static TheoryData<string> Kinds => [.. Articles.Select(KindOf).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reads_nearly_every_variant_of_a_kind(string kind)
    {
        var wrong = Articles.Where(article => KindOf(article) == kind).SelectMany(Faults).ToLookup(fault => fault.Article, fault => fault.What);

        Assert.True(wrong.Count <= OfEachKind / 10, string.Join('\n', wrong.SelectMany(article => article.Select(what => $"{article.Key}: {what}"))));
    }

    [Fact]
    public void Is_never_sure_of_a_wrong_name()
    {
        var wrong = Articles.SelectMany(article => Read(article).Quotations
            .Where(quotation => quotation.Certainty == Certainty.Sure && quotation.Standing != Standing.Denied)
            .Where(quotation => !article.Labels.Any(label => IsOf(label, quotation) && (label.IsOptional || label.IsBy(quotation))))
            .Select(quotation => $"{article.Heading}: {quotation.Text} ({string.Join("; ", quotation.Speakers)})"));

        Assert.Empty(wrong);
    }

    /// <summary>Quotations that are missing, wrong or too many. A denied one need not be listed.</summary>
    private static IEnumerable<(string Article, string What)> Faults(LabelledArticle article)
    {
        var left = Read(article).Quotations.ToList();
        foreach (var label in article.Labels)
        {
            var match = left.Find(quotation => IsOf(label, quotation));
            left.Remove(match!);
            if (!label.IsOptional && (match is null ? label.Standing != Standing.Denied : !label.Fits(match)))
            {
                yield return (article.Heading, $"“{label.Words}” should be {label.Standing} by {label.Speakers}, is {(match is null ? "missing" : $"{match.Standing} by {string.Join("; ", match.Speakers)} ({match.Certainty})")}");
            }
        }

        foreach (var quotation in left)
        {
            yield return (article.Heading, $"“{quotation.Text}” should be none, is {quotation.Standing} by {string.Join("; ", quotation.Speakers)} ({quotation.Certainty})");
        }
    }

    private static bool IsOf(LabelledQuotation label, Quotation quotation) => Bare(label.Words) == Bare(quotation.Text);

    private static string Bare(string words) => words.Trim().TrimEnd('.', ',', '，', '。');

    private static Article Read(LabelledArticle article) => KindOf(article).StartsWith("page", StringComparison.Ordinal)
        ? new ArticleReader().Read(new SourceDocument(Encoding.UTF8.GetBytes($"<!doctype html><meta charset=utf-8><article>{article.Paragraphs[0].Text}</article>")) { ContentType = "text/html" }, CancellationToken.None)
        : ArticleReader.FromParagraphs(null, [.. article.Paragraphs.Select(paragraph => paragraph.Text)]);

    private static string KindOf(LabelledArticle article) => article.Heading[..article.Heading.IndexOf(" ·", StringComparison.Ordinal)];
}
