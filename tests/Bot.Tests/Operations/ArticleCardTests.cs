using Bot.Articles;
using Bot.Localization;
using Bot.Messages;

namespace Bot.Tests.Operations;

public sealed class ArticleCardTests
{
    private static readonly Article Mill = new()
    {
        Id = "mill",
        Title = "Mill burns down",
        Outlet = "Arden Post",
        Date = new DateOnly(2026, 5, 4),
        Paragraphs = [new Paragraph(1, "A fire destroyed the old mill.", null, [])],
    };

    [Theory]
    [InlineData("en", "4 May 2026 · changed 6 May 2026")]
    [InlineData("de", "4. Mai 2026 · geändert am 6. Mai 2026")]
    [InlineData("fr", "4 mai 2026 · modifié le 6 mai 2026")]
    [InlineData("es-ES", "4 de mayo de 2026 · modificado el 6 de mayo de 2026")]
    public void Tells_when_the_article_says_it_was_changed(string locale, string words) =>
        Assert.Contains(words, Filed(Mill with { Modified = new DateOnly(2026, 5, 6) }, locale), StringComparison.Ordinal);

    [Fact]
    public void Tells_no_change_of_the_same_day_and_none_that_is_unknown() =>
        Assert.All((DateOnly?[])[null, Mill.Date], day => Assert.EndsWith("4 May 2026", Filed(Mill with { Modified = day }, "en"), StringComparison.Ordinal));

    /// <summary>The line that says who published it, and when.</summary>
    private static string Filed(Article article, string locale) => ArticleCard.Of(article, Translation.For(locale)).ElementAt(1).Replace("\\", "", StringComparison.Ordinal);
}
