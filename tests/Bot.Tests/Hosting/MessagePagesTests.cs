using Bot.Ask;
using CsCheck;

namespace Bot.Tests.Hosting;

public sealed class MessagePagesTests
{
    [Fact]
    public void No_page_is_longer_than_Discord_takes_and_there_are_never_many() =>
        Gen.String[0, 6000].Array[0, 12].Sample(blocks =>
        {
            var pages = MessagePages.Of(blocks.Select(DiscordText.Escape));
            return pages.Count <= 4 && pages.All(page => page.Length <= 2000);
        });

    [Fact]
    public void A_character_of_two_code_units_is_never_torn() =>
        Gen.Int[0, 40].Sample(offset =>
        {
            var pages = MessagePages.Of([new string('a', offset) + string.Concat(Enumerable.Repeat("😀", 1500))]);
            return pages.All(page => !char.IsLowSurrogate(page[0]) && !char.IsHighSurrogate(page[^1]));
        });

    [Fact]
    public void What_is_left_out_is_said() =>
        Assert.EndsWith("one speaker or one topic.", MessagePages.Of(Enumerable.Repeat(new string('x', 900), 40))[^1], StringComparison.Ordinal);
}
