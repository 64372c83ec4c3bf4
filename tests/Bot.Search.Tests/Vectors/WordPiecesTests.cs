using Bot.Search.Vectors;
using CsCheck;

namespace Bot.Search.Tests.Vectors;

public sealed class WordPiecesTests
{
    private static readonly WordPieces Words = new(File.ReadLines(Path.Combine(SentenceEncoder.Folder, "vocabulary.txt")));
    private static readonly string[] Vocabulary = File.ReadAllLines(Path.Combine(SentenceEncoder.Folder, "vocabulary.txt"));

    [Theory]
    [InlineData("The bridge, again!", "the bridge , again !")]
    [InlineData("Unaffordable", "una ##ff ##ord ##able")]
    [InlineData("NATO's 32-nation", "nato ' s 32 - nation")]
    [InlineData("café CAFÉ cafe\u0301", "cafe cafe cafe")]
    [InlineData("São Paulo", "sao paulo")]
    [InlineData("København", "k ##ø ##ben ##ha ##vn")]
    [InlineData("日本", "日 本")]
    [InlineData("a\u0000b\u200dc\td\u00a0e", "abc d e")]
    [InlineData("“yes” — 5€", "“ yes ” — 5 ##€")]
    [InlineData("   ", "")]
    [InlineData("", "")]
    public void Cuts_a_text_as_the_model_was_trained_to_see_it(string text, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', Words.Read(text, 100).Select(piece => Vocabulary[piece.Id])));

    [Fact]
    public void A_word_that_is_made_of_no_known_pieces_is_one_unknown_word() =>
        Assert.Equal(["[UNK]", "here"], Words.Read("😀 here", 100).Select(piece => Vocabulary[piece.Id]));

    [Fact]
    public void A_word_of_a_thousand_letters_is_one_unknown_word()
    {
        var piece = Assert.Single(Words.Read(new string('a', 1000), 100));
        Assert.Equal(("[UNK]", 0, 1000), (Vocabulary[piece.Id], piece.Start, piece.End));
    }

    [Fact]
    public void Every_piece_stands_where_it_was_read()
    {
        const string Text = "The café’s unaffordable\u00a0cafe\u0301 (é)";
        Assert.Equal(
            ["The", "café", "’", "s", "una", "ff", "ord", "able", "cafe\u0301", "(", "é", ")"], Words.Read(Text, 100).Select(piece => Text[piece.Start..piece.End]));
    }

    [Fact]
    public void Pieces_follow_one_another_within_any_text() => Gen.String.Sample(text =>
    {
        var end = 0;
        foreach (var piece in Words.Read(text, 20))
        {
            Assert.InRange(piece.Start, end, text.Length - 1);
            Assert.InRange(piece.End, piece.Start + 1, text.Length);
            end = piece.End;
        }
    });

    [Fact]
    public void No_more_pieces_are_read_than_asked_for() => Assert.Equal(7, Words.Read(string.Concat(Enumerable.Repeat("unaffordable ", 50)), 7).Count);

    [Fact]
    public void A_vocabulary_without_its_special_pieces_is_refused() => Assert.Throws<InvalidDataException>(() => new WordPieces(["ferry"]));
}
