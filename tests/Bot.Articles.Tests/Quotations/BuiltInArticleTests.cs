using Bot.Articles.Quotations;

namespace Bot.Articles.Tests.Quotations;

/// <summary>Every quotation of the article that ships with the bot, checked by hand against the text.</summary>
public sealed class BuiltInArticleTests
{
    private const string Senators = "Jeanne Shaheen; Lisa Murkowski";
    private const string Authors = "Veronica Anghel; Giuseppe Spatafora";

    // First words, last words, speakers.
    private static readonly (string First, string Last, string Speakers)[] Expected =
    [
        ("The episode matters", "be uncrossed,", "Sophia Besch"),
        ("Even without force", "lasting way.", "Sophia Besch"),
        ("It’s a major", "watching it,", "Sergey Lavrov"),
        ("fundamentally thanks to", "ever was.", "Mark Rutte"),
        ("Instead of strengthening", "own interests,", Senators),
        ("Suggestions that the", "and unreliable,", Senators),
        ("The stronger our", "the world,", "Marco Rubio"),
        ("That’s not an", "changing now.", "Marco Rubio"),
        ("it has become", "long term.", "Kaja Kallas"),
        ("We are fending", "political meddling,", "Kaja Kallas"),
        ("Russia has brought", "grandparents endured,", "Mark Rutte"),
        ("deep crisis", "deep crisis", "Sergey Lavrov"),
        ("It was hard", "could happen,", "Sergey Lavrov"),
        ("one NATO member", "NATO member.", "Sergey Lavrov"),
        ("impotent rage", "impotent rage", "Russian state media"),
        ("trans-Atlantic unity is", "is over.", "Putin’s presidential envoy"),
        ("the deterrence edifice", "becomes shakier.", "report from the European Union Institute for Security Studies"),
        ("Europe is being", "harsher reality,", Authors),
        ("Adversaries start believing", "unified response.", Authors),
    ];

    [Fact]
    public void Names_the_speaker_of_every_quotation()
    {
        var quotations = BuiltInArticle.Read().Quotations;

        Assert.Equal(Expected.Length, quotations.Length);
        Assert.All(quotations.Zip(Expected), pair =>
        {
            Assert.StartsWith(pair.Second.First, pair.First.Text, StringComparison.Ordinal);
            Assert.EndsWith(pair.Second.Last.Split(' ')[^1], pair.First.Text, StringComparison.Ordinal);
            Assert.Equal(pair.Second.Speakers, string.Join("; ", pair.First.Speakers));
        });
    }

    [Fact]
    public void Slices_every_quotation_out_of_its_paragraph()
    {
        var article = BuiltInArticle.Read();

        Assert.All(article.Quotations, quotation => Assert.Equal(quotation.Text, article.Paragraph(quotation.Paragraph)!.Text[quotation.Start..quotation.End]));
    }

    [Fact]
    public void Gives_speakers_their_role_and_their_number_of_quotations()
    {
        var speakers = BuiltInArticle.Read().Speakers;

        Assert.Equal("Sergey Lavrov", speakers[0].Name);
        Assert.Equal(4, speakers[0].Quotations);
        Assert.Contains("Minister", speakers[0].Role, StringComparison.Ordinal);
        Assert.Contains("foreign policy chief", speakers.Single(speaker => speaker.Name == "Kaja Kallas").Role, StringComparison.Ordinal);
        Assert.Contains("Secretary-General", speakers.Single(speaker => speaker.Name == "Mark Rutte").Role, StringComparison.Ordinal);
        Assert.Contains("Secretary of State", speakers.Single(speaker => speaker.Name == "Marco Rubio").Role, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kallas", "Kaja Kallas")]
    [InlineData("kaja", "Kaja Kallas")]
    [InlineData("Kalas", "Kaja Kallas")]
    [InlineData("Lavrow", "Sergey Lavrov")]
    [InlineData("Secretary Rubio", "Marco Rubio")]
    [InlineData("foreign policy chief", "Kaja Kallas")]
    [InlineData("the secretary-general", "Mark Rutte")]
    public void Finds_a_speaker_by_any_part_of_the_name(string asked, string name) =>
        Assert.Equal([name], new SpeakerIndex(BuiltInArticle.Read().Speakers).Find(asked).Select(speaker => speaker.Name));

    [Theory]
    [InlineData("Merkel")]
    [InlineData("Trump")]
    [InlineData("Putin")]
    [InlineData("")]
    public void Finds_nobody_who_is_not_quoted(string asked) => Assert.Empty(new SpeakerIndex(BuiltInArticle.Read().Speakers).Find(asked));

    [Fact]
    public void Ranks_quotations_by_a_topic()
    {
        var article = BuiltInArticle.Read();

        var about = QuotationTopics.About(article.Quotations, article.Paragraphs, "cyberattacks and sabotage");

        Assert.StartsWith("We are fending off cyberattacks", about[0].Text, StringComparison.Ordinal);
        Assert.Empty(QuotationTopics.About(article.Quotations, article.Paragraphs, "football"));
    }
}
