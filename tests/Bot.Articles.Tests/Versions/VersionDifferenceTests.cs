using Bot.Articles.Versions;
using CsCheck;

namespace Bot.Articles.Tests.Versions;

public sealed class VersionDifferenceTests
{
    private const string Closing = "The harbour will close in May for a year, the mayor of Bergen said on Tuesday.";
    private const string Ferries = "Ferries to the islands will leave from the old quay.";
    private const string Cost = "The works cost 40 million kroner, of which the state pays half.";
    private static readonly Gen<string[]> Texts = Gen.OneOf(Closing, Ferries, Cost, "Short.", "The works cost 45 million kroner, of which the state pays half.").Array[0, 12];

    [Fact]
    public void Tells_what_was_added_removed_and_altered_in_reading_order()
    {
        var difference = VersionDifference.Between(
            Make("Harbour to close", Closing, "Nobody was asked.", Cost),
            Make("Harbour to close for a year", "Correction: an earlier version misstated the cost.", Closing, Ferries, "The works cost 45 million kroner, of which the state pays half."));

        Assert.Equal("Harbour to close", difference.OldTitle);
        Assert.Equal(1, difference.Unchanged);
        Assert.Equal(
            ["Added 1", "Removed 2", "Added 3", "Altered 3 to 4"],
            difference.Changes.Select(change => change switch
            {
                ParagraphChange.Added added => $"Added {added.New.Number}",
                ParagraphChange.Removed removed => $"Removed {removed.Old.Number}",
                ParagraphChange.Altered altered => $"Altered {altered.Old.Number} to {altered.New.Number}",
                _ => "",
            }));
        Assert.Equal(
            [
                new TextChange(TextChangeKind.Kept, "The works cost "), new TextChange(TextChangeKind.Removed, "40"),
                new TextChange(TextChangeKind.Added, "45"), new TextChange(TextChangeKind.Kept, " million kroner, of which the state pays half."),
            ],
            Assert.IsType<ParagraphChange.Altered>(difference.Changes[^1]).Words());
    }

    [Fact]
    public void The_same_paragraphs_are_no_change()
    {
        var difference = VersionDifference.Between(Make("A", Closing, Cost), Make("A", Closing, Cost));
        Assert.Null(difference.OldTitle);
        Assert.Empty(difference.Changes);
        Assert.Equal(2, difference.Unchanged);
    }

    [Fact]
    public void Separators_inside_a_paragraph_are_words_of_it()
    {
        var difference = VersionDifference.Between(Make("A", "One\nTwo", "Three"), Make("A", "One", "Two", "Three"));
        Assert.Equal(1, difference.Unchanged);
        Assert.Equal(2, difference.Changes.Length);
    }

    [Fact]
    public void Every_paragraph_of_both_is_told_once_and_altered_ones_put_together_again() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var (earlier, later) = (Make("A", before), Make("A", after));
        var difference = VersionDifference.Between(earlier, later);
        var old = difference.Changes.Select(change => change switch { ParagraphChange.Removed r => r.Old.Number, ParagraphChange.Altered a => a.Old.Number, _ => 0 }).Where(n => n > 0).ToList();
        var @new = difference.Changes.Select(change => change switch { ParagraphChange.Added r => r.New.Number, ParagraphChange.Altered a => a.New.Number, _ => 0 }).Where(n => n > 0).ToList();

        Assert.Equal(old.Order(), old);
        Assert.Equal(@new.Order(), @new);
        Assert.Equal(before.Length - old.Count, difference.Unchanged);
        Assert.Equal(after.Length - @new.Count, difference.Unchanged);
        Assert.Equal(
            before.Where((_, i) => !old.Contains(i + 1)),
            after.Where((_, i) => !@new.Contains(i + 1)));
        Assert.All(difference.Changes.OfType<ParagraphChange.Altered>(), altered =>
        {
            Assert.Equal(altered.Old.Text, string.Concat(altered.Words().Where(piece => piece.Kind != TextChangeKind.Added).Select(piece => piece.Text)));
            Assert.Equal(altered.New.Text, string.Concat(altered.Words().Where(piece => piece.Kind != TextChangeKind.Removed).Select(piece => piece.Text)));
        });
    });

    [Fact]
    public void A_wholly_other_text_of_a_thousand_paragraphs_is_told_at_once()
    {
        var difference = VersionDifference.Between(
            Make("A", [.. Enumerable.Range(0, 1000).Select(i => $"Old paragraph {i} of the harbour report.")]),
            Make("A", [.. Enumerable.Range(0, 1000).Select(i => $"New paragraph {i} of the harbour report.")]));
        Assert.Equal(2000, difference.Changes.Length);
    }

    private static Article Make(string title, params string[] paragraphs) => new()
    {
        Id = "a",
        Title = title,
        Paragraphs = [.. paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, []))],
    };
}
