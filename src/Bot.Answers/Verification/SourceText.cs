using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Articles;
using Bot.Search.Language;

namespace Bot.Answers.Verification;

/// <summary>Paragraphs prepared for checking statements against them. Immutable once built, safe for every thread; build it once for many statements.</summary>
internal sealed class SourceText
{
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<StemUse> _uses = [];
    private readonly List<Term> _terms = [];
    private readonly List<SourceSentence> _sentences = [];
    private readonly List<Quantity> _quantities = [];
    private readonly HashSet<long> _pairs = [];
    private readonly QuotableText?[] _quotable;

    public SourceText(ImmutableArray<Paragraph> paragraphs)
    {
        Paragraphs = paragraphs;
        _quotable = new QuotableText?[paragraphs.Length];
        for (var i = 0; i < paragraphs.Length; i++)
        {
            Add(paragraphs[i], i);
        }
    }

    public ImmutableArray<Paragraph> Paragraphs { get; }

    public ReadOnlySpan<SourceSentence> Sentences => CollectionsMarshal.AsSpan(_sentences);

    /// <summary>Every word in reading order.</summary>
    public ReadOnlySpan<Term> Terms => CollectionsMarshal.AsSpan(_terms);

    public ReadOnlySpan<Quantity> Quantities => CollectionsMarshal.AsSpan(_quantities);

    public int StemCount => _uses.Count;

    /// <summary>-1 when no word here has this stem.</summary>
    public int StemOf(string stem) => _stems.TryGetValue(stem, out var id) ? id : -1;

    /// <summary>Indexes of the sentences that have the stem, ascending.</summary>
    public ReadOnlySpan<int> SentencesWith(int stem) => CollectionsMarshal.AsSpan(_uses[stem].Sentences);

    /// <summary>True when the word mostly stands with a capital where none is due.</summary>
    public bool IsName(int stem) => _uses[stem] is var use && use.Capitals > use.Lowers;

    /// <summary>True when the two stems stand next to each other somewhere, stop words included.</summary>
    public bool HasPair(int first, int second) => first >= 0 && second >= 0 && _pairs.Contains(((long)first << 32) | (uint)second);

    /// <summary>True when the words stand in one of the paragraphs, typography aside.</summary>
    public bool Quotes(string quote)
    {
        for (var i = 0; i < Paragraphs.Length; i++)
        {
            if (QuoteMatch.Find(QuotableOf(i), quote) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The paragraph at this index as quotations are compared with it.</summary>
    public QuotableText QuotableOf(int paragraph) => _quotable[paragraph] ??= new QuotableText(Paragraphs[paragraph].Text);

    public ReadOnlySpan<Term> TermsOf(int sentence) => Terms[_sentences[sentence].FirstTerm.._sentences[sentence].EndTerm];

    /// <summary>The words of several sentences in a row.</summary>
    public ReadOnlySpan<Term> TermsOf(int first, int end) => Terms[_sentences[first].FirstTerm.._sentences[end - 1].EndTerm];

    public ReadOnlySpan<Quantity> QuantitiesOf(int first, int end) =>
        Quantities[_sentences[first].FirstQuantity.._sentences[end - 1].EndQuantity];

    private void Add(Paragraph paragraph, int index)
    {
        var words = Words.Read(paragraph.Text);
        var quantities = Quantity.In(paragraph.Text, words);
        var (next, nextQuantity, previous) = (0, 0, -1);
        foreach (var sentence in paragraph.Sentences)
        {
            var (firstTerm, firstQuantity) = (_terms.Count, _quantities.Count);
            for (; next < words.Length && words[next].Start < sentence.End; next++)
            {
                var stem = Count(words[next]);
                _terms.Add(TermReading.Read(words[next], stem));
                if (previous >= 0)
                {
                    _pairs.Add(((long)previous << 32) | (uint)stem);
                }

                previous = stem;
            }

            for (; nextQuantity < quantities.Length && quantities[nextQuantity].Start < sentence.End; nextQuantity++)
            {
                _quantities.Add(quantities[nextQuantity]);
            }

            _sentences.Add(new SourceSentence(index, sentence, firstTerm, _terms.Count, firstQuantity, _quantities.Count));
        }
    }

    private int Count(Word word)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, TermReading.StemOf(word), out var known);
        if (!known)
        {
            id = _uses.Count;
            _uses.Add(new StemUse());
        }

        var use = _uses[id];
        if (use.Sentences.Count == 0 || use.Sentences[^1] != _sentences.Count)
        {
            use.Sentences.Add(_sentences.Count);
        }

        if ((word.Traits & WordTraits.Opening) == 0)
        {
            _ = word.IsCapital ? use.Capitals++ : use.Lowers++;
        }

        return id;
    }

    private sealed class StemUse
    {
        public List<int> Sentences { get; } = new(2);

        public int Capitals { get; set; }

        public int Lowers { get; set; }
    }
}

/// <param name="Paragraph">Index into the source's paragraphs.</param>
/// <param name="Range">In the paragraph's text.</param>
/// <param name="EndTerm">Exclusive, as the others.</param>
internal readonly record struct SourceSentence(int Paragraph, Sentence Range, int FirstTerm, int EndTerm, int FirstQuantity, int EndQuantity);
