using Bot.Search.Language;

namespace Bot.Answers.Verification;

/// <summary>One statement compared with a source: every measure the scorer uses, and the words behind those that a person can be told about.</summary>
internal sealed class Comparison
{
    private const int MaxBits = 64;
    private const double CloseShare = 0.3;

    private readonly StatementText _statement;
    private readonly SourceText _source;
    private readonly float[] _values = new float[Enum.GetValues<Feature>().Length];
    private readonly List<Finding> _findings = [];
    private readonly int[] _content;
    private readonly int[] _partner;

    /// <param name="allowed">Which sentences of the source the statement relies on; empty for whichever fit best.</param>
    public Comparison(StatementText statement, SourceText source, ReadOnlySpan<bool> allowed)
    {
        _statement = statement;
        _source = source;
        _content = Content(statement);
        _partner = new int[statement.Terms.Length];
        var weights = Weights();
        var masks = EvidenceWindow.Masks(statement, source, _content, soft: false);
        Window = EvidenceWindow.Best(masks, weights, allowed);
        var soft = EvidenceWindow.Best(EvidenceWindow.Masks(statement, source, _content, soft: true), weights, allowed);
        Measure(Feature.MissInSentence, 1 - EvidenceWindow.Best(masks, weights, allowed, maxSentences: 1).Coverage);
        Measure(Feature.MissInWindow, 1 - Window.Coverage);
        Measure(Feature.MissInWindowSoft, 1 - soft.Coverage);
        Measure(Feature.Spread, EvidenceWindow.Spread(masks, weights, most: 5));
        Window = Align(soft);
        CompareCoverage(weights);
        CompareQuotes();
        CompareEdits();
        CompareNumbers();
        CompareNames();
        Describe();
    }

    public EvidenceWindow Window { get; }

    public ReadOnlySpan<float> Values => _values;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>True for what no reading forgives: a number, name or quotation that is not there, or a near copy in which a word was exchanged.</summary>
    public bool Contradicts =>
        this[Feature.NumberUnseen] + this[Feature.CalendarUnseen] + this[Feature.NameUnseen] + this[Feature.QuoteUnseen] + this[Feature.CloseSwaps] > 0
        || (IsNearCopy && (this[Feature.OpeningUnseen] > 0 || (this[Feature.WordSwap] > 0 && this[Feature.UnseenSoft] > 0)));

    /// <summary>Almost the source's own words, so that every word which differs was changed.</summary>
    public bool IsNearCopy => this[Feature.AlignMiss] <= CloseShare;

    private ReadOnlySpan<Term> Stretch => _source.TermsOf(Window.First, Window.End);

    public float this[Feature feature] => _values[(int)feature];

    private void Measure(Feature feature, double value) => _values[(int)feature] = (float)value;

    private void Count(Feature feature) => _values[(int)feature]++;

    private static int[] Content(StatementText statement)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var content = new List<int>();
        for (var i = 0; i < statement.Terms.Length && content.Count < MaxBits; i++)
        {
            if (statement.Terms[i].IsContent && seen.Add(statement.Terms[i].Text))
            {
                content.Add(i);
            }
        }

