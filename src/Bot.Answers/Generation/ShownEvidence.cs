using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;

namespace Bot.Answers.Generation;

/// <summary>The paragraphs that a model has been shown, which are all that it may cite. Used by one question at a time.</summary>
/// <remarks>
/// Every paragraph of the articles has one number: its own in the first article; in each further article the numbers go on where the previous one ended.
/// </remarks>
public sealed class ShownEvidence
{
    // Letters of every language stay readable; quotation marks and line ends are escaped, so that no text can leave its line.
    private static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly SortedDictionary<int, ShownPassage> _shown = [];
    private readonly Dictionary<(string Id, int Version), int> _offsets = [];

    public ShownEvidence(ImmutableArray<Article> articles)
    {
        Articles = articles;
        var offset = 0;
        foreach (var article in articles)
        {
            _offsets[(article.Id, article.Version)] = offset;
            offset += article.Paragraphs.Length;
        }
    }

    /// <summary>Distinct by id and version.</summary>
    public ImmutableArray<Article> Articles { get; }

    public ImmutableArray<ShownPassage> Passages => [.. _shown.Values];

    public int NumberOf(Article article, Paragraph paragraph) => _offsets[(article.Id, article.Version)] + paragraph.Number;

    /// <summary>The paragraph with this number, or null.</summary>
    public (Article Article, Paragraph Paragraph)? Find(int number)
    {
        foreach (var article in Articles)
        {
            if (article.Paragraph(number - _offsets[(article.Id, article.Version)]) is { } paragraph)
            {
                return (article, paragraph);
            }
        }

        return null;
    }

    /// <summary>From now on these may be cited. Returns them as the model sees them: one JSON object a line, under their articles' titles.</summary>
    public string Show(IEnumerable<(Article Article, Paragraph Paragraph)> paragraphs)
    {
        var lines = new List<string>();
        foreach (var group in paragraphs.Distinct().GroupBy(entry => entry.Article))
        {
            lines.Add(Line(new { article = group.Key.Title, outlet = group.Key.Outlet, date = group.Key.Date }));
            foreach (var (article, paragraph) in group.OrderBy(entry => entry.Paragraph.Number))
            {
                var number = NumberOf(article, paragraph);
                _shown[number] = new ShownPassage(number, article, paragraph);
                lines.Add(Line(new { paragraph = number, text = paragraph.Text, speakers = Speakers(article, paragraph) }));
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Any value as one line of data.</summary>
    public static string Line(object value) => JsonSerializer.Serialize(value, Lines);

    /// <summary>Who is quoted in a paragraph that may only say “she”.</summary>
    private static string[]? Speakers(Article article, Paragraph paragraph)
    {
        string[] names =
        [
            .. article.Said
                .Where(quotation => quotation.Paragraph == paragraph.Number && quotation.Certainty != Certainty.Unknown)
                .SelectMany(quotation => quotation.Speakers)
                .Distinct(StringComparer.Ordinal),
        ];
        return names.Length == 0 ? null : names;
    }
}
