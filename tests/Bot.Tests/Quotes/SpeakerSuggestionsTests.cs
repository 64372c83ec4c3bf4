using Bot.Articles;
using Bot.Commands.Quotes;

namespace Bot.Tests.Quotes;

public sealed class SpeakerSuggestionsTests
{
    private static readonly Article Sample = new()
    {
        Id = "a",
        Title = "A",
        Paragraphs = [],
        Speakers = [new("Sergey Lavrov", ["Lavrov"], "foreign minister", 4), new("José Álvarez", [], "mayor", 2), new("Kaja Kallas", ["Kallas"], null, 1)],
    };

    [Theory]
    [InlineData("", "Sergey Lavrov", "José Álvarez", "Kaja Kallas")]
    [InlineData("l", "Sergey Lavrov", "José Álvarez", "Kaja Kallas")]
    [InlineData("LAV", "Sergey Lavrov")]
    [InlineData("vro", "Sergey Lavrov")]
    [InlineData("jose al", "José Álvarez")]
    [InlineData("alv", "José Álvarez")]
    [InlineData("k", "Kaja Kallas")]
    [InlineData("Kalas", "Kaja Kallas")]
    [InlineData("foreign minister", "Sergey Lavrov")]
    [InlineData("xyz")]
    [InlineData("(*[")]
    public void Finds_speakers_by_any_part_of_their_name(string typed, params string[] expected) =>
        Assert.Equal(expected, SpeakerSuggestions.For(Sample, typed).Select(speaker => speaker.Name));

    [Fact]
    public void Half_a_character_breaks_nothing() => Assert.Empty(SpeakerSuggestions.For(Sample, "\ud83d"));
}
