using Bot.Answers.Conversations;

namespace Bot.Answers.Tests.Conversations;

public sealed class UtteranceTests
{
    [Theory]
    [InlineData("When did the harbour open?", "When did the harbour open?")]
    [InlineData("<:pepe:123456789012345678> When did the harbour open?", "When did the harbour open?")]
    [InlineData("<a:wave:1> <@!42> <@&7> when did the harbour open? <#3>", "when did the harbour open?")]
    [InlineData("hey bot, when did the harbour open?", "when did the harbour open?")]
    [InlineData("Hello there! When did the harbour open", "When did the harbour open")]
    [InlineData("good morning, bot. Who opened it?", "Who opened it?")]
    [InlineData("Hallo, wann wurde der Hafen eröffnet? Danke!", "wann wurde der Hafen eröffnet?")]
    [InlineData("When did the harbour open, please?", "When did the harbour open?")]
    [InlineData("When did the harbour open? thanks in advance 🙏", "When did the harbour open?")]
    [InlineData("When did the harbour open? https://news.example/a(b)?c=d <https://x.example>", "When did the harbour open?")]
    [InlineData("> **When** did the __harbour__ `open`?", "When did the harbour open?")]
    [InlineData("When did the harbour 🚢 open :ship: ?", "When did the harbour open?")]
    [InlineData("at 10:30:45 what happened?", "at 10:30:45 what happened?")]
    public void A_question_is_read_without_what_stands_around_it(string typed, string question) =>
        Assert.Equal((UtteranceKind.Question, question), (Utterance.Read(typed).Kind, Utterance.Read(typed).Question));

    [Theory]
    [InlineData("Hello Kitty was made by whom?")]
    [InlineData("Who is Merci?")]
    [InlineData("Hey Jude was sung by whom?")]
    [InlineData("Thanks to whom did the harbour open?")]
    [InlineData("What does snake_case mean in file_name?")]
    public void What_belongs_to_the_question_stays(string question) => Assert.Equal(question, Utterance.Read(question).Question);

    [Theory]
    [InlineData("hi", UtteranceKind.Greeting)]
    [InlineData("Hey there!! 👋", UtteranceKind.Greeting)]
    [InlineData("thank you", UtteranceKind.Greeting)]
    [InlineData("Guten Tag", UtteranceKind.Greeting)]
    [InlineData("who are you?", UtteranceKind.Introduction)]
    [InlineData("hey, what can you do", UtteranceKind.Introduction)]
    [InlineData("¿Quién eres?", UtteranceKind.Introduction)]
    [InlineData("tl;dr", UtteranceKind.Overview)]
    [InlineData("What’s this about?", UtteranceKind.Overview)]
    [InlineData("hi, please summarise this article", UtteranceKind.Overview)]
    [InlineData("Worum geht es in dem Artikel?", UtteranceKind.Overview)]
    [InlineData("", UtteranceKind.Nothing)]
    [InlineData("<@42> 🙂 https://news.example", UtteranceKind.Nothing)]
    [InlineData("???", UtteranceKind.Nothing)]
    [InlineData("Who are you going to ask about the harbour?", UtteranceKind.Question)]
    [InlineData("What is the treaty about?", UtteranceKind.Question)]
    public void Greetings_introductions_and_overviews_are_told_from_questions(string typed, UtteranceKind kind) => Assert.Equal(kind, Utterance.Read(typed).Kind);

    [Theory]
    [InlineData("and when was the harbour opened", "When was the harbour opened?", true)]
    [InlineData("and when was it opened?", "When was the harbour opened?", false)]
    public void A_question_is_the_same_whatever_joins_it_to_the_one_before(string one, string other, bool expected) => Assert.Equal(expected, Utterance.AreTheSame(one, other));
}
