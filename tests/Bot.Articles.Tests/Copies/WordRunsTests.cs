using Bot.Articles.Copies;
using CsCheck;

namespace Bot.Articles.Tests.Copies;

public sealed class WordRunsTests
{
    private static readonly Gen<string[]> Text = Gen.OneOf("harbour", "quay", "ferry", "tide", "the", "of", "in", "mayor", "said", "42", "Ærø", "café")
        .Array[5, 60];

    [Fact]
    public void Typography_case_and_paragraph_breaks_do_not_count()
    {
        var one = WordRuns.Of(["“We can’t wait,” said the Mayor of Bergen.", "The harbour closes in May — for a year."]);
        var other = WordRuns.Of(["\"We can't wait\" said the mayor of Bergen. The harbour closes in May, for a year"]);
        Assert.Equal(one.Words, other.Words);
        Assert.Equal(one.Count, one.InCommonWith(other));
    }

    [Fact]
    public void Another_order_of_the_same_words_is_another_text() =>
        Assert.NotEqual(WordRuns.Of(["The mayor thanked the engineer."]).Words, WordRuns.Of(["The engineer thanked the mayor."]).Words);

    [Fact]
    public void A_number_that_changed_is_another_text() =>
        Assert.NotEqual(WordRuns.Of(["It costs 3.5 million."]).Words, WordRuns.Of(["It costs 3.6 million."]).Words);

    [Fact]
    public void Text_without_spaces_has_runs_too()
    {
        var text = WordRuns.Of(["港口将于五月关闭一年市长周二表示"]);
        Assert.Equal(12, text.Count);
        Assert.Equal(8, text.InCommonWith(WordRuns.Of(["港口将于五月关闭一年市长"])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("four words are few")]
    [InlineData("\uD83C lone \uDF0A surrogates '’ --")]
    public void Few_or_no_words_have_no_runs(string text) => Assert.Equal(0, WordRuns.Of([text]).Count);

    [Fact]
    public void Hashes_are_those_that_stored_libraries_hold() =>
        Assert.Equal([14726979178824077977UL], WordRuns.Of(["The harbour closes in May"]).Sample(24).ToArray());

    [Fact]
    public void What_is_common_is_common_both_ways_and_never_more_than_either_has() => Gen.Select(Text, Text).Sample((left, right) =>
    {
        var (one, other) = (WordRuns.Of(left), WordRuns.Of(right));
        var common = one.InCommonWith(other);
        return common == other.InCommonWith(one) && common <= Math.Min(one.Count, other.Count) && one.InCommonWith(one) == one.Count;
    });

    [Fact]
    public void The_sample_of_a_part_holds_everything_that_the_sample_of_the_whole_takes_from_it() => Gen.Select(Text, Text).Sample((part, rest) =>
    {
        var (some, all) = (WordRuns.Of([string.Join(' ', part)]), WordRuns.Of([string.Join(' ', part), string.Join(' ', rest)]));
        var fromPart = all.Sample(8).ToArray().Where(hash => some.Sample(int.MaxValue).Contains(hash));
        return fromPart.All(hash => some.Sample(8).Contains(hash));
    });
}
