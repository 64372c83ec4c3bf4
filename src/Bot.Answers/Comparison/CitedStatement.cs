using System.Collections.Immutable;
using Bot.Answers.Verification.Terms;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Comparison;

/// <summary>A cited statement of one article, read for what another article may say otherwise.</summary>
internal sealed class CitedStatement
{
    // “more than 40 people”: a word this far in front of a number may say that it is none too exact.
    private const int ReachOfHedge = 3;

    private const int LongestTeller = 8;

    private static readonly string[] Rounding = ["about", "around", "nearly", "almost", "roughly", "approximately", "some", "least", "most", "than", "over", "up", "estimated"];

    public CitedStatement(Citation citation, Article article)
    {
        Citation = citation;
        Article = article;
        Text = citation.Quote;
        Words = Bot.Language.Words.Read(Text);
        Content = [.. Words.Take(BeforeTeller()).Where(IsContent).Select(word => word.Stem)];
        var days = Days().ToArray();
        Measures = [.. days, .. Quantity.In(Text, Words).Where(quantity => !days.Any(day => quantity.Start < day.End && day.Start < quantity.End)).Select(Measure)];
        Names = [.. ReadNames()];
    }

    public Citation Citation { get; }

    public Article Article { get; }

    public string Text { get; }

    public ImmutableArray<Word> Words { get; }

    /// <summary>Stems of the words that say what it is about, without numbers, days and whoever says it.</summary>
    public HashSet<string> Content { get; }

    public ImmutableArray<Measure> Measures { get; }

    public ImmutableArray<NamedSpan> Names { get; }

    public CitedSource Source => new(Article.Outlet ?? Article.Url?.Host ?? $"“{Article.Title}”", Article.Date, Citation.Number);

    /// <summary>Share of the shorter statement's content that stands in the other, from 0 to 1.</summary>
    public double Overlap(CitedStatement other)
    {
        var fewest = Math.Min(Content.Count, other.Content.Count);
        return fewest == 0 ? 0 : (double)Shared(other) / fewest;
    }

    public int Shared(CitedStatement other) => Content.Count(other.Content.Contains);

    /// <summary>Both name somebody or something, and nothing in common: “at the Halden mill”, “on the Elder bridge”.</summary>
    public bool NamesOthersThan(CitedStatement other)
    {
        var (mine, theirs) = (Subjects(), other.Subjects());
        return mine.Count > 0 && theirs.Count > 0 && !mine.Overlaps(theirs);
    }

    public bool IsNegated(int word) => Words[Math.Max(0, word - 4)..word].Any(before => Wording.IsNegation(before.Text));

    /// <summary>How many words stand before “, the police said on Monday”.</summary>
    private int BeforeTeller()
    {
        var comma = Text.LastIndexOf(',');
        var before = Words.TakeWhile(word => word.End <= comma).Count();
        return before > 0 && Words.Length - before <= LongestTeller && Words.Skip(before).Any(word => Wording.IsReport(word.Text)) ? before : Words.Length;
    }

    private static bool IsContent(Word word) => !word.IsStop && !word.IsNumber && !Calendar.Knows(word) && !Wording.IsReport(word.Text) && !Wording.IsHedge(word.Text) && !Wording.IsNegation(word.Text);

    private Measure Measure(Quantity quantity)
    {
        var first = Words.TakeWhile(word => word.End <= quantity.Start).Count();
        var next = Words.TakeWhile(word => word.Start < quantity.End).Count();
        IEnumerable<Unit> units = quantity.Kind switch
        {
            QuantityKind.Percent => [new Unit("%", quantity.End)],
            QuantityKind.Year => [new Unit(Units.Year, quantity.End)],
            QuantityKind.Money => [new Unit(Units.Currency(Text[quantity.Start]), quantity.End)],
            QuantityKind.Ordinal => [],
            _ => UnitsFrom(next, quantity.End),
        };
        var rounded = Words[Math.Max(0, first - ReachOfHedge)..first].Any(word => Rounding.Contains(word.Text));
        return new Measure(quantity.Start, quantity.End, quantity.Value, [.. units], quantity.Kind == QuantityKind.Percent ? Whole(next) : null, rounded);
    }

    // The noun stands within three words, nothing but blanks and hyphens between: “12 wounded soldiers”.
    private IEnumerable<Unit> UnitsFrom(int next, int end)
    {
        for (var i = next; i < Math.Min(next + 3, Words.Length) && Text.AsSpan(end, Words[i].Start - end).IndexOfAnyExcept(' ', '-', '\u00a0') < 0; i++)
        {
            if (Words[i].IsStop || Words[i].IsNumber)
            {
                yield break;
            }

            end = Words[i].End;
            yield return new Unit(Words[i].Stem, end);
        }
    }

    /// <summary>What a percentage is of (“of GDP”).</summary>
    private string? Whole(int next) => next < Words.Length && Words[next].Text == "of"
        ? Words.Skip(next + 1).Take(3).FirstOrDefault(word => !word.IsStop).Stem
        : null;

    private IEnumerable<Measure> Days()
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (Calendar.Weekday(Words[i]) is { } weekday)
            {
                yield return new Measure(Words[i].Start, Words[i].End, weekday, [new Unit(Units.Weekday, Words[i].End)], null, false);
            }
            else if (Calendar.Month(Words[i]) is { } month)
            {
                var (before, after) = (Calendar.Day(Words.ElementAtOrDefault(i - 1)), Calendar.Day(Words.ElementAtOrDefault(i + 1)));
                if ((before ?? after) is { } day)
                {
                    var (start, end) = before is null ? (Words[i].Start, Words[i + 1].End) : (Words[i - 1].Start, Words[i].End);
                    yield return new Measure(start, end, (month * 100) + day, [new Unit(Units.Day, end)], null, false);
                }
            }
        }
    }

    private HashSet<string> Subjects() => [.. Names.Where(name => !name.IsTeller).SelectMany(name => name.Stems)];

    private IEnumerable<NamedSpan> ReadNames()
    {
        for (var i = 0; i < Words.Length;)
        {
            var end = i;
            while (end < Words.Length && Words[end] is { IsCapital: true, IsNumber: false, IsStop: false } && !Calendar.Knows(Words[end])
                && (end == i || Text.AsSpan(Words[end - 1].End, Words[end].Start - Words[end - 1].End) is " "))
            {
                end++;
            }

            // A capital that opens a sentence says nothing by itself.
            if (end > i + 1 || (end > i && (Words[i].Traits & (WordTraits.Opening | WordTraits.Possessive)) != WordTraits.Opening))
            {
                yield return new NamedSpan(Words[i].Start, Words[end - 1].End, [.. Words[i..end].Select(word => word.Stem)], TellsIt(i, end));
            }

            i = Math.Max(end, i + 1);
        }
    }

    // “Ada Lind said …”, “…, said Ada Lind”.
    private bool TellsIt(int first, int end) =>
        (first > 0 && Wording.IsReport(Words[first - 1].Text)) || (end < Words.Length && Wording.IsReport(Words[end].Text));
}

/// <param name="IsTeller">It stands beside “said”: probably whom the statement comes from rather than whom it is about.</param>
internal sealed record NamedSpan(int Start, int End, ImmutableArray<string> Stems, bool IsTeller);
