using System.Collections.Immutable;
using Bot.Articles;
using Bot.Commands.Quotes;
using Bot.Localization;

namespace Bot.Tests.Quotes;

public sealed class QuoteGroupTests
{
    private static readonly ImmutableArray<QuoteGroup> Groups = QuoteGroup.Of(ArticleReader.FromParagraphs("The mill",
    [
        "“The wheel turns again,” said Mayor Ada Nolan.", "“It turned all night,” said Rosa Finn and Ben Starr.", "“Nobody slept,” Nolan said.", "A note on the door read: “Closed until June.”",
    ]).Quotations);

    [Fact]
    public void Puts_the_words_of_one_speaker_together_in_the_order_of_their_first() =>
        Assert.Equal(["Ada Nolan", "Rosa Finn, Ben Starr"], Groups.Where(group => !group.Speakers.IsEmpty).Select(group => string.Join(", ", group.Speakers)).Take(2));

    [Fact]
    public void Heads_them_with_name_and_office() => Assert.Equal("Ada Nolan, Mayor", Groups[0].Heading(Translation.Default));

    [Fact]
    public void Heads_those_of_several_with_all_names() => Assert.Equal("Rosa Finn and Ben Starr", Groups[1].Heading(Translation.Default));

    [Fact]
    public void Leaves_out_the_comma_that_led_to_the_reporting_words() => Assert.Equal("“The wheel turns again”", QuoteGroup.Shown(Groups[0].Quotations[0]));
}
