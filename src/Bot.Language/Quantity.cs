using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Language;

/// <summary>A number that a text states, in digits or words.</summary>
/// <param name="Start">UTF-16 code units into the text.</param>
/// <param name="End">Exclusive; the scale (“billion”) and a percent sign are inside.</param>
/// <param name="Value">“1.5 billion” is 1.5e9; “5%” is 5.</param>
public readonly record struct Quantity(int Start, int End, double Value, QuantityKind Kind)
{
    /// <summary>The sign of the currency in front of it; '\0' for none.</summary>
    public char Currency { get; init; }

    /// <summary>Every quantity of the text in order, not overlapping.</summary>
    /// <param name="words">The text's own words (<see cref="Words.Read"/>).</param>
    public static ImmutableArray<Quantity> In(string text, ImmutableArray<Word> words)
    {
        var found = ImmutableArray.CreateBuilder<Quantity>();
        for (var i = 0; i < words.Length;)
        {
            var next = ReadNumber(text, words, i, out var value, out var kind);
            if (next == i)
            {
                i++;
                continue;
            }

            var (start, end) = (words[i].Start, words[next - 1].End);
            if (IsPercent(text, words, ref next, ref end))
            {
                kind = QuantityKind.Percent;
            }
            else if (start > 0 && text[start - 1] is '$' or '€' or '£' or '¥')
            {
                (start, kind) = (start - 1, QuantityKind.Money);
            }
            else if (kind is QuantityKind.Count && next == i + 1 && value is >= 1000 and <= 2100 && words[i].Text.Length == 4
                && end - words[i].Start == 4)
            {
                kind = QuantityKind.Year;
            }

            found.Add(new Quantity(start, end, value, kind) { Currency = kind == QuantityKind.Money ? text[start] : '\0' });
            i = next;
        }

        return found.DrainToImmutable();
    }

    /// <returns>The index after the number, or <paramref name="i"/> when none begins there.</returns>
    private static int ReadNumber(string text, ImmutableArray<Word> words, int i, out double value, out QuantityKind kind)
    {
        kind = QuantityKind.Count;
        var word = words[i].Text;
        if (NumberWords.TryGetOrdinal(word, out value))
        {
            kind = QuantityKind.Ordinal;
            return i + 1;
        }

        var (total, current, next) = (0.0, double.NaN, i);
        while (next < words.Length && (next == i || Adjoins(text, words[next - 1].End, words[next].Start)))
        {
            var part = words[next].Text;
            if (NumberWords.TryGetScale(part, out var scale) && (next > i || scale >= 12))
            {
                var multiplied = (double.IsNaN(current) ? 1 : current) * scale;
                (total, current) = scale >= 1000 ? (total + multiplied, double.NaN) : (total, multiplied);
            }
            else if (NumberWords.TryGetValue(part, out var small) && (double.IsNaN(current) || (current >= 20 && current % 10 == 0 && small < 10)
                || (current >= 100 && current % 100 == 0)))
            {
                current = (double.IsNaN(current) ? 0 : current) + small;
            }
            else if (double.IsNaN(current) && total == 0 && TryParseDigits(part, out var digits))
            {
                current = digits;
            }
            else
            {
                break;
            }

            next++;
            if (current >= 100 && next + 1 < words.Length && words[next].Text == "and" && NumberWords.TryGetValue(words[next + 1].Text, out _))
            {
                next++;
            }
        }

        value = total + (double.IsNaN(current) ? 0 : current);
        return next;
    }

    // “1.5bn”, “20m” and “1990s” keep their letters outside the digits.
    private static bool TryParseDigits(string word, out double value)
    {
        var digits = word.AsSpan();
        var scale = 1.0;
        if (digits.EndsWith("bn", StringComparison.Ordinal))
        {
            digits = digits[..^2];
            scale = 1e9;
        }
        else if (digits.Length > 1 && digits[^1] is 'm' or 'k' or 's')
        {
            scale = digits[^1] switch { 'm' => 1e6, 'k' => 1e3, _ => 1 };
            digits = digits[..^1];
        }

        value = 0;
        if (!char.IsAsciiDigit(word[0]) || !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        value *= scale;
        return true;
    }

    private static bool Adjoins(string text, int end, int start) =>
        start - end == 1 && text[end] is ' ' or '-' or '\u00a0';

    private static bool IsPercent(string text, ImmutableArray<Word> words, ref int next, ref int end)
    {
        if (end < text.Length && text[end] == '%')
        {
            end++;
            return true;
        }

        if (next < words.Length && words[next].Start - end == 1 && words[next].Text is "percent" or "per" or "percentage" or "pct")
        {
            // “Percentage points” are another measure than percent.
            var two = words[next].Text == "per";
            var after = next + 1 < words.Length ? words[next + 1].Text : "";
            if (after is "point" or "points" || (two && after != "cent"))
            {
                return false;
            }

            next += two ? 2 : 1;
            end = words[next - 1].End;
            return true;
        }

        return false;
    }
}

public enum QuantityKind
{
    Count,
    Percent,
    Money,

    /// <summary>Four digits from 1000 to 2100 standing alone.</summary>
    Year,

    /// <summary>“third”, “21st”.</summary>
    Ordinal,
}
