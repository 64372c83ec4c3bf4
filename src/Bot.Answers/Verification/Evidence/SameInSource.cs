using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Verification.Evidence;

/// <summary>What a statement names otherwise than its source although it means the same: “NATO”, “American”, “3.5 per cent”, “thirty-two”, “Tech Crunch”.</summary>
/// <remarks>A word of the statement that means the same as one of the source is given that one's stem, so that whatever compares them sees one word.</remarks>
internal static class SameInSource
{
    private const int LongestName = 7;
    private const int LongestAcronym = 6;

    /// <param name="terms">Of the statement; changed in place.</param>
    /// <param name="quantities">Of the statement.</param>
    public static void Resolve(string text, Term[] terms, ImmutableArray<Quantity> quantities, SourceText source)
    {
        foreach (var quantity in quantities)
        {
            ResolveQuantity(terms, quantity, source);
        }

        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Stem >= 0 || terms[i].Is(TermKinds.Stop | TermKinds.Number) || !char.IsUpper(text[terms[i].Start]))
            {
                continue;
            }

            if (OfAcronym(text, terms[i], source) is >= 0 and var name)
            {
                terms[i] = terms[i] with { Stem = name };
            }
            else if (OfCountry(terms, i, source, out var length) is >= 0 and var country)
            {
                Give(terms, i, i + length, country);
            }
            else if (OfWholeName(text, terms, i, source, out var first, out var end) is >= 0 and var acronym)
            {
                Give(terms, first, end, acronym);
            }
            else if (OfTwoParts(text, terms, i, source, out first) is >= 0 and var joined)
            {
                Give(terms, first, first + 2, joined);
            }
        }
    }

    /// <summary>“thirty-two” for “32” and the other way round; “percent” and “per cent” say no more than “%”.</summary>
    private static void ResolveQuantity(Term[] terms, in Quantity quantity, SourceText source)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Start < quantity.Start || terms[i].End > quantity.End)
            {
                continue;
            }

            if (!terms[i].Is(TermKinds.Number))
            {
                terms[i] = quantity.Kind == QuantityKind.Percent ? terms[i] with { Kinds = terms[i].Kinds | TermKinds.Stop } : terms[i];
            }
            else if (terms[i].Stem < 0)
            {
                terms[i] = terms[i] with { Stem = StemOfNumber(quantity.Value, source) };
            }
        }
    }

    private static int StemOfNumber(double value, SourceText source)
    {
        if (source.StemOf(value.ToString(CultureInfo.InvariantCulture)) is >= 0 and var stem)
        {
            return stem;
        }

        var (tens, ones) = (Math.Floor(value / 10) * 10, value % 10);
        return value is > 20 and < 100 && source.StemOf(ones.ToString(CultureInfo.InvariantCulture)) >= 0 ? source.StemOf(tens.ToString(CultureInfo.InvariantCulture)) : -1;
    }

    /// <summary>The first word of the name that an acronym stands for, by the source's own words or by common use.</summary>
    private static int OfAcronym(string text, in Term term, SourceText source)
    {
        var letters = term.Text.Replace(".", "", StringComparison.Ordinal);
        if (letters.Length is < 2 or > LongestAcronym || !char.IsUpper(text[term.End - 1 - (text[term.End - 1] == '.' ? 1 : 0)]))
        {
            return -1;
        }

        if (source.MeantBy(letters) is >= 0 and var meant)
        {
            return meant;
        }

        if (Equivalents.NameOf(letters) is not { } name)
        {
            return -1;
        }

        var stems = name.Where(word => !StopWords.Contains(word)).Select(word => source.StemOf(Stems.Of(word))).ToArray();
        return !stems.Contains(-1) && (stems.Length == 1 || source.HasPair(stems[0], stems[1])) ? stems[0] : -1;
    }

    private static int OfCountry(Term[] terms, int at, SourceText source, out int length)
    {
        length = 1;
        var others = Equivalents.OfCountry(terms[at].Text);
        if (at + 1 < terms.Length && terms[at + 1].Start - terms[at].End <= 1 && Equivalents.OfCountry($"{terms[at].Text} {terms[at + 1].Text}") is { Length: > 0 } two)
        {
            (others, length) = (two, 2);
        }

        foreach (var other in others)
        {
            var parts = other.Split(' ');
            var stem = parts.Length == 2 ? (source.HasPair(source.StemOf(Stems.Of(parts[0])), source.StemOf(Stems.Of(parts[1]))) ? source.StemOf(Stems.Of(parts[0])) : -1)
                : IsAcronym(other) ? source.AbbreviationOf(other)
                : source.StemOf(Stems.Of(other)) is >= 0 and var plain && source.IsName(plain) ? plain : -1;
            if (stem >= 0)
            {
                return stem;
            }
        }

        return -1;
    }

    // “us” is mostly a pronoun.
    private static bool IsAcronym(string name) => name.Contains('.', StringComparison.Ordinal) || name.Length <= 2 || name is "usa" or "uae";

    /// <summary>The acronym of the name that stands around this word: its initials, or the one that common use knows.</summary>
    private static int OfWholeName(string text, Term[] terms, int at, SourceText source, out int first, out int end)
    {
        (first, end) = (at, at + 1);
        while (first > 0 && end - first < LongestName && Joins(text, terms, first - 1))
        {
            first--;
        }

        while (end < terms.Length && end - first < LongestName && Joins(text, terms, end - 1) && (IsCapital(text, terms[end]) || (end + 1 < terms.Length && Joins(text, terms, end))))
        {
            end++;
        }

        while (first < at && !IsCapital(text, terms[first]))
        {
            first++;
        }

        while (end > at + 1 && !IsCapital(text, terms[end - 1]))
        {
            end--;
        }

        if (end - first < 2)
        {
            return -1;
        }

        var initials = string.Concat(terms[first..end].Where(term => IsCapital(text, term)).Select(term => term.Text[0]));
        if (initials.Length > 1 && source.AbbreviationOf(initials) is >= 0 and var stem)
        {
            return stem;
        }

        var words = terms[first..end].Where(term => !term.Is(TermKinds.Stop)).Select(term => term.Text).ToArray();
        foreach (var acronym in words.Length == 0 ? [] : Equivalents.AcronymsFrom(words[0]))
        {
            if (source.AbbreviationOf(acronym) is >= 0 and var known && Equivalents.NameOf(acronym)!.Where(word => !StopWords.Contains(word)).SequenceEqual(words))
            {
                return known;
            }
        }

        return -1;
    }

    /// <summary>“Tech Crunch” for “TechCrunch”.</summary>
    private static int OfTwoParts(string text, Term[] terms, int at, SourceText source, out int first)
    {
        foreach (var start in (int[])[at, at - 1])
        {
            if (start >= 0 && start + 1 < terms.Length && IsCapital(text, terms[start]) && terms[start + 1].Start - terms[start].End == 1
                && source.StemOf(Stems.Of(terms[start].Text + terms[start + 1].Text)) is >= 0 and var joined)
            {
                first = start;
                return joined;
            }
        }

        first = at;
        return -1;
    }

    /// <summary>True when this word and the next can be of one name: one blank or hyphen between them, and a capital or “of”.</summary>
    private static bool Joins(string text, Term[] terms, int at) =>
        terms[at + 1].Start - terms[at].End == 1 && text[terms[at].End] is ' ' or '-' && (IsCapital(text, terms[at]) || terms[at].Text is "of" or "for" or "and" or "the" or "in");

    private static bool IsCapital(string text, in Term term) => char.IsUpper(text[term.Start]);

    private static void Give(Term[] terms, int first, int end, int stem)
    {
        for (var i = first; i < end; i++)
        {
            if (!terms[i].Is(TermKinds.Stop))
            {
                terms[i] = terms[i] with { Stem = stem };
            }
        }
    }
}
