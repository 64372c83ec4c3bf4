using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Answers.Quoting;
using Bot.Answers.Verification.Terms;
using Bot.Articles;
using Bot.Language;
using Bot.Search.Vectors;

namespace Bot.Answers.Verification.Evidence;

/// <summary>Paragraphs prepared for checking statements against them. Immutable once built, safe for every thread; build it once for many statements.</summary>
internal sealed class SourceText
{
    private const int MostOnStack = 256;
    private const int MostInitials = 6;

    private readonly ImmutableArray<ParagraphReading> _readings;
    private readonly Dictionary<string, int> _stems;
    private readonly List<StemUse> _uses;
    private readonly int[] _sentencesByStem;
    private readonly int[] _firstTerms;
    private readonly Term[] _terms;
    private readonly SourceSentence[] _sentences;
    private readonly Quantity[] _quantities;
    private readonly Dictionary<string, int> _abbreviations = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _initials;

    public SourceText(ImmutableArray<Paragraph> paragraphs, IStatementVectors? vectors = null)
        : this(ImmutableArray.CreateRange(paragraphs, paragraph => new ParagraphReading(null, paragraph)), vectors)
    {
    }

    public SourceText(ImmutableArray<ParagraphReading> readings, IStatementVectors? vectors)
    {
        (_readings, Vectors) = (readings, vectors);
        var (terms, sentences, quantities, stems) = (0, 0, 0, 0);
        foreach (var reading in readings)
        {
            terms += reading.Terms.Length;
            sentences += reading.Sentences.Length;
            quantities += reading.Quantities.Length;
            stems += reading.Stems.Length;
        }

        _stems = new(stems, StringComparer.Ordinal);
        _uses = new(stems);
        _firstTerms = new int[readings.Length];
        _terms = new Term[terms];
        _sentences = new SourceSentence[sentences];
        _quantities = new Quantity[quantities];
        (terms, sentences, quantities) = (0, 0, 0);
        for (var i = 0; i < readings.Length; i++)
        {
            _firstTerms[i] = terms;
            Add(readings[i], i, ref terms, ref sentences, ref quantities);
        }

        _sentencesByStem = ListSentences();

        // Only now is it known which words that open a sentence are names.
        foreach (ref var term in _terms.AsSpan())
        {
            if (term.Is(TermKinds.Opening) && !term.Is(TermKinds.Stop | TermKinds.Calendar | TermKinds.Number) && IsName(term.Stem))
            {
                term = term with { Kinds = term.Kinds | TermKinds.Name };
            }
        }
    }

    public ImmutableArray<ParagraphReading> Readings => _readings;

    /// <summary>What statements and sentences mean; null where only words are compared.</summary>
    public IStatementVectors? Vectors { get; }

    public ReadOnlySpan<SourceSentence> Sentences => _sentences;

    /// <summary>Every word in reading order.</summary>
    public ReadOnlySpan<Term> Terms => _terms;

    public ReadOnlySpan<Quantity> Quantities => _quantities;

    public Paragraph Paragraph(int index) => _readings[index].Paragraph;

    /// <summary>The paragraph at this index as quotations are compared with it.</summary>
    public QuotableText QuotableOf(int paragraph) => _readings[paragraph].Quotable;

    /// <summary>A source of some of these paragraphs, without reading them again.</summary>
    public SourceText Of(ImmutableArray<int> paragraphs) => new(ImmutableArray.CreateRange(paragraphs, paragraph => _readings[paragraph]), Vectors);

    /// <param name="sentence">Index into <see cref="Sentences"/>.</param>
    public UnitVector? VectorOf(int sentence)
    {
        var (paragraph, range, _, _, _, _) = _sentences[sentence];
        var reading = _readings[paragraph];
        return Vectors?.VectorOf(reading.Article, reading.Paragraph, reading.Paragraph.Sentences.IndexOf(range));
    }

    /// <summary>-1 when no word here has this stem.</summary>
    public int StemOf(string stem) => _stems.TryGetValue(stem, out var id) ? id : -1;

    /// <summary>Indexes of the sentences that have the stem, ascending.</summary>
    public ReadOnlySpan<int> SentencesWith(int stem) => _sentencesByStem.AsSpan(_uses[stem].FirstListed, _uses[stem].Sentences);

    /// <summary>True when the word mostly stands with a capital where none is due.</summary>
    public bool IsName(int stem) => _uses[stem].Capitals > _uses[stem].Lowers;

