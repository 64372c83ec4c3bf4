using Bot.Articles.Quotations;

namespace Bot.Articles.Tests.Quotations;

public sealed class SpeakerIndexTests
{
    private static readonly SpeakerIndex Speakers = new(
    [
        new("José Álvarez", [], "mayor", 3),
        new("Łukasz Grønning-Weiß", [], null, 2),
        new("Siobhán O’Neill", ["O’Neill"], null, 1),
    ]);

    [Theory]
    [InlineData("jose", "José Álvarez")]
    [InlineData("JOSÉ ALVAREZ", "José Álvarez")]
    [InlineData("jose\u0301", "José Álvarez")]
    [InlineData("lukasz", "Łukasz Grønning-Weiß")]
    [InlineData("gronning weiss", "Łukasz Grønning-Weiß")]
    [InlineData("siobhan o'neill", "Siobhán O’Neill")]
    public void Finds_a_name_as_people_type_it(string asked, string name) => Assert.Equal([name], Speakers.Find(asked).Select(speaker => speaker.Name));
}
