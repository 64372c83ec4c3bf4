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

    internal static QuotationReading Read(params string[] paragraphs) =>
        QuotationReader.Read([.. paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, []))]);
}