    /// <summary>True when the two stems stand next to each other somewhere, stop words included.</summary>
    public bool HasPair(int first, int second)
    {
        if (first < 0 || second < 0)
        {
            return false;
        }

        // Looked for at the rarer of the two: most of the pairs that are asked for begin or end with “the”.
        var atSecond = _uses[second].Sentences < _uses[first].Sentences;
        var (wanted, other, step) = atSecond ? (second, first, -1) : (first, second, 1);
        foreach (var sentence in SentencesWith(wanted))
        {
            var (begin, end) = (_firstTerms[_sentences[sentence].Paragraph], EndOfParagraph(_sentences[sentence].Paragraph));
            for (var i = _sentences[sentence].FirstTerm; i < _sentences[sentence].EndTerm; i++)
            {
                if (_terms[i].Stem == wanted && i + step >= begin && i + step < end && _terms[i + step].Stem == other)
                {
                    return true;
                }
            }
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
        AbbreviationOf(letters) is >= 0 and var stem ? stem : (_initials ??= CollectInitials()).GetValueOrDefault(letters.Replace(".", "", StringComparison.Ordinal), -1);

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

    /// <summary>The words of one sentence, to be kept.</summary>
    public ReadOnlyMemory<Term> MemoryOf(int sentence) => _terms.AsMemory(_sentences[sentence].FirstTerm.._sentences[sentence].EndTerm);

    public ReadOnlySpan<Quantity> QuantitiesOf(int first, int end) =>
        Quantities[_sentences[first].FirstQuantity.._sentences[end - 1].EndQuantity];

    private int EndOfParagraph(int paragraph) => paragraph + 1 < _firstTerms.Length ? _firstTerms[paragraph + 1] : _terms.Length;

    private void Add(ParagraphReading reading, int index, ref int terms, ref int sentences, ref int quantities)
    {
        Span<int> ids = reading.Stems.Length <= MostOnStack ? stackalloc int[reading.Stems.Length] : new int[reading.Stems.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = Use(reading.Stems[i]);
        }

        var (firstTerm, firstQuantity) = (terms, quantities);
        reading.Quantities.CopyTo(_quantities.AsSpan(quantities));
        quantities += reading.Quantities.Length;
        foreach (ref readonly var term in reading.Terms)
        {
            _terms[terms++] = term with { Stem = ids[term.Stem] };
        }

        foreach (ref readonly var sentence in reading.Sentences)
        {
            _sentences[sentences++] = new SourceSentence(
                index, sentence.Range, firstTerm + sentence.FirstTerm, firstTerm + sentence.EndTerm, firstQuantity + sentence.FirstQuantity, firstQuantity + sentence.EndQuantity);
        }

        foreach (var (letters, stem) in reading.Abbreviations)
        {
            _abbreviations.TryAdd(letters, ids[stem]);
        }
    }

    private int Use(StemCount stem)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, stem.Stem, out var known);
        if (!known)
        {
            id = _uses.Count;
            _uses.Add(default);
        }

        ref var use = ref CollectionsMarshal.AsSpan(_uses)[id];
        use.Capitals += stem.Capitals;
        use.Lowers += stem.Lowers;
        return id;
    }

    /// <summary>The sentences of each stem, stem after stem, in one array.</summary>
    private int[] ListSentences()
    {
        var uses = CollectionsMarshal.AsSpan(_uses);
        for (var i = 0; i < _sentences.Length; i++)
        {
            foreach (ref readonly var term in TermsOf(i))
            {
                uses[term.Stem].MeetIn(i);
            }
        }

        var total = 0;
        foreach (ref var use in uses)
        {
            (use.FirstListed, total) = (total, total + use.Sentences);
            (use.Sentences, use.Met) = (0, 0);
        }

        var sentences = new int[total];
        for (var i = 0; i < _sentences.Length; i++)
        {
            foreach (ref readonly var term in TermsOf(i))
            {
                ref var use = ref uses[term.Stem];
                if (use.MeetIn(i))
                {
                    sentences[use.FirstListed + use.Sentences - 1] = i;
                }
            }
        }

        return sentences;
    }

    /// <summary>What names in a row are called by their first letters.</summary>
    private Dictionary<string, int> CollectInitials()
    {
        var initials = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = Terms;
        Span<char> letters = stackalloc char[MostInitials];
        for (var first = 0; first < terms.Length; first++)
        {
            if (!terms[first].Is(TermKinds.Name))
            {
                continue;
            }

            letters[0] = terms[first].Text[0];
            var count = 1;
            for (var end = first + 1; end < terms.Length && count < MostInitials; end++)
            {
                // “Centers for Disease Control”: small words inside a name have no letter.
                if (!terms[end].Is(TermKinds.Name))
                {
                    if (terms[end].Text is "of" or "for" or "and" or "the" or "in" && end + 1 < terms.Length && terms[end + 1].Is(TermKinds.Name))
                    {
                        continue;
                    }

                    break;
                }

                letters[count++] = terms[end].Text[0];
                initials.TryAdd(new string(letters[..count]), terms[first].Stem);
            }
        }

        return initials;
    }

    private struct StemUse
    {
        public int Sentences;
        public int FirstListed;
        public int Capitals;
        public int Lowers;

        /// <summary>The last sentence that it was met in, from 1; 0 for none.</summary>
        public int Met;

        /// <summary>Counts a sentence once; true when it is counted now.</summary>
        public bool MeetIn(int sentence)
        {
            if (Met == sentence + 1)
            {
                return false;
            }

            Met = sentence + 1;
            Sentences++;
            return true;
        }
    }
}

/// <param name="Paragraph">Index into the source's paragraphs.</param>
/// <param name="Range">In the paragraph's text.</param>
/// <param name="EndTerm">Exclusive, as the others.</param>
internal readonly record struct SourceSentence(int Paragraph, Sentence Range, int FirstTerm, int EndTerm, int FirstQuantity, int EndQuantity);
