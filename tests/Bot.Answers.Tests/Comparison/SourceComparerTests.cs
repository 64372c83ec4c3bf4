using Bot.Answers.Comparison;
using Bot.Answers.Extraction.Questions;
using Bot.Articles;

namespace Bot.Answers.Tests.Comparison;

public sealed class SourceComparerTests
{
    private static readonly DateOnly First = new(2026, 2, 1);

    [Fact]
    public void Names_outlet_and_day_of_each_number_when_two_differ()
    {
        var comparison = Assert.Single(Compare(
            "How much of their economies will the members spend on defence?",
            ("Reuters", 0, "The members will spend 3.5% of their economies on defence."),
            ("AP", 1, "The members will spend 5 percent of their economies on defence.")));

        Assert.Equal(ComparisonKind.Differ, comparison.Kind);
        Assert.Equal("Reuters (1 February 2026) says 3.5%, AP (2 February 2026) says 5 percent.", comparison.Text);
        Assert.Equal([1, 2], comparison.Citations);
    }

    [Fact]
    public void Puts_the_oldest_first_whichever_answers_best()
    {
        var comparison = Assert.Single(Compare(
            "How many people were hurt in the ferry accident?",
            ("The Quay", 4, "15 people were hurt in the ferry accident, the hospital said."),
            ("Reuters", 0, "The ferry accident hurt 12 people.")));
        Assert.Equal("Reuters (1 February 2026) says 12 people, The Quay (5 February 2026) says 15 people.", comparison.Text);
        Assert.Equal([2, 1], comparison.Citations);
    }

    [Fact]
    public void Those_who_say_the_same_stand_together()
    {
        var comparison = Assert.Single(Compare(
            "How many people were hurt in the ferry accident?",
            ("Reuters", 0, "Twelve people were hurt in the ferry accident."),
            ("AP", 1, "The ferry accident hurt 15 people."),
            ("BBC", 2, "In all 12 people were hurt in the ferry accident.")));
        Assert.Equal("Reuters (1 February 2026) and BBC (3 February 2026) say Twelve people, AP (2 February 2026) says 15 people.", comparison.Text);
    }

