namespace Bot.Answers.Tests;

public sealed class ConversationTests
{
    [Theory]
    [InlineData("What did Lavrov say about NATO?", "And about Greenland?", "What did Lavrov say about Greenland?")]
    [InlineData("What did Lavrov say about NATO?", "And what did he say about Greenland?", "What did Lavrov say about Greenland?")]
    [InlineData("What did Lavrov say about NATO?", "What about the allies?", "What did Lavrov say about the allies?")]
    [InlineData("Where was Pete Hegseth last week?", "what about Marco Rubio?", "Where was Marco Rubio last week?")]
    [InlineData("Who is Kaja Kallas?", "What are her views on Russia?", "What are Kaja Kallas’s views on Russia?")]
    [InlineData("Who is Kaja Kallas?", "What is her job?", "What is Kaja Kallas’s job?")]
    [InlineData("Who is Kaja Kallas?", "Who met her?", "Who met Kaja Kallas?")]
    [InlineData("Who is Kaja Kallas?", "Is it true that Rutte met her?", "Is it true that Rutte met her?")]
    [InlineData("Who is Kaja Kallas?", "When was NATO formed?", "When was NATO formed?")]
    public void A_follow_up_is_made_to_stand_alone(string first, string followUp, string expected)
    {
        var conversation = new Conversation();
        conversation.Add(first);

        Assert.Equal(expected, conversation.StandAlone(followUp));
    }

    [Fact]
    public void The_first_question_stays_as_it_is() =>
        Assert.Equal("And what about him?", new Conversation().StandAlone("And what about him?"));
}
