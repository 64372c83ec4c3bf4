using Bot.Articles;
using Bot.Localization;

namespace Bot.Tests.Localization;

public sealed class FaultTests
{
    private static readonly ArticleFaultKind[] OfFiles =
    [
        ArticleFaultKind.NoFileNamed, ArticleFaultKind.IsFolder, ArticleFaultKind.EndlessFile, ArticleFaultKind.NoSuchFile, ArticleFaultKind.ForbiddenFile,
        ArticleFaultKind.UnreadableFile,
    ];

    public static TheoryData<ArticleFaultKind> Kinds { get; } = [.. Enum.GetValues<ArticleFaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fault_has_a_sentence_in_every_language_that_goes_on_to_say_what_to_do(ArticleFaultKind kind)
    {
        var fault = new ArticleFault(kind, "news.example", 7_340_032);

        var sentences = Translation.All.Select(translation => translation.Of(fault)).ToArray();

        Assert.All(sentences, sentence => Assert.Matches(@"^[^\n]{10,}\.? .*[^ ]\.$", sentence));
        Assert.Equal(OfFiles.Contains(kind) ? 1 : Translation.All.Count, sentences.Distinct().Count());
    }

    [Theory]
    [InlineData("en", "The document is larger than 1.5 MB. Give a smaller file, or the article's text alone.")]
    [InlineData("de", "Das Dokument ist größer als 1,5 MB. Gib eine kleinere Datei an, oder nur den Text des Artikels.")]
    public void Numbers_are_written_as_the_language_does(string language, string sentence) =>
        Assert.Equal(sentence, Translation.For(language).Of(new ArticleFault(ArticleFaultKind.TooLarge, Number: 1_572_864)));

    [Fact]
    public void What_only_the_operator_can_mend_is_no_sentence_for_members_but_one_on_the_command_line() => Assert.Equal(
        "The library is read-only.", Bot.Cli.Failure.SentenceOf(new OperatorException("The library is read-only.")));
}
