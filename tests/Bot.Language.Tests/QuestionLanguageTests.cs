namespace Bot.Language.Tests;

public sealed class QuestionLanguageTests
{
    [Theory]
    [InlineData("Wann wurde die Brücke eröffnet?", "de")]
    [InlineData("Was sagte die Bürgermeisterin über den Hafen?", "de")]
    [InlineData("Wie viele Menschen arbeiten in der Fabrik?", "de")]
    [InlineData("Quand le pont a-t-il été ouvert ?", "fr")]
    [InlineData("Combien de personnes travaillent dans le port ?", "fr")]
    [InlineData("¿Cuándo se inauguró el puente?", "es")]
    [InlineData("¿Quién dijo que la fábrica va a cerrar?", "es")]
    [InlineData("Quando è stato aperto il ponte?", "it")]
    [InlineData("Wanneer werd de brug geopend?", "nl")]
    [InlineData("Когда открыли этот мост?", "ru")]
    public void Tells_the_language_of_a_short_question(string question, string language) => Assert.Equal(language, QuestionLanguage.Of(question));

    [Theory]
    [InlineData("When was the bridge opened?")]
    [InlineData("Was the bridge opened in Malmö?")]
    [InlineData("Who is Ursula von der Leyen?")]
    [InlineData("What did Nicolás Maduro say about El Salvador?")]
    [InlineData("How is the Côte d’Ivoire spelled?")]
    [InlineData("Die Zeit?")]
    [InlineData("bridge")]
    [InlineData("")]
    public void What_may_as_well_be_English_is_taken_for_English(string question) => Assert.True(QuestionLanguage.Of(question) is null or "en", QuestionLanguage.Of(question));
}
