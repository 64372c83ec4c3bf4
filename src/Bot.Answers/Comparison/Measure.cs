using System.Collections.Immutable;

namespace Bot.Answers.Comparison;

/// <summary>A number of something in a statement.</summary>
/// <param name="Units">What may be counted, nearest first; none when it cannot be told.</param>
/// <param name="Whole">What a percentage is of, a stem; null when it is not said.</param>
/// <param name="Rounded">Said to be none too exact.</param>
internal sealed record Measure(int Start, int End, double Value, ImmutableArray<Unit> Units, string? Whole, bool Rounded)
{
    // “nearly 12,000” and “11,860” are no conflict.
    private const double Roundness = 0.05;

    public bool IsTime => Units is [{ Stem: Comparison.Units.Year or Comparison.Units.Day or Comparison.Units.Weekday }];

    public bool IsOfTheSame(Measure other) => UnitIn(other) is not null && (Whole is null || other.Whole is null || Whole == other.Whole);

    public bool IsAsMuchAs(Measure other) =>
        Math.Abs(Value - other.Value) <= (Rounded || other.Rounded ? Roundness : 1e-6) * Math.Max(Math.Abs(Value), Math.Abs(other.Value));

    /// <summary>Whether neither is more than so many times the other.</summary>
    public bool IsWithin(double times, Measure other) =>
        Math.Max(Math.Abs(Value), Math.Abs(other.Value)) <= times * Math.Min(Math.Abs(Value), Math.Abs(other.Value)) || IsAsMuchAs(other) || Value == 0 || other.Value == 0;

    /// <summary>The nearest unit that the other one has too.</summary>
    public Unit? UnitIn(Measure other)
    {
        foreach (var unit in Units)
        {
            if (other.Units.Any(theirs => theirs.Stem == unit.Stem))
            {
                return unit;
            }
        }

        return null;
    }
}

/// <param name="End">Where the word ends in the statement.</param>
internal readonly record struct Unit(string Stem, int End);

/// <summary>Units that are no words of the statement.</summary>
internal static class Units
{
    public const string Year = "year ";
    public const string Day = "day ";
    public const string Weekday = "weekday ";

    /// <summary>The stem of its name, so that “$5” and “5 dollars” are of the same.</summary>
    public static string Currency(char sign) => Bot.Language.Stems.Of(sign switch { '€' => "euro", '£' => "pound", '¥' => "yen", _ => "dollar" });
}
