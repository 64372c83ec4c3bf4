using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Answers.Quoting;
using Bot.Answers.Verification.Terms;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Verification.Evidence;

/// <summary>A paragraph read for the check: all of a source that does not depend on the paragraphs beside it. Safe for every thread.</summary>
/// <remarks>Kept as long as the article is, so it holds arrays and no words of its own: about 60 bytes for each word of the paragraph.</remarks>
internal sealed class ParagraphReading
{
    private static readonly PerParagraph<ParagraphReading> Kept = new(static (article, paragraph) => new ParagraphReading(article, paragraph));

    private readonly Term[] _terms;
    private readonly SourceSentence[] _sentences;
    private readonly StemCount[] _stems;
    private readonly Quantity[] _quantities;
    private readonly (string Letters, int Stem)[] _abbreviations;
    private readonly (string Family, string Word)[] _descriptions;
    private QuotableText? _quotable;

    public ParagraphReading(Article? article, Paragraph paragraph)
    {
        (Article, Paragraph) = (article, paragraph);
        var words = Words.Read(paragraph.Text);
        var quantities = Quantity.In(paragraph.Text, words);
        _sentences = Cut(paragraph, words, quantities);
        var (_, _, _, end, _, endQuantity) = _sentences is [.., var last] ? last : default;
        _quantities = [.. quantities[..endQuantity]];
        _terms = new Term[end];
        var numbers = new Dictionary<string, int>(end, StringComparer.Ordinal);
        var stems = new List<StemCount>(end);
        var abbreviations = new List<(string, int)>();
        for (var i = 0; i < end; i++)
        {
            _terms[i] = TermReading.Read(words[i], Count(words[i], numbers, stems));
            if (words[i].Text.Length is >= 2 and <= 5 && IsAbbreviation(paragraph.Text.AsSpan(words[i].Start..words[i].End)))
            {
                abbreviations.Add((words[i].Text.Replace(".", "", StringComparison.Ordinal), _terms[i].Stem));
            }
        }

        _stems = [.. stems];
        _abbreviations = [.. abbreviations.DistinctBy(abbreviation => abbreviation.Item1, StringComparer.Ordinal)];
        _descriptions = [.. Evidence.Descriptions.Ties(paragraph.Text, words).Distinct()];
    }

    public Article? Article { get; }

    public Paragraph Paragraph { get; }

    /// <summary>Every word of the sentences in reading order; its stem is an index into <see cref="Stems"/>.</summary>
    public ReadOnlySpan<Term> Terms => _terms;

    /// <summary>In order, counted from the paragraph's beginning.</summary>
    public ReadOnlySpan<SourceSentence> Sentences => _sentences;

    /// <summary>Distinct, in the order in which they are first met.</summary>
    public ReadOnlySpan<StemCount> Stems => _stems;

    public ReadOnlySpan<Quantity> Quantities => _quantities;

    /// <summary>Words of capitals without their full stops, in lower case, with an index into <see cref="Stems"/>; distinct by their letters.</summary>
    public ReadOnlySpan<(string Letters, int Stem)> Abbreviations => _abbreviations;

    /// <summary>Stems of family names with stems of what describes them.</summary>
    public ReadOnlySpan<(string Family, string Word)> Descriptions => _descriptions;

    /// <summary>As quotations are compared with it.</summary>
    public QuotableText Quotable => _quotable ??= new QuotableText(Paragraph.Text);

    /// <summary>The reading of an article's paragraph, the same one while it is kept.</summary>
    public static ParagraphReading Of(Article article, Paragraph paragraph) => Kept.Of(article, paragraph);

    private static SourceSentence[] Cut(Paragraph paragraph, ImmutableArray<Word> words, ImmutableArray<Quantity> quantities)
    {
        var sentences = new SourceSentence[paragraph.Sentences.Length];
        var (word, quantity) = (0, 0);
        for (var i = 0; i < sentences.Length; i++)
        {
            var range = paragraph.Sentences[i];
            var (firstWord, firstQuantity) = (word, quantity);
            while (word < words.Length && words[word].Start < range.End)
            {
                word++;
            }

            while (quantity < quantities.Length && quantities[quantity].Start < range.End)
            {
                quantity++;
            }

            sentences[i] = new SourceSentence(0, range, firstWord, word, firstQuantity, quantity);
        }

        return sentences;
    }

    private static int Count(Word word, Dictionary<string, int> numbers, List<StemCount> stems)
    {
        var stem = TermReading.StemOf(word);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, stem, out var known);
        if (!known)
        {
            number = stems.Count;
            stems.Add(new StemCount(stem, 0, 0));
        }

        if ((word.Traits & WordTraits.Opening) == 0)
        {
            ref var count = ref CollectionsMarshal.AsSpan(stems)[number];
            count = word.IsCapital ? count with { Capitals = count.Capitals + 1 } : count with { Lowers = count.Lowers + 1 };
        }

        return number;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c) && c != '.')
            {
                return false;
            }
        }

        return true;
    }
}

/// <param name="Capitals">How often it stands with a capital where none is due.</param>
/// <param name="Lowers">How often it stands without one where none is due.</param>
internal readonly record struct StemCount(string Stem, int Capitals, int Lowers);
