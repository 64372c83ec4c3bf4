using System.Globalization;
using Bot.Articles;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Search;

/// <summary>How an article lies in the index: one document for each paragraph, and one for the whole.</summary>
internal static class PassageFields
{
    /// <summary>Words of a paragraph.</summary>
    public const string Text = "text";

    /// <summary>Words of the heading above a paragraph.</summary>
    public const string Section = "section";

    /// <summary>All words of an article with its headline; only its own document has them.</summary>
    public const string Whole = "whole";

    /// <summary>Words of the headline; only the article's own document has them.</summary>
    public const string Headline = "headline";

    /// <summary>Guild and article id, one term; stands on every document of the article.</summary>
    public const string Key = "key";

    public const string Version = "version";

    /// <summary>From 1; 0 for the document of the whole article.</summary>
    public const string Paragraph = "paragraph";

    // How often a word stands in a text counts, not where.
    private static readonly FieldType Bag = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };

    public static Term KeyOf(GuildId guild, string articleId) => new(Key, $"{guild}/{articleId}");

    /// <summary>What a document of one segment stands for.</summary>
    public static (GuildId Guild, string ArticleId, int Version, int Paragraph) Identify(AtomicReader segment, int document)
    {
        var bytes = new BytesRef();
        segment.GetSortedDocValues(Key).Get(document, bytes);
        var key = bytes.Utf8ToString();
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (
            new GuildId(ulong.Parse(key.AsSpan(0, slash), CultureInfo.InvariantCulture)),
            key[(slash + 1)..],
            (int)segment.GetNumericDocValues(Version).Get(document),
            (int)segment.GetNumericDocValues(Paragraph).Get(document));
    }

    public static IEnumerable<Document> DocumentsOf(GuildId guild, Article article)
    {
        var key = KeyOf(guild, article.Id);
        var headline = PassageTerms.Of(article.Title);
        var all = new List<string>(headline);
        foreach (var paragraph in article.Paragraphs)
        {
            var document = Frame(paragraph.Number);
            var terms = PassageTerms.Of(paragraph.Text);
            all.AddRange(terms);
            document.Add(Words(Text, terms));
            if (paragraph.Section is { } section)
            {
                document.Add(Words(Section, PassageTerms.Of(section)));
            }

            yield return document;
        }

        var whole = Frame(0);
        whole.Add(Words(Whole, all));
        whole.Add(Words(Headline, headline));
        yield return whole;

        Document Frame(int paragraph) =>
        [
            new StringField(Key, key.Text, Field.Store.NO),
            new SortedDocValuesField(Key, key.Bytes),
            new NumericDocValuesField(Version, article.Version),
            new NumericDocValuesField(Paragraph, paragraph),
        ];
    }

    private static Field Words(string field, IEnumerable<string> terms) => new(field, new TermStream(terms), Bag);
}
