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
    private readonly Dictionary<string, int> _initials = new(StringComparer.Ordinal);
    private readonly QuotableText?[] _quotable;

    public SourceText(ImmutableArray<Paragraph> paragraphs)
    {
        Paragraphs = paragraphs;
        _quotable = new QuotableText?[paragraphs.Length];
        for (var i = 0; i < paragraphs.Length; i++)
        {
            Add(paragraphs[i], i);
        }

        // Only now is it known which words that open a sentence are names.
        foreach (ref var term in CollectionsMarshal.AsSpan(_terms))
        {
            if (term.Is(TermKinds.Opening) && !term.Is(TermKinds.Stop | TermKinds.Calendar | TermKinds.Number) && IsName(term.Stem))
            {
                term = term with { Kinds = term.Kinds | TermKinds.Name };
            }
        }

        CollectInitials();
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

    /// <summary>The stem of the first word of a name with these initials (“United” for “uk”), or of the abbreviation itself; -1 when there is none.</summary>
    /// <param name="letters">In lower case, full stops allowed.</param>
    public int Initialism(string letters) => _initials.GetValueOrDefault(letters.Replace(".", "", StringComparison.Ordinal), -1);

    /// <summary>Where the words stand, typography aside; null when they do not.</summary>
    public SourceSpan? FindQuote(string quote)
    {
        for (var i = 0; i < Paragraphs.Length; i++)
        {
            if (QuoteMatch.Find(QuotableOf(i), quote) is var (start, end))
            {
                return new SourceSpan(i, start, end);
            }
        }

        return null;
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
                if (words[next].Text.Length is >= 2 and <= 5 && IsAbbreviation(paragraph.Text.AsSpan(words[next].Start..words[next].End)))
                {
                    _initials.TryAdd(words[next].Text.Replace(".", "", StringComparison.Ordinal), stem);
                }

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

    private void CollectInitials()
    {
        var terms = Terms;
        Span<char> letters = stackalloc char[4];
        for (var first = 0; first < terms.Length; first++)
        {
            letters[0] = terms[first].Text[0];
            for (var end = first + 1; end < Math.Min(first + 4, terms.Length) && terms[end - 1].Is(TermKinds.Name) && terms[end].Is(TermKinds.Name); end++)
            {
                letters[end - first] = terms[end].Text[0];
                _initials.TryAdd(new string(letters[..(end - first + 1)]), terms[first].Stem);
            }
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
