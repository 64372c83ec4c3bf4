using Bot.Answers.Extraction.Questions;

namespace Bot.Answers.Tests.Extraction;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("What did Solberg promise, and when did she open the bridge?", "What did Solberg promise?", "When did Solberg open the bridge?")]
    [InlineData("Who opened the bridge and how much did it cost the town?", "Who opened the bridge?", "How much did the bridge cost the town?")]
    [InlineData("What do Solberg and the fishermen say about the bridge?", "What do Solberg say about the bridge?", "What do the fishermen say about the bridge?")]
    [InlineData("What happened to the fishermen in May, and to the ferry?", "What happened to the fishermen in May?", "What happened to the ferry?")]
    public void Takes_apart_what_asks_two_things(string question, string first, string second) =>
        Assert.Equal([first, second], QuestionParts.Of(question));

    [Theory]
    [InlineData("Who opened the bridge?")]
    [InlineData("What happened between Solberg and the fishermen?")]
    [InlineData("Who opened the bridge and why?")]
    [InlineData("")]
    public void Leaves_what_asks_one_thing_whole(string question) => Assert.Equal([question], QuestionParts.Of(question));
}
