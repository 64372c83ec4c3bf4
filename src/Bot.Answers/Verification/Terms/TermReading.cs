using System.Globalization;
using Bot.Language;

namespace Bot.Answers.Verification.Terms;

/// <summary>Turns words into terms.</summary>
internal static class TermReading
{
    /// <param name="stem">Number of the stem in the source, -1 when it is not there.</param>
    public static Term Read(Word word, int stem)
    {
        var kinds = TermKinds.None;
        var opening = (word.Traits & WordTraits.Opening) != 0;
        kinds |= word.IsStop || Wording.IsConnective(word.Text) ? TermKinds.Stop : 0;
        kinds |= opening ? TermKinds.Opening : 0;
        kinds |= word.IsNumber ? TermKinds.Number : 0;
        kinds |= Wording.IsNegation(word.Text) ? TermKinds.Negation : 0;
        kinds |= Wording.IsHedge(word.Text) ? TermKinds.Hedge : 0;
        kinds |= Wording.IsReport(word.Text) ? TermKinds.Reporting : 0;
        kinds |= Wording.IsCalendar(word.Text) ? TermKinds.Calendar
            : word.IsCapital && !opening && !word.IsStop ? TermKinds.Name : 0;
        var entry = Lexicon.Default.Find(word.Text);
        return new Term(word.Start, word.End, word.Text, stem, entry, (float)Lexicon.Default.Rarity(entry), kinds);
    }

    /// <summary>The stem; for a number in words its digits, so that “five” and “5” are one, and for a short name of a month the whole one's.</summary>
    public static string StemOf(Word word) =>
        word.IsCapital && Wording.MonthOf(word.Text) is { } month ? month : word.IsNumber && word.Text != "one" && NumberWords.TryGetValue(word.Text, out var value) ? value.ToString(CultureInfo.InvariantCulture) : word.Stem;
}