        return [.. content];
    }

    private double[] Weights()
    {
        var weights = Array.ConvertAll(_content, i => 0.3 + _statement.Terms[i].Weight);
        var total = Math.Max(weights.Sum(), 1e-9);
        return Array.ConvertAll(weights, weight => weight / total);
    }

    // The stretch that covers most words is not always the one that says the same thing: among the likely ones the best alignment decides.
    private EvidenceWindow Align(EvidenceWindow soft)
    {
        var (best, most) = (Window, -1f);
        Span<int> partner = stackalloc int[_partner.Length];
        foreach (var window in soft == Window ? new[] { Window } : [Window, soft])
        {
            var worth = WordAlignment.Align(_statement, _source.TermsOf(window.First, window.End), partner);
            if (worth > most)
            {
                (best, most) = (window, worth);
                partner.CopyTo(_partner);
            }
        }

        return best;
    }

    private void CompareCoverage(double[] weights)
    {
        for (var bit = 0; bit < _content.Length; bit++)
        {
            var term = _statement.Terms[_content[bit]];
            if (term.Stem >= 0)
            {
                continue;
            }

            _values[(int)Feature.UnseenShare] += (float)weights[bit];
            _values[(int)Feature.UnseenSoft] += (float)weights[bit] * (1 - Math.Max(0, _statement.BestLikeness(_content[bit])));
            _values[(int)Feature.UnseenUnlike] += (float)weights[bit] * (1 - Nearest(_content[bit]));
            Measure(Feature.UnseenWeight, Math.Max(this[Feature.UnseenWeight], term.Weight));
            Count(Feature.UnseenCount);
            _findings.Add(new Finding(FindingKind.UnseenWord, _statement.Text[term.Start..term.End]));
        }

        var terms = _statement.Terms;
        var (pairs, misses) = (0, 0);
        for (var i = 1; i < terms.Length; i++)
        {
            pairs++;
            misses += _source.HasPair(terms[i - 1].Stem, terms[i].Stem) ? 0 : 1;
        }

        Measure(Feature.PairMiss, pairs == 0 ? 0 : (double)misses / pairs);
        (pairs, misses, var far) = (0, 0, 0);
        for (var i = 1; i < _content.Length; i++)
        {
            pairs++;
            misses += Together(terms[_content[i - 1]].Stem, terms[_content[i]].Stem, within: 0) ? 0 : 1;
            far += Together(terms[_content[i - 1]].Stem, terms[_content[i]].Stem, within: 1) ? 0 : 1;
        }

        Measure(Feature.ContentPairMiss, pairs == 0 ? 0 : (double)misses / pairs);
        Measure(Feature.ContentPairFar, pairs == 0 ? 0 : (double)far / pairs);
    }

    /// <summary>Likeness of the word of the stretch that is most like this one, from 0 to 1.</summary>
    private float Nearest(int term)
    {
        var best = Math.Max(0, _statement.BestLikeness(term));
        if (_statement.Terms[term] is { Entry: >= 0 and var entry } plain && !plain.Is(TermKinds.Name | TermKinds.Number | TermKinds.Calendar))
        {
            foreach (var other in Stretch)
            {
                if (other.IsContent && !other.Is(TermKinds.Name))
                {
                    best = Math.Max(best, Lexicon.Default.Likeness(entry, other.Entry));
                }
            }
        }

        return best;
    }

    private bool Together(int first, int second, int within)
    {
        if (first < 0 || second < 0)
        {
            return false;
        }

        var a = _source.SentencesWith(first);
        var b = _source.SentencesWith(second);
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

    private void CompareEdits()
    {
        var terms = _statement.Terms;
        var stretch = Stretch;
        var (missed, missedWeight, unlike, weight, run, longest) = (0, 0.0, 0.0, 0.0, 0, 0);
        var framing = Framing();
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            run = _partner[i] < 0 ? 0 : i > 0 && _partner[i - 1] >= 0 && _partner[i] == _partner[i - 1] + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
            missed += _partner[i] < 0 && i >= framing ? 1 : 0;
            weight += term.IsContent ? 0.3 + term.Weight : 0;
            if (_partner[i] >= 0)
            {
                if (stretch[_partner[i]].Stem != term.Stem && term.IsContent)
                {
                    Count(Feature.StoodIn);
                }
            }
            else if (term.IsContent)
            {
                missedWeight += 0.3 + term.Weight;
                unlike += (0.3 + term.Weight) * (1 - (Holds(stretch, term.Stem) ? 1 : Nearest(i)));
                Count(!Holds(stretch, term.Stem) ? Feature.Added
                    : term.Is(TermKinds.Name) && !IsTeller(i) ? Feature.NameMoved : Feature.Moved);
            }
        }

        var counted = terms.Length - framing;
        Measure(Feature.AlignMiss, counted == 0 ? 0 : (double)missed / counted);
        Measure(Feature.AlignMissContent, weight == 0 ? 0 : missedWeight / weight);
        Measure(Feature.AlignUnlike, weight == 0 ? 0 : unlike / weight);
        Measure(Feature.LongestRun, counted == 0 ? 0 : (double)longest / counted);
        Measure(Feature.NegationDifference, Math.Abs(CountOf(terms, TermKinds.Negation) - CountOf(stretch, TermKinds.Negation)));
        CompareBlocks(stretch);
        CompareSkipped(stretch);
        if (IsNearCopy && counted >= 5)
        {
            Measure(Feature.CloseEdits, this[Feature.Added] + this[Feature.NameMoved] + this[Feature.NegationAdded] + this[Feature.NegationDropped]);
            Measure(Feature.CloseSwaps,
                this[Feature.NameSwap] + this[Feature.NameMoved] + this[Feature.NumberSwap] + this[Feature.NegationAdded] + this[Feature.NegationDropped] + this[Feature.Contrary]
                    + this[Feature.QuoteUnseen] + (this[Feature.QuoteCut] > 1 ? 1 : 0));
        }
    }

    // Who said it may stand before or after what was said.
    private bool IsTeller(int term) => HasAny(_statement.Terms.AsSpan(Math.Max(0, term - 2)..Math.Min(_statement.Terms.Length, term + 4)), TermKinds.Reporting);

    // “According to the article, …”: words about the telling stand outside of what is told.
    private int Framing()
    {
        var (end, tells) = (0, false);
        while (end < _partner.Length && _partner[end] < 0 && !_statement.Terms[end].IsContent && !_statement.Terms[end].Is(TermKinds.Negation))
        {
            tells |= _statement.Terms[end++].Is(TermKinds.Reporting);
        }

        return tells ? end : 0;
    }

    /// <summary>Words of the statement that have no partner, against the words of the source in the same place.</summary>
    private void CompareBlocks(ReadOnlySpan<Term> stretch)
    {
        var terms = _statement.Terms;
        for (var start = 0; start < terms.Length; start++)
        {
            if (_partner[start] >= 0)
            {
                continue;
            }

            var end = start + 1;
            while (end < terms.Length && _partner[end] < 0)
            {
                end++;
            }

            var right = end < terms.Length ? _partner[end] : stretch.Length;
            var left = start > 0 ? _partner[start - 1] + 1 : Math.Max(0, right - (end - start) - 2);
            right = end < terms.Length ? right : Math.Min(right, left + (end - start) + 2);
            CompareBlock(terms.AsSpan(start, end - start), stretch[left..Math.Max(left, right)], start, stretch);
            start = end;
        }
    }

    private void CompareBlock(ReadOnlySpan<Term> block, ReadOnlySpan<Term> opposite, int start, ReadOnlySpan<Term> stretch)
    {
        if (HasAny(block, TermKinds.Name) && HasAny(opposite, TermKinds.Name))
        {
            Count(Feature.NameSwap);
        }

        if (HasAny(block, TermKinds.Number | TermKinds.Calendar) && HasAny(opposite, TermKinds.Number | TermKinds.Calendar))
        {
            Count(Feature.NumberSwap);
        }

        var (added, replaced) = (PlainWords(block), PlainWords(opposite));
        Measure(Feature.WordSwap, this[Feature.WordSwap] + Math.Min(added, replaced));
        Measure(Feature.Inserted, this[Feature.Inserted] + Math.Max(0, added - replaced));
        for (var i = 0; i < block.Length; i++)
        {
            if (block[i].Is(TermKinds.Negation) && !HasAny(opposite, TermKinds.Negation) && (start + i > 0 || !HasAny(stretch, TermKinds.Negation)))
            {
                Count(Feature.NegationAdded);
                _findings.Add(new Finding(FindingKind.NegationAdded, block[i].Text));
            }
            else if (block[i].Is(TermKinds.Hedge))
            {
                Count(Feature.HedgeAdded);
            }

            if (ContraryIn(stretch, start + i) is { } contrary)
            {
                Count(Feature.Contrary);
                _findings.Add(new Finding(FindingKind.Contrary, $"“{block[i].Text}” for “{contrary}”"));
            }
        }
    }

    private static int PlainWords(ReadOnlySpan<Term> terms)
    {
        var count = 0;
        foreach (var term in terms)
        {
            count += term.IsContent && !term.Is(TermKinds.Name | TermKinds.Number | TermKinds.Calendar) ? 1 : 0;
        }

        return count;
    }

    /// <summary>What the source says between words that the statement keeps.</summary>
    private void CompareSkipped(ReadOnlySpan<Term> stretch)
    {
        var last = -1;
        var skipped = 0f;
        for (var i = 0; i < _partner.Length; i++)
        {
            if (_partner[i] < 0)
            {
                continue;
            }

            for (var j = last + 1; last >= 0 && j < _partner[i]; j++)
            {
                skipped += stretch[j].IsContent ? stretch[j].Weight : 0;
                if (stretch[j].Is(TermKinds.Negation) && _partner[i] - last <= 4)
                {
                    Count(Feature.NegationDropped);
                    _findings.Add(new Finding(FindingKind.NegationDropped, stretch[j].Text));
                }
                else if (stretch[j].Is(TermKinds.Hedge) && _partner[i] - last <= 4)
                {
                    Count(Feature.HedgeDropped);
                    _findings.Add(new Finding(FindingKind.HedgeDropped, stretch[j].Text));
                }
            }

            last = _partner[i];
        }

        Measure(Feature.Skipped, skipped);
        Measure(Feature.ReportDropped, HasAny(stretch, TermKinds.Reporting) && !HasAny(_statement.Terms, TermKinds.Reporting) ? 1 : 0);
    }

    private string? ContraryIn(ReadOnlySpan<Term> stretch, int term)
    {
        foreach (var kin in _statement.KinOf(term))
        {
            if (kin.Strength < 0)
            {
                for (var j = 0; j < stretch.Length; j++)
                {
                    if (stretch[j].Stem == kin.Stem && !_partner.AsSpan().Contains(j))
                    {
                        return stretch[j].Text;
                    }
                }
            }
        }

        return null;
    }

    private void CompareNumbers()
    {
        Measure(Feature.Numbers, _statement.Quantities.Length);
        var here = _source.QuantitiesOf(Window.First, Window.End);
        foreach (var quantity in _statement.Quantities)
        {
            var words = _statement.Text[quantity.Start..quantity.End];
            if (!Has(_source.Quantities, quantity))
            {
                // “one” is more often a pronoun than a number.
                if (!(quantity is { Value: 1 or 2, Kind: QuantityKind.Count or QuantityKind.Ordinal } && char.IsLetter(words[0])))
                {
                    Count(Feature.NumberUnseen);
                    _findings.Add(new Finding(FindingKind.NumberUnseen, words));
                }
            }
            else if (!Has(here, quantity))
            {
                Count(Feature.NumberElsewhere);
                _findings.Add(new Finding(FindingKind.NumberElsewhere, words));
            }
        }

        for (var i = 0; i < _statement.Terms.Length; i++)
        {
            var term = _statement.Terms[i];
            if (term.Is(TermKinds.Calendar))
            {
                var kind = term.Stem < 0 ? FindingKind.NumberUnseen : Holds(Stretch, term.Stem) ? default(FindingKind?) : FindingKind.NumberElsewhere;
                if (kind is { } found)
                {
                    Count(term.Stem < 0 ? Feature.CalendarUnseen : Feature.CalendarElsewhere);
                    _findings.Add(new Finding(found, _statement.Text[term.Start..term.End]));
                }
            }
            else if (term.Is(TermKinds.Number) && term.Stem >= 0 && _content.Length > 1 && !KeepsCompany(i))
            {
                Count(Feature.NumberContext);
            }
        }
    }

    // A number that is right somewhere may still be given to the wrong thing: it should stand with the word beside it.
    private bool KeepsCompany(int term)
    {
        for (var step = 1; step <= 3; step++)
        {
            foreach (var near in new[] { term + step, term - step })
            {
                if (near >= 0 && near < _statement.Terms.Length && _statement.Terms[near] is { IsContent: true } other
                    && !other.Is(_statement.Terms[term].Kinds & (TermKinds.Number | TermKinds.Name))
                    && Together(_statement.Terms[term].Stem, other.Stem, within: 0))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Has(ReadOnlySpan<Quantity> quantities, in Quantity wanted)
    {
        foreach (var quantity in quantities)
        {
            if (Math.Abs(quantity.Value - wanted.Value) <= 1e-6 * Math.Abs(wanted.Value)
                && (quantity.Kind == QuantityKind.Percent) == (wanted.Kind == QuantityKind.Percent))
            {
                return true;
            }
        }

        return false;
    }

    private void CompareNames()
    {
        var stretch = Stretch;
        for (var i = 0; i < _statement.Terms.Length; i++)
        {
            var term = _statement.Terms[i];
            if (term.Is(TermKinds.Name))
            {
                Count(Feature.Names);
                var words = _statement.Text[term.Start..term.End];
                if (term.Stem < 0 && _statement.BestLikeness(i) < 0.5f)
                {
                    Count(Feature.NameUnseen);
                    _findings.Add(new Finding(FindingKind.NameUnseen, words));
                }
                else if (!Holds(stretch, term.Stem) && _partner[i] < 0)
                {
                    Count(Feature.NameElsewhere);
                    _findings.Add(new Finding(FindingKind.NameElsewhere, words));
                }

                if (i > 0 && _statement.Terms[i - 1].Is(TermKinds.Name) && term.Start - _statement.Terms[i - 1].End == 1
                    && !_source.HasPair(_statement.Terms[i - 1].Stem, term.Stem))
                {
                    Count(Feature.NamePairMiss);
                }

                if (term.Stem >= 0 && _content.Length > 1 && !KeepsCompany(i))
                {
                    Count(Feature.NameContext);
                }
            }
            else if (term.Is(TermKinds.Opening) && term.IsContent && term.Stem < 0 && char.IsUpper(_statement.Text[term.Start]))
            {
                Count(Feature.OpeningUnseen);
            }
        }
    }

    private void CompareQuotes()
    {
        Measure(Feature.Quotes, _statement.Quotes.Length);
        foreach (var (start, end) in _statement.Quotes)
        {
            var quote = _statement.Text[start..end];
            if (_source.FindQuote(quote) is not { } found)
            {
                Count(Feature.QuoteUnseen);
                _findings.Add(new Finding(FindingKind.QuoteAltered, quote));
            }
            else if (IsCut(_source.Paragraphs[found.Paragraph].Text.AsSpan(found.End)))
            {
                var last = Array.FindLast(_statement.Terms, term => term.End <= end);
                Measure(Feature.QuoteCut, this[Feature.QuoteCut] + (last.Is(TermKinds.Stop) ? 2 : 1));
            }
        }
    }

    // The speaker went on, without so much as a comma.
    private static bool IsCut(ReadOnlySpan<char> rest) => rest.Length > 1 && rest[0] == ' ' && char.IsLetterOrDigit(rest[1]);

    private void Describe()
    {
        var text = _statement.Text.AsSpan().TrimEnd();
        var terms = _statement.Terms;
        Measure(Feature.Terms, terms.Length);
        Measure(Feature.ContentTerms, _content.Length);
        Measure(Feature.LowerCase, text.ContainsAnyInRange('A', 'Z') ? 0 : 1);
        Measure(Feature.OpenEnd, text.Length > 0 && text[^1] is '.' or '!' or '?' or '"' or '”' or '\'' or ')' ? 0 : 1);
        Measure(Feature.Announces, text.EndsWith(":", StringComparison.Ordinal) ? 1 : 0);
        Measure(Feature.Compression, terms.Length == 0 ? 0 : (double)Stretch.Length / terms.Length);
        Measure(Feature.About, CountOf(terms, TermKinds.Reporting));
        Measure(Feature.SourceSentences, Math.Log(1 + _source.Sentences.Length));
        Measure(Feature.WindowPosition, _source.Sentences.Length == 0 ? 0 : (double)Window.First / _source.Sentences.Length);
        var seen = new HashSet<(string, string)>();
        for (var i = 1; i < terms.Length; i++)
        {
            if (!seen.Add((terms[i - 1].Text, terms[i].Text)))
            {
                Count(Feature.Repeats);
            }
        }
    }

    private static bool Holds(ReadOnlySpan<Term> stretch, int stem)
    {
        foreach (var term in stretch)
        {
            if (term.Stem == stem)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(ReadOnlySpan<Term> terms, TermKinds kinds) => CountOf(terms, kinds) > 0;

    private static int CountOf(ReadOnlySpan<Term> terms, TermKinds kinds)
    {
        var count = 0;
        foreach (var term in terms)
        {
            count += term.Is(kinds) ? 1 : 0;
        }

        return count;
    }
}
