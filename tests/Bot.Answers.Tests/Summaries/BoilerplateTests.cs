using Bot.Answers.Summaries;
using Bot.Articles;

namespace Bot.Answers.Tests.Summaries;

public sealed class BoilerplateTests
{
    [Theory]
    [InlineData("Please share your videos of the storm with our newsroom.")]
    [InlineData("Sign up for our newsletter to get the best stories of the week.")]
    [InlineData("Follow us on Facebook or on Twitter for more.")]
    [InlineData("Anyone with information about the fire is asked to call the police.")]
    [InlineData("Do you have a tip about the harbour?")]
    [InlineData("For more information, visit the council's page.")]
    [InlineData("Story ideas can be sent to desk@dunmore.example.")]
    [InlineData("Ida Berg and Per Lund contributed to this report.")]
    [InlineData("(Reporting by Ida Berg; Editing by Per Lund)")]
    [InlineData("Photo by Ida Berg, Dunmore Images")]
    [InlineData("Copyright 2024 The Dunmore Post, all rights reserved.")]
    [InlineData("Correction: An earlier version of this article named the wrong bridge.")]
    [InlineData("This story has been updated with the mayor's comments.")]
    [InlineData("Scroll down for video")]
    [InlineData("MyNews.example: Share your memories of the old bridge")]
    [InlineData("Watch the mayor cross the bridge »")]
    [InlineData("Here's what you need to know about the bridge:")]
    [InlineData("Pictured: the old bridge in 1950.")]
    [InlineData("The mayor (left) opened the bridge with her deputy.")]
    public void What_is_no_part_of_the_story_is_told_from_it(string text) => Assert.True(IsBoilerplate(text));

    [Theory]
    [InlineData("Download sales will count towards the charts from April.")]
    [InlineData("The mayor asked residents to stay at home until the storm has passed.")]
    [InlineData("Support for the bridge fell to 40 percent in May.")]
    [InlineData("The report was published by the ministry on Monday.")]
    [InlineData("Call centres in Dunmore cut 300 jobs.")]
    [InlineData("The painting shows the harbour with the fleet on its left bank.")]
    [InlineData("“Share your plans with us,” the mayor told the company.")]
    public void What_happened_is_part_of_it(string text) => Assert.False(IsBoilerplate(text));

    [Theory]
    [InlineData("Ida Berg holds up a stone of the bridge of Dunmore.", true)]
    [InlineData("A fisherman looks at the old bridge from his boat on Monday.", true)]
    [InlineData("The council of Dunmore closed the bridge in March.", false)]
    [InlineData("Ida Berg held the bridge for the safest in the country.", false)]
    public void What_somebody_does_in_the_present_between_two_paragraphs_stands_under_a_picture(string line, bool isCaption) =>
        Assert.Equal(isCaption, IsBoilerplate(["The bridge of Dunmore was closed on Monday.", line, "It had stood for 300 years, and nobody knew how long it would."], 1));

    [Fact]
    public void Who_the_author_is_stands_at_the_end()
    {
        const string Author = "Ida Berg is a professor of history and a columnist in Dunmore.";
        Assert.True(IsBoilerplate(["The bridge of Dunmore was closed on Monday.", "It had stood for 300 years.", Author], 2));
        Assert.False(IsBoilerplate([Author, "Her book is about bridges.", "It came out on Monday.", "Readers liked it a lot.", "A second one will follow."], 0));
    }

    private static bool IsBoilerplate(string text) => IsBoilerplate(["The council of Dunmore met on Tuesday.", "The bridge was closed.", text, "The works will take a year.", "The council meets again in May.", "The bridge is old."], 2);

    private static bool IsBoilerplate(string[] paragraphs, int index)
    {
        var article = ArticleReader.FromParagraphs("The bridge", paragraphs);
        return SummarySentence.AllOf(article).Where(sentence => sentence.Paragraph.Number == index + 1).All(sentence => Boilerplate.Is(article, sentence));
    }
}
