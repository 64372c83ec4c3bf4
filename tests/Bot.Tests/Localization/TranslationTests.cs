using System.Reflection;
using Bot.Localization;

namespace Bot.Tests.Localization;

public sealed class TranslationTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("fr", "fr")]
    [InlineData("es-419", "es")]
    [InlineData("en-GB", "en")]
    [InlineData("ja", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void Speaks_the_persons_language_or_English(string? locale, string expected) => Assert.Equal(expected, Translation.For(locale).Code);

    [Theory]
    [InlineData("en", "1 February 2026")]
    [InlineData("de", "1. Februar 2026")]
    [InlineData("fr", "1er février 2026")]
    [InlineData("es", "1 de febrero de 2026")]
    public void Writes_days_as_the_language_does(string language, string expected) =>
        Assert.Equal(expected, Translation.For(language).Day(new DateOnly(2026, 2, 1)));

    [Fact]
    public void Lists_as_the_language_does() => Assert.Equal(
        ["", "A", "A and B", "A, B and C", "A, B et C"],
        [.. new[] { [], ["A"], ["A", "B"], new[] { "A", "B", "C" } }.Select(Translation.Default.List), Translation.For("fr").List(["A", "B", "C"])]);

    [Fact]
    public void No_language_leaves_a_phrase_in_English()
    {
        var texts = typeof(Translation).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(string) && property.Name is not (nameof(Translation.FollowUpExample) or nameof(Translation.Retry)));
        Assert.All(texts, text => Assert.Distinct(Translation.All.Select(translation => (string)text.GetValue(translation)!)));
    }

    [Fact]
    public void Buttons_and_forms_keep_within_Discords_lengths() => Assert.All(Translation.All, translation =>
    {
        string[] buttons = [translation.ShowContext, translation.FollowUp, translation.Good, translation.Wrong, translation.AskAll, translation.ReadIt, translation.Forget, translation.Share, translation.Retry, translation.Previous, translation.Next];
        Assert.All(buttons, label => Assert.InRange(label.Length, 1, 20));
        Assert.All([translation.FollowUpTitle, translation.AskAboutTitle, translation.QuestionLabel], title => Assert.InRange(title.Length, 1, 45));
        Assert.All([translation.FollowUpExample, translation.WholeAnswer], text => Assert.InRange(text.Length, 1, 100));
        Assert.InRange(translation.Help(command => $"</{command}:1234567890123456789>").Length, 1, 2000);
    });
}
