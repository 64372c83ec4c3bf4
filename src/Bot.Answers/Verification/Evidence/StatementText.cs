using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Verification.Evidence;

/// <summary>One statement prepared for comparison with one source.</summary>
internal sealed partial class StatementText
{
    private readonly Kin[][] _kin;

    public StatementText(string text, SourceText source)
    {
        Text = text = WithoutMarkers(text);
        var words = Words.Read(text);
        Quantities = Quantity.In(text, words);
        Terms = new Term[words.Length];
        _kin = new Kin[words.Length][];
        for (var i = 0; i < words.Length; i++)
        {
            var term = TermReading.Read(words[i], source.StemOf(TermReading.StemOf(words[i])));
            if (term.Stem >= 0 && !term.Is(TermKinds.Stop | TermKinds.Calendar | TermKinds.Number) && source.IsName(term.Stem))
            {
                term = term with { Kinds = term.Kinds | TermKinds.Name };
            }

            Terms[i] = term;
            _kin[i] = KinOf(term, words[i], source);
        }

        SameInSource.Resolve(text, Terms, Quantities, source);
        Quotes = RangesInMarks(text);
    }

    public string Text { get; }

    public Term[] Terms { get; }

    public ImmutableArray<Quantity> Quantities { get; }

    /// <summary>What stands between quotation marks; a mark without its partner quotes up to the end, or from the beginning.</summary>
    public ImmutableArray<(int Start, int End)> Quotes { get; }

    /// <summary>How well the source's word can stand for the statement's, from 0 to 1; -1 when it says the contrary.</summary>
    public float Likeness(int term, in Term other)
    {
        if (Terms[term].Stem == other.Stem && other.Stem >= 0)
        {
            return Terms[term].Text == other.Text ? 1 : 0.95f;
        }

        foreach (var kin in _kin[term])
        {
            if (kin.Stem == other.Stem)
            {
                return kin.Strength;
            }
        }

        return 0;
    }

    /// <summary>The best that any word of the source can stand for this one; 1 when it is there itself.</summary>
    public float BestLikeness(int term)
    {
        var best = Terms[term].Stem >= 0 ? 1f : 0;
        foreach (var kin in _kin[term])
        {
            best = Math.Max(best, kin.Strength);
        }

        return best;
    }

    public ReadOnlySpan<Kin> KinOf(int term) => _kin[term];

    /// <summary>The <see cref="Quotes"/> that this text would have.</summary>
    public static ImmutableArray<(int Start, int End)> QuotedIn(string text) => RangesInMarks(WithoutMarkers(text));

    // The number of a list item or of a passage says nothing about the world; blanks keep every offset.
    private static string WithoutMarkers(string text) => ListMarker().Replace(text, marker => new string(' ', marker.Length));

    private static Kin[] KinOf(in Term term, Word word, SourceText source)
    {
        if (term.Is(TermKinds.Number | TermKinds.Calendar))
        {
            return [];
        }

        List<Kin>? kin = null;
        var basis = term.Is(TermKinds.Stop) ? -1 : Lexicon.Default.BaseEntry(word.Text, word.Stem);
        foreach (var contrary in Wording.ContrariesOf(word.Text))
        {
            Add(Stems.Of(contrary), -1);
        }

        if (basis >= 0 && basis != term.Entry)
        {
            foreach (var contrary in Wording.ContrariesOf(Lexicon.Default.TextOf(basis)))
            {
                Add(Stems.Of(contrary), -1);
            }

            AddRelatives(basis);
        }

        if (term.Entry >= 0 && !term.Is(TermKinds.Stop))
        {
            AddRelatives(term.Entry);
        }

        return kin is null ? [] : [.. kin];

        void AddRelatives(int entry)
        {
            foreach (var relative in Lexicon.Default.RelativesOf(entry))
            {
                var strength = relative.Relation switch
                {
                    Relation.Opposite => -1,
                    Relation.Broader or Relation.Narrower => relative.Weight * 0.6f,
                    _ => relative.Weight,
                };
                Add(Lexicon.Default.StemOf(relative.Id), strength);
            }
        }

        void Add(string stem, float strength)
        {
            // “Have” is a synonym of much, and stands everywhere.
            if (source.StemOf(stem) is >= 0 and var id && !StopWords.Contains(stem))
            {
                (kin ??= []).Add(new Kin(id, strength));
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:\d{1,2}[.)]|[-*•])\s|\((?:see )?(?:passage|source|paragraph)s? \d{1,2}(?:(?:,| and|, and) \d{1,2})*\)|(?<=\b(?:passage|source|paragraph)s? )\d{1,2}(?:(?:,| and|, and) \d{1,2})*", RegexOptions.IgnoreCase)]
    private static partial Regex ListMarker();

    private static ImmutableArray<(int Start, int End)> RangesInMarks(string text)
    {
        var quotes = ImmutableArray.CreateBuilder<(int, int)>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '“' or '„' || (text[i] == '"' && open < 0))
            {
                open = i + 1;
            }
            else if (text[i] is '"' or '”')
            {
                quotes.Add((Math.Max(open, 0), i));
                open = -1;
            }
        }

        if (open >= 0)
        {
            quotes.Add((open, text.Length));
        }

        quotes.RemoveAll(quote => !text[quote.Item1..quote.Item2].Any(char.IsLetterOrDigit));
        return quotes.DrainToImmutable();
    }
}

/// <summary>A stem of the source that is related to a word of the statement.</summary>
/// <param name="Strength">From 0 to 1; -1 for the contrary.</param>
internal readonly record struct Kin(int Stem, float Strength);