    [Theory]
    [InlineData("The bridge cost $48 million.", "The bridge cost 48 million dollars.")]
    [InlineData("The bridge cost nearly 50 million crowns.", "The bridge cost 48.7 million crowns.")]
    [InlineData("The bridge took six years to build.", "It took 6 years to build the bridge.")]
    public void The_same_number_in_other_words_is_agreement(string first, string second)
    {
        var comparison = Assert.Single(Compare("How much did the bridge cost, and how long did it take?", ("Reuters", 0, first), ("AP", 1, second)));
        Assert.Equal(ComparisonKind.Agree, comparison.Kind);
        Assert.StartsWith("Reuters (1 February 2026) and AP (2 February 2026) both say ", comparison.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The bridge is 300 metres long.", "The bridge cost 48 million crowns.")]
    [InlineData("The members spend 3.5% of GDP on defence.", "The members spend 10% of aid on defence against floods.")]
    [InlineData("The harbour employs 200 people.", "A storm hurt 15 people in the mountains.")]
    [InlineData("Four people were hurt in the fire at the Halden mill on Friday, the police said.", "Nine people were hurt in the crash on the Elder bridge on Friday, the police said.")]
    [InlineData("The ferry carries 120 passengers, the owner said.", "The ferry line carried 88,000 passengers last year, the owner said.")]
    [InlineData("A lunch costs 5 dollars, the board said on Monday.", "The new school costs 31 million dollars, the board said on Monday.")]
    [InlineData("The ticket costs 3 euros, the city said on Monday.", "The cost of the trains is about 410 million euros, the city said on Monday.")]
    [InlineData("The old pool in Halden had 40,000 visitors.", "The new pool in Lindhaven had 52,000 visitors.")]
    public void Numbers_of_different_things_are_not_compared(string first, string second) =>
        Assert.DoesNotContain(Compare("How much or how many?", ("Reuters", 0, first), ("AP", 1, second)), comparison => comparison.Kind != ComparisonKind.Agree);

    [Fact]
    public void A_number_of_what_only_one_speaks_of_is_not_compared() => Assert.DoesNotContain(
        Compare(
            "How many people were hurt in the fire?",
            ("Reuters", 0, "In the fire on Friday four people were hurt and two were treated at the scene."),
            ("AP", 1, "In the avalanche on Friday nine people were hurt and flown to town.")),
        comparison => comparison.Kind != ComparisonKind.Agree);

    [Fact]
    public void Two_prints_of_one_report_are_one_witness()
    {
        string[] report =
        [
            "Twelve people were hurt in the ferry accident.",
            "The boat ran aground off Aldvik in a storm on Sunday night, and it took the coast guard five hours to bring the passengers to the island.",
            "A commission will look into why the captain left the harbour though he had been warned of the weather.",
        ];
        CitedStatement[] prints =
        [
            Statement(Article("Reuters", 0, report) with { Id = "a" }, 1, 1),
            Statement(Article("The Quay", 0, report[..2]) with { Id = "b" }, 1, 2),
        ];
        var other = Statement(Article("AP", 1, "The ferry accident hurt 12 people.") with { Id = "c" }, 1, 3);
        var question = QuestionReading.Read("How many people were hurt in the ferry accident?");

        Assert.Empty(SourceComparer.Compare(question, prints));
        Assert.Equal([1, 3], Assert.Single(SourceComparer.Compare(question, [.. prints, other])).Citations);
    }

    [Theory]
    [InlineData("When does the summit begin?", "The summit in Ankara begins on 7 July.", "The summit in Ankara begins on July 8.", "7 July", "July 8")]
    [InlineData("When did the bridge open?", "The bridge in Lindhaven opened on Tuesday.", "The bridge in Lindhaven opened on Wednesday.", "Tuesday", "Wednesday")]
    [InlineData("When was the alliance founded?", "The alliance was founded in 1949.", "The alliance was founded in 1950.", "1949", "1950")]
    [InlineData("Who will lead the inquiry?", "The inquiry will be led by Ada Lind, the mayor said.", "Ole Berg will lead the inquiry, the mayor said.", "Ada Lind", "Ole Berg")]
    [InlineData("Where will the leaders meet?", "The leaders of the alliance will meet in Ankara.", "The leaders of the alliance will meet in The Hague.", "Ankara", "Hague")]
    public void Days_years_names_and_places_differ_too(string question, string first, string second, string one, string other)
    {
        var comparison = Assert.Single(Compare(question, ("Reuters", 0, first), ("AP", 1, second)));
        Assert.Equal(ComparisonKind.Differ, comparison.Kind);
        Assert.Equal([one, other], comparison.Positions.Select(position => position.Says));
    }

    [Theory]
    [InlineData("The council approved the new harbour on Monday.", "The council rejected the new harbour on Monday.", "“approved”", "“rejected”")]
    [InlineData("The council did not approve the new harbour.", "The council will approve the new harbour.", "“not approve”", "“approve”")]
    [InlineData("The minister will attend the summit in Ankara.", "The minister will never attend the summit in Ankara.", "“attend”", "“never attend”")]
    public void Contraries_and_negations_contradict(string first, string second, string one, string other)
    {
        var comparison = Compare("Did the council approve the harbour?", ("Reuters", 0, first), ("AP", 1, second))[0];
        Assert.Equal(ComparisonKind.Contradict, comparison.Kind);
        Assert.Equal([one, other], comparison.Positions.Select(position => position.Says));
        Assert.StartsWith("They contradict each other: Reuters (1 February 2026) says ", comparison.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The council did not approve the new harbour.", "The council rejected the new harbour.")]
    [InlineData("The council approved the new harbour.", "The storm destroyed an old lighthouse.")]
    [InlineData("Not a single vote was cast against the new harbour.", "The mayor never swims.")]
    public void What_does_not_contradict_is_not_said_to(string first, string second) =>
        Assert.DoesNotContain(
            Compare("Did the council approve the harbour?", ("Reuters", 0, first), ("AP", 1, second)), comparison => comparison.Kind == ComparisonKind.Contradict);

    [Fact]
    public void The_same_words_in_two_papers_are_agreement()
    {
        var comparison = Assert.Single(Compare(
            "Why did fishermen protest?",
            ("Reuters", 0, "Fishermen protested because the pillars stand in the herring grounds."),
            ("AP", 1, "Fishermen protested because its pillars stand in the herring grounds.")));
        Assert.Equal("Reuters (1 February 2026) and AP (2 February 2026) both say this.", comparison.Text);
    }

    [Fact]
    public void Other_numbers_of_the_same_words_are_no_agreement() => Assert.Empty(Compare(
        "How many passengers does the ferry carry?",
        ("Reuters", 0, "The ferry carries 120 passengers, the owner said."),
        ("AP", 1, "The ferry line carried 88,000 passengers, the owner said.")));

    [Fact]
    public void One_article_is_not_compared_with_itself()
    {
        var article = Article("Reuters", 0, "The ferry accident hurt 12 people.", "The ferry accident hurt 15 people.");
        CitedStatement[] statements = [.. article.Paragraphs.Select(paragraph => Statement(article, paragraph.Number, paragraph.Number))];
        Assert.Empty(SourceComparer.Compare(QuestionReading.Read("How many people were hurt?"), statements));
    }

    [Fact]
    public void An_article_without_outlet_or_date_is_named_by_its_headline()
    {
        var comparison = Assert.Single(Compare(
            "How many people were hurt in the ferry accident?",
            (null, null, "The ferry accident hurt 12 people."),
            ("AP", 1, "15 people were hurt in the ferry accident.")));
        Assert.Equal("AP (2 February 2026) says 15 people, “Headline 1” says 12 people.", comparison.Text);
    }

    private static SourceComparison[] Compare(string question, params (string? Outlet, int? Day, string Text)[] sources)
    {
        var statements = sources.Select((source, i) => Statement(Article(source.Outlet, source.Day, source.Text) with { Id = $"a{i}", Title = $"Headline {i + 1}" }, 1, i + 1));
        return [.. SourceComparer.Compare(QuestionReading.Read(question), [.. statements])];
    }

    private static Article Article(string? outlet, int? day, params string[] paragraphs) =>
        ArticleReader.FromParagraphs("Headline", paragraphs) with { Outlet = outlet, Date = day is { } days ? First.AddDays(days) : null };

    private static CitedStatement Statement(Article article, int paragraph, int number)
    {
        var text = article.Paragraphs[paragraph - 1].Text;
        return new CitedStatement(new Citation(number, article.Id, article.Version, article.Title, paragraph, 0, text.Length, text, article.Url), article);
    }
}
