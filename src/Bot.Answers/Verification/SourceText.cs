using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Articles;
using Bot.Search.Language;

namespace Bot.Answers.Verification;

/// <summary>Paragraphs prepared for checking statements against them. Immutable once built, safe for every thread; build it once for many statements.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<ParagraphReading> _readings;
    private readonly Dictionary<string, int> _stems;
    private readonly List<StemUse> _uses;
    private readonly int[] _sentencesByStem;
    private readonly Term[] _terms;
    private readonly List<SourceSentence> _sentences = [];
    private readonly List<Quantity> _quantities = [];
    private readonly HashSet<long> _pairs;
    private readonly Dictionary<string, int> _initials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _abbreviations = new(StringComparer.Ordinal);

    public SourceText(ImmutableArray<Paragraph> paragraphs)
        : this(ImmutableArray.CreateRange(paragraphs, paragraph => new ParagraphReading(paragraph)))
    {
    }

    private SourceText(ImmutableArray<ParagraphReading> readings)
    {
        _readings = readings;
        var words = readings.Sum(reading => reading.Words.Length);
        _stems = new(words / 2, StringComparer.Ordinal);
        _uses = new(words / 2);
        _pairs = new(words);
        _terms = new Term[words];
        var count = 0;
        for (var i = 0; i < readings.Length; i++)
        {
            Add(readings[i], i, ref count);
        }

        _terms = count == words ? _terms : _terms[..count];
        _sentencesByStem = ListSentences();

        // Only now is it known which words that open a sentence are names.
        foreach (ref var term in _terms.AsSpan())
        {
            if (term.Is(TermKinds.Opening) && !term.Is(TermKinds.Stop | TermKinds.Calendar | TermKinds.Number) && IsName(term.Stem))
            {
                term = term with { Kinds = term.Kinds | TermKinds.Name };
            }
        }

        CollectInitials();
    }

    public ImmutableArray<ParagraphReading> Readings => _readings;

    public ReadOnlySpan<SourceSentence> Sentences => CollectionsMarshal.AsSpan(_sentences);

    /// <summary>Every word in reading order.</summary>
    public ReadOnlySpan<Term> Terms => _terms;

    public ReadOnlySpan<Quantity> Quantities => CollectionsMarshal.AsSpan(_quantities);

    public Paragraph Paragraph(int index) => _readings[index].Paragraph;

    /// <summary>The paragraph at this index as quotations are compared with it.</summary>
    public QuotableText QuotableOf(int paragraph) => _readings[paragraph].Quotable;

    /// <summary>A source of some of these paragraphs, without reading them again.</summary>
    public SourceText Of(ImmutableArray<int> paragraphs) => new(ImmutableArray.CreateRange(paragraphs, paragraph => _readings[paragraph]));

    /// <summary>-1 when no word here has this stem.</summary>
    public int StemOf(string stem) => _stems.TryGetValue(stem, out var id) ? id : -1;

    /// <summary>Indexes of the sentences that have the stem, ascending.</summary>
    public ReadOnlySpan<int> SentencesWith(int stem) => _sentencesByStem.AsSpan(_uses[stem].FirstListed, _uses[stem].Sentences);

    /// <summary>True when the word mostly stands with a capital where none is due.</summary>
    public bool IsName(int stem) => _uses[stem].Capitals > _uses[stem].Lowers;

    /// <summary>True when the two stems stand next to each other somewhere, stop words included.</summary>
    public bool HasPair(int first, int second) => first >= 0 && second >= 0 && _pairs.Contains(((long)first << 32) | (uint)second);

    /// <summary>True when the two stems stand in one sentence, or in sentences at most <paramref name="within"/> apart.</summary>
    public bool Together(int first, int second, int within)
    {
        if (first < 0 || second < 0)
        {
            return false;
        }

        var a = SentencesWith(first);
        var b = SentencesWith(second);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (Math.Abs(a[i] - b[j]) <= within)
            {
                return true;
            }

            _ = a[i] < b[j] ? i++ : j++;
        }

        return false;
    }

    /// <summary>True when the two stems stand in one sentence at most so many words apart.</summary>
    public bool AreNear(int first, int second, int words)
    {
        if (first < 0 || second < 0)
        {
            return false;
        }

        foreach (var sentence in SentencesWith(first))
        {
            var terms = TermsOf(sentence);
            var (lastFirst, lastSecond) = (-1 - words, -1 - words);
            for (var i = 0; i < terms.Length; i++)
            {
                lastFirst = terms[i].Stem == first ? i : lastFirst;
                lastSecond = terms[i].Stem == second ? i : lastSecond;
                if (lastFirst >= 0 && lastSecond >= 0 && Math.Abs(lastFirst - lastSecond) <= words)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The stem of what an abbreviation stands for, by its first word (“United” for “UK”), or of the abbreviation however it is written (“U.K.”); -1 when there is none.</summary>
    /// <param name="letters">In lower case, full stops allowed.</param>
    public int MeantBy(string letters) =>
        AbbreviationOf(letters) is >= 0 and var stem ? stem : _initials.GetValueOrDefault(letters.Replace(".", "", StringComparison.Ordinal), -1);

    /// <summary>The stem of the abbreviation with these letters; -1 when there is none.</summary>
    /// <param name="letters">In lower case, full stops allowed.</param>
    public int AbbreviationOf(string letters) => _abbreviations.GetValueOrDefault(letters.Replace(".", "", StringComparison.Ordinal), -1);

    /// <summary>Where the words stand, typography aside; null when they do not.</summary>
    public SourceSpan? FindQuote(QuoteMatch quote)
    {
        for (var i = 0; i < _readings.Length; i++)
        {
            if (quote.FindIn(QuotableOf(i)) is var (start, end))
            {
                return new SourceSpan(i, start, end);
            }
        }

        return null;
    }

    /// <summary>The sentences of a window; none when it covers nothing.</summary>
    public IEnumerable<SourceSpan> SpansOf(EvidenceWindow window)
    {
        for (var i = window.First; i < window.End && window.Coverage > 0; i++)
        {
            yield return new SourceSpan(_sentences[i].Paragraph, _sentences[i].Range.Start, _sentences[i].Range.End);
        }
    }

    public ReadOnlySpan<Term> TermsOf(int sentence) => TermsOf(sentence, sentence + 1);

    /// <summary>The words of several sentences in a row.</summary>
    public ReadOnlySpan<Term> TermsOf(int first, int end) => Terms[_sentences[first].FirstTerm.._sentences[end - 1].EndTerm];

    public ReadOnlySpan<Quantity> QuantitiesOf(int first, int end) =>
        Quantities[_sentences[first].FirstQuantity.._sentences[end - 1].EndQuantity];

    private void Add(ParagraphReading reading, int index, ref int count)
    {
        var (text, words, quantities) = (reading.Paragraph.Text, reading.Words, reading.Quantities);
        var (next, nextQuantity, previous) = (0, 0, -1);
        foreach (var sentence in reading.Paragraph.Sentences)
        {
            var (firstTerm, firstQuantity) = (count, _quantities.Count);
            for (; next < words.Length && words[next].Start < sentence.End; next++)
            {
                var stem = Use(words[next], reading.Stems[next]);
                _terms[count++] = TermReading.Read(words[next], stem);
                if (words[next].Text.Length is >= 2 and <= 5 && IsAbbreviation(text.AsSpan(words[next].Start..words[next].End)))
                {
                    _abbreviations.TryAdd(words[next].Text.Replace(".", "", StringComparison.Ordinal), stem);
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

            _sentences.Add(new SourceSentence(index, sentence, firstTerm, count, firstQuantity, _quantities.Count));
        }
    }

    private int Use(Word word, string stem)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, stem, out var known);
        if (!known)
        {
            id = _uses.Count;
            _uses.Add(new StemUse { LastSentence = -1 });
        }

        ref var use = ref CollectionsMarshal.AsSpan(_uses)[id];
        if (use.LastSentence != _sentences.Count)
        {
            use.LastSentence = _sentences.Count;
            use.Sentences++;
        }

        if ((word.Traits & WordTraits.Opening) == 0)
        {
            _ = word.IsCapital ? use.Capitals++ : use.Lowers++;
        }

        return id;
    }

    /// <summary>The sentences of each stem, stem after stem, in one array.</summary>
    private int[] ListSentences()
    {
        var uses = CollectionsMarshal.AsSpan(_uses);
        var total = 0;
        foreach (ref var use in uses)
        {
            (use.FirstListed, use.LastSentence) = (total, -1);
            total += use.Sentences;
            use.Sentences = 0;
        }

        var sentences = new int[total];
        for (var i = 0; i < _sentences.Count; i++)
        {
            foreach (ref readonly var term in TermsOf(i))
            {
                ref var use = ref uses[term.Stem];
                if (use.LastSentence != i)
                {
                    use.LastSentence = i;
                    sentences[use.FirstListed + use.Sentences++] = i;
                }
            }
        }

        return sentences;
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

    private struct StemUse
    {
        public int Sentences;
        public int FirstListed;
        public int LastSentence;
        public int Capitals;
        public int Lowers;
    }
}

/// <param name="Paragraph">Index into the source's paragraphs.</param>
/// <param name="Range">In the paragraph's text.</param>
/// <param name="EndTerm">Exclusive, as the others.</param>
internal readonly record struct SourceSentence(int Paragraph, Sentence Range, int FirstTerm, int EndTerm, int FirstQuantity, int EndQuantity);
