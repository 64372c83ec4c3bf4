
namespace Bot.Language.Tests;

public sealed class LexiconTests
{
    private static readonly Lexicon Lexicon = Lexicon.Default;

    [Theory]
    [InlineData("troops", "soldiers", "bananas")]
    [InlineData("withdraw", "pull", "banana")]
    [InlineData("moscow", "russia", "brazil")]
    public void Finds_words_of_like_use_more_alike_than_others(string word, string like, string unlike) =>
        Assert.True(Lexicon.Likeness(Lexicon.Find(word), Lexicon.Find(like)) > Lexicon.Likeness(Lexicon.Find(word), Lexicon.Find(unlike)));

    [Theory]
    [InlineData("deter", "deterrence", Relation.Derivation)]
    [InlineData("begin", "start", Relation.Synonym)]
    [InlineData("sergeant", "officer", Relation.None)]
    [InlineData("strengthen", "weaken", Relation.Opposite)]
    public void Names_the_relatives_of_a_word(string word, string relative, Relation relation) =>
        Assert.Equal(relation, Lexicon.RelativesOf(Lexicon.Find(word)).FirstOrDefault(r => Lexicon.TextOf(r.Id) == relative).Relation);

    [Fact]
    public void Common_words_tell_less_than_rare_ones()
    {
        var rarities = new[] { "the", "country", "credibility", "qwxz" }.Select(word => Lexicon.Rarity(Lexicon.Find(word))).ToArray();
        Assert.Equal(rarities.Order(), rarities);
        Assert.InRange(rarities[0], 0, 0.1);
        Assert.Equal(1, rarities[^1]);
    }

    [Theory]
    [InlineData("spent", "spend")]
    [InlineData("children", "child")]
    [InlineData("pledged", "pledged")]
    [InlineData("went", "go")]
    [InlineData("found", "found")]
    public void Gives_the_base_of_an_irregular_form(string word, string basis) => Assert.Equal(basis, Lexicon.BaseForm(word));

    [Fact]
    public void Finds_every_word_it_holds()
    {
        for (var id = 0; id < Lexicon.Count; id++)
        {
            Assert.Equal(id, Lexicon.Find(Lexicon.TextOf(id)));
        }
    }

    [Fact]
    public void Unknown_words_are_like_nothing()
    {
        Assert.Equal(-1, Lexicon.Find("qwxz"));
        Assert.Equal(0, Lexicon.Likeness(-1, 5));
    }

    [Fact]
    public void Refuses_a_damaged_file() => Assert.Throws<InvalidDataException>(() => new Lexicon([1, 2, 3]));
}
