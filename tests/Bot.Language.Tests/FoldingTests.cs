using System.Globalization;
using Lucene.Net.Analysis.Miscellaneous;

namespace Bot.Language.Tests;

public sealed class FoldingTests
{
    [Fact]
    public void Folds_every_character_as_the_index_does()
    {
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            if (!char.IsSurrogate(c) && c != 'ʼ' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                var folded = new char[4];
                var length = ASCIIFoldingFilter.FoldToASCII([c], 0, folded, 0, 1);
                Assert.Equal(new string(folded, 0, length).ToLowerInvariant(), Folding.Fold([c]));
            }
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("Straße", "strasse")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("D’Arcy OʼNeill", "d'arcy o'neill")]
    [InlineData("Київ 😀", "київ 😀")]
    public void Folds_words(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Folds_texts_of_any_length() => Assert.Equal(new string('s', 20_000), Folding.Fold(new string('ß', 10_000)));
}
