using Bot.Articles;

namespace Bot.Answers.Tests.Conversations;

public sealed class FollowUpReadingsTests
{
    [Theory]
    [InlineData("What did Lavrov say about NATO?", "And about Greenland?", "What did Lavrov say about Greenland?")]
    [InlineData("What did Lavrov say about NATO?", "And what did he say about Greenland?", "What did Lavrov say about Greenland?")]
    [InlineData("What did Lavrov say about NATO?", "What about the allies?", "What did Lavrov say about the allies?")]
    [InlineData("Where was Pete Hegseth last week?", "what about Marco Rubio?", "Where was Marco Rubio last week?")]
    [InlineData("Who is Kaja Kallas?", "What are her views on Russia?", "What are Kaja Kallas’s views on Russia?")]
    [InlineData("Who is Kaja Kallas?", "What is her job?", "What is Kaja Kallas’s job?")]
    [InlineData("Who is Kaja Kallas?", "Who met her?", "Who met Kaja Kallas?")]
    [InlineData("Who is Kaja Kallas?", "Is it true that Rutte met her?", "Is it true that Rutte met Kaja Kallas?")]
    [InlineData("Who is Kaja Kallas?", "When was NATO formed?", "When was NATO formed?")]
    [InlineData("Has Sweden dropped the case?", "and why?", "Why has Sweden dropped the case?")]
    [InlineData("Has Sweden dropped the case?", "who decided that?", "Who decided that Sweden has dropped the case?")]
    [InlineData("When is the hearing?", "and where?", "Where is the hearing?")]
    [InlineData("What did Lavrov say about the crisis?", "how bad is it?", "How bad is the crisis?")]
    [InlineData("How much is needed in Norland?", "and in Westhaven?", "How much is needed in Westhaven?")]
    [InlineData("Did the girl come home?", "and when was that?", "When did the girl come home?")]
    [InlineData("What symptoms did the man have?", "how long did he have them?", "How long did the man have the symptoms?")]
    [InlineData("Did Ida Berg hide in an embassy?", "and for how long?", "For how long did Ida Berg hide in an embassy?")]
    [InlineData("How long was Marin trapped?", "and Solberg?", "How long was Solberg trapped?")]
    [InlineData("When did Ida Berg catch the flu?", "how did she get over it?", "How did Ida Berg get over the flu?")]
    [InlineData("What songs did Solberg write?", "when did she do that?", "When did Solberg write songs?")]
    [InlineData("Where was the baby rescued?", "what's her name?", "What's the baby’s name?")]
    [InlineData("Was Ida Berg the first to resign?", "who were the others?", "Who else was Ida Berg the first to resign?")]
    [InlineData("How many ships sank?", "why are there so few lighthouses?", "Why are there so few lighthouses?")]
    public async Task A_follow_up_is_made_to_stand_alone(string first, string followUp, string expected) =>
        Assert.Equal(expected, await StandAloneAsync(followUp, new ConversationTurn(first, [])));

    [Fact]
    public async Task He_is_the_person_whom_the_answer_named() =>
        Assert.Equal("What did Mark Rutte say about Greenland?", await StandAloneAsync(
            "And what did he say about Greenland?", new ConversationTurn("Who leads NATO?", ["NATO Secretary-General Mark Rutte told the envoys in Brussels"])));

    [Fact]
    public async Task It_is_what_was_asked_about_and_no_person() =>
        Assert.Equal("When was NATO formed?", await StandAloneAsync("When was it formed?", new ConversationTurn("Who leads NATO?", ["Secretary-General Mark Rutte leads the alliance"])));

    [Fact]
    public async Task Where_that_is_means_what_answered() =>
        Assert.Equal("Where’s Norland Line?", await StandAloneAsync("where’s that?", new ConversationTurn("Which company owns the ferry?", ["Norland Line, a company in Westhaven, owns the ferry"])));

    [Fact]
    public async Task A_name_lasts_over_questions_that_have_none() =>
        Assert.Equal("What did Kaja Kallas say?", await StandAloneAsync("What did she say?", new ConversationTurn("Who is Kaja Kallas?", []), new ConversationTurn("Was anybody angry?", [])));

    [Fact]
    public async Task The_first_question_stays_as_it_is() =>
        Assert.Equal("And what about him?", await StandAloneAsync("And what about him?"));

    private static async Task<string> StandAloneAsync(string question, params ConversationTurn[] earlier) =>
        (await new QuestionRewriter().ReadAsync(new Question(question, GuildId.Everyone), earlier, TestContext.Current.CancellationToken))[0].Text;
}
