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
        CompareEdits();
        CompareNumbers();
        CompareNames();
        CompareQuotes();
        Describe();
    }

    public EvidenceWindow Window { get; }

    public ReadOnlySpan<float> Values => _values;

    public IReadOnlyList<Finding> Findings => _findings;

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
        (pairs, misses) = (0, 0);
        for (var i = 1; i < _content.Length; i++)
        {
            pairs++;
            misses += Together(terms[_content[i - 1]].Stem, terms[_content[i]].Stem) ? 0 : 1;
        }

        Measure(Feature.ContentPairMiss, pairs == 0 ? 0 : (double)misses / pairs);
    }

    private bool Together(int first, int second)
    {
        if (first < 0 || second < 0)
        {
            return false;
        }

        var a = _source.SentencesWith(first);
        var b = _source.SentencesWith(second);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
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
        var (missed, missedWeight, weight, run, longest) = (0, 0.0, 0.0, 0, 0);
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            run = _partner[i] < 0 ? 0 : i > 0 && _partner[i - 1] >= 0 && _partner[i] == _partner[i - 1] + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
            missed += _partner[i] < 0 ? 1 : 0;
            weight += term.IsContent ? 0.3 + term.Weight : 0;
            if (_partner[i] >= 0)
            {
                if (stretch[_partner[i]].Stem != term.Stem && term.IsContent)
                {
                    Count(Feature.StoodIn);
                }

                continue;
            }

            if (term.Is(TermKinds.Negation))
            {
                if (i > 0 || !HasAny(stretch, TermKinds.Negation))
                {
                    Count(Feature.NegationAdded);
                    _findings.Add(new Finding(FindingKind.NegationAdded, term.Text));
                }
            }
            else if (term.Is(TermKinds.Hedge) && term.Is(TermKinds.Stop))
            {
                Count(Feature.HedgeAdded);
            }
            else if (term.IsContent)
            {
                missedWeight += 0.3 + term.Weight;
                Count(Holds(stretch, term.Stem) ? Feature.Moved : Feature.Added);
            }

            if (ContraryIn(stretch, i) is { } contrary)
            {
                Count(Feature.Contrary);
                _findings.Add(new Finding(FindingKind.Contrary, $"{term.Text} / {contrary}"));
            }
        }

        var share = terms.Length == 0 ? 0 : (double)missed / terms.Length;
        Measure(Feature.AlignMiss, share);
        Measure(Feature.AlignMissContent, weight == 0 ? 0 : missedWeight / weight);
        Measure(Feature.LongestRun, terms.Length == 0 ? 0 : (double)longest / terms.Length);
        CompareSkipped(stretch);
        Measure(Feature.NegationDifference, Math.Abs(CountOf(terms, TermKinds.Negation) - CountOf(stretch, TermKinds.Negation)));
        if (share <= CloseShare && terms.Length >= 5)
        {
            Measure(Feature.CloseEdits, this[Feature.Added] + this[Feature.Moved] + this[Feature.NegationAdded] + this[Feature.NegationDropped] + this[Feature.Contrary]);
        }
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
                if (near >= 0 && near < _statement.Terms.Length && _statement.Terms[near] is { IsContent: true } other && !other.Is(TermKinds.Number)
                    && Together(_statement.Terms[term].Stem, other.Stem))
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
            if (!_source.Quotes(quote))
            {
                Count(Feature.QuoteUnseen);
                _findings.Add(new Finding(FindingKind.QuoteAltered, quote));
            }
        }
    }

    private void Describe()
    {
        var text = _statement.Text.AsSpan().TrimEnd();
        var terms = _statement.Terms;
        Measure(Feature.Terms, terms.Length);
        Measure(Feature.ContentTerms, _content.Length);
        Measure(Feature.LowerCase, text.ContainsAnyInRange('A', 'Z') ? 0 : 1);
        Measure(Feature.OpenEnd, text.Length > 0 && text[^1] is '.' or '!' or '?' or '"' or '”' or '\'' or ')' ? 0 : 1);
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
