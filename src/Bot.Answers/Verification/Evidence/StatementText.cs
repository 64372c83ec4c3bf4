using System.Collections.Immutable;
using System.Text.RegularExpressions;
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

        ResolveInitials(source);
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

    // “United Kingdom” for “UK”, and the other way round; two names are not one for having the same initials.
    private void ResolveInitials(SourceText source)
    {
        for (var i = 0; i < Terms.Length; i++)
        {
            if (Terms[i].Stem < 0 && Terms[i].Text.Length <= 5 && char.IsUpper(Text[Terms[i].End - 1 - (Text[Terms[i].End - 1] == '.' ? 1 : 0)])
                && source.MeantBy(Terms[i].Text) is >= 0 and var name)
            {
                _kin[i] = [new Kin(name, 1)];
            }
            else if (i > 0 && Terms[i].Is(TermKinds.Name) && (Terms[i].Stem < 0 || Terms[i - 1].Stem < 0) && char.IsUpper(Text[Terms[i - 1].Start])
                && source.AbbreviationOf($"{Terms[i - 1].Text[0]}{Terms[i].Text[0]}") is >= 0 and var initials)
            {
                (_kin[i - 1], _kin[i]) = ([new Kin(initials, 1)], [new Kin(initials, 1)]);
            }
        }
    }

    private static Kin[] KinOf(in Term term, Word word, SourceText source)
    {
        if (term.Is(TermKinds.Number | TermKinds.Calendar))
        {
            return [];
        }

        List<Kin>? kin = null;
        foreach (var contrary in Wording.ContrariesOf(word.Text))
        {
            Add(Stems.Of(contrary), -1);
        }

        if (term.Entry >= 0 && !term.Is(TermKinds.Stop))
        {
            foreach (var relative in Lexicon.Default.RelativesOf(term.Entry))
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

        return kin is null ? [] : [.. kin];

        void Add(string stem, float strength)
        {
            if (source.StemOf(stem) is >= 0 and var id)
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
