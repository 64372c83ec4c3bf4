using Bot.Articles.Quotations;

namespace Bot.Articles.Tests.Quotations;

public sealed class QuotationReaderTests
{
    [Fact]
    public void Gives_a_quotation_its_speaker_under_the_fullest_name()
    {
        var reading = Read("Harbour master Ines Kallio opened the meeting.", "“We lost two boats,” Kallio said. “Nobody was hurt.”");

        Assert.Equal(["We lost two boats,", "Nobody was hurt."], reading.Quotations.Select(quotation => quotation.Text));
        Assert.All(reading.Quotations, quotation => Assert.Equal(["Ines Kallio"], quotation.Speakers));
    }

    [Fact]
    public void Keeps_offsets_in_code_units_among_astral_characters()
    {
        var quotation = Assert.Single(Read("😀 Ines Kallio said: “Good 😀 morning.”").Quotations);

        Assert.Equal("Good 😀 morning.", quotation.Text);
        Assert.Equal(22, quotation.Start);
    }

    [Theory]
    [InlineData("“Never,” Reed said.", "Reed said")]
    [InlineData("According to Ines Kallio, it was “done.”", "According to Ines Kallio")]
    public void Keeps_the_reporting_words(string text, string words) => Assert.Equal(words, Assert.Single(Read(text).Quotations).Attribution);

    [Fact]
    public void Leaves_the_speaker_open_where_the_text_names_none()
    {
        var quotation = Assert.Single(Read("It was late.", "“Is anybody there?”").Quotations);

        Assert.Empty(quotation.Speakers);
        Assert.Equal(Certainty.Unknown, quotation.Certainty);
    }

    [Theory]
    [InlineData("It was Ines Kallio who said: “Not today.”", "Ines Kallio")]
    [InlineData("“Dr. Reed, you are late,” said Ines Kallio.", "Ines Kallio")]
    [InlineData("“Thank you, Ines,” Tomas Reed told Ines Kallio.", "Tomas Reed")]
    [InlineData("Ines Kallio asked Tomas Reed whether the wall was “safe.”", "Ines Kallio")]
    [InlineData("The plan was called “a folly” by Tomas Reed.", "Tomas Reed")]
    [InlineData("As Tomas Reed put it, “walls do not swim.”", "Tomas Reed")]
    public void Tells_the_speaker_from_everybody_else(string text, string speaker) => Assert.Equal([speaker], Assert.Single(Read(text).Quotations).Speakers);

    [Fact]
    public void Is_not_sure_of_a_family_name_that_two_people_share()
    {
        var quotation = Assert.Single(Read("Anna Berg met her brother, Tomas Berg.", "“I will not follow,” Berg said.").Quotations);

        Assert.Equal(Certainty.Likely, quotation.Certainty);
    }

    [Fact]
    public void Gives_an_answer_to_the_one_who_was_asked()
    {
        var reading = Read("President Vladimir Orlov was silent.", "“Mr. President, are you well?” asked Jana Kovacs, a reporter.", "“Very,” he answered.");

        Assert.Equal(["Jana Kovacs", "Vladimir Orlov"], reading.Quotations.Select(quotation => quotation.Speakers[0]));
    }

    [Fact]
    public void Does_not_take_the_person_spoken_of_for_the_speaker()
    {
        var reading = Read("Opposition leader Marta Sousa attacked the minister, Rui Costa.", "Costa, she said, “has lost touch.”");

        Assert.Equal(["Marta Sousa"], Assert.Single(reading.Quotations).Speakers);
    }

    [Fact]
    public void Reads_labels_and_signatures()
    {
        var reading = Read("Carla Mendes and Joao Pinto ran the bakery.", "Mendes: “We open at five.”", "“Bread does not wait.” — Joao Pinto");

        Assert.Equal(["Carla Mendes", "Joao Pinto"], reading.Quotations.Select(quotation => quotation.Speakers[0]));
    }

    [Theory]
    [InlineData("She is known as “the Queen of Bread” in the valley.")]
    [InlineData("He read “War and Peace” on the train.")]
    [InlineData("The word “sourdough” comes from the miners.")]
    [InlineData("Robert “Bobby” Marsh sold the boat.")]
    [InlineData("The so-called “discount” was a trick.")]
    public void Leaves_out_what_nobody_says(string text) => Assert.Empty(Read(text).Quotations);

    internal static QuotationReading Read(params string[] paragraphs) =>
        QuotationReader.Read([.. paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, []))]);
}
