namespace Bot.Language.Tests;

public sealed class WordListTests
{
    public static TheoryData<string> Lists => [.. typeof(WordList).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".txt", StringComparison.Ordinal) && name != "folding.txt").Select(name => name[..^4])];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_says_what_it_is_and_holds_words(string name)
    {
        using var reader = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream(name + ".txt")!);
        Assert.StartsWith("# ", reader.ReadLine(), StringComparison.Ordinal);
        Assert.NotEmpty(WordList.Words(name));
    }

    [Fact]
    public void A_list_that_is_not_there_is_named() =>
        Assert.Contains("en/none", Assert.Throws<ArgumentException>(() => WordList.Set("en/none")).Message, StringComparison.Ordinal);
}
