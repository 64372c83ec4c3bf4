using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Articles.Quotations;
using CsCheck;

namespace Bot.Articles.Tests.Quotations;

public sealed class QuotationRobustnessTests
{
    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "‘", "’", "'", "«", "»", "„", " ", " ", " ", "\u00A0", ", ", ". ", "? ", ": ", "— ", "(", ")", "said", "says", "according to", "by", "who", "and", "the",
        "Ines Kallio", "Kallio", "Mr. Reed", "she", "they", "𝒜𝓁", "שלום", "مرحبا", "é", "e\u0301", "5", "'90s", "\uD83D", "a-t-il", "-il", ".", "\n", "Dr", "J.",
    ];

    private static readonly Gen<ImmutableArray<Paragraph>> Articles =
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(pieces => string.Concat(pieces)).Array[0, 6]
            .Select(texts => texts.Select((text, i) => new Paragraph(i + 1, text, null, [])).ToImmutableArray());

    [Fact]
    public void Slices_to_the_text_without_overlap_whatever_the_text() =>
        Articles.Sample(paragraphs =>
        {
            var (number, end) = (0, 0);
            foreach (var quotation in QuotationReader.Read(paragraphs).Quotations)
            {
                Assert.Equal(quotation.Text, paragraphs[quotation.Paragraph - 1].Text[quotation.Start..quotation.End]);
                Assert.True(quotation.Start < quotation.End);
                Assert.True(quotation.Paragraph > number || (quotation.Paragraph == number && quotation.Start >= end));
                Assert.Equal(quotation.Speakers.IsEmpty, quotation.Certainty == Certainty.Unknown);
                (number, end) = (quotation.Paragraph, quotation.End);
            }
        });

    [Fact]
    public void Counts_every_quotation_of_every_speaker() =>
        Articles.Sample(paragraphs =>
        {
            var reading = QuotationReader.Read(paragraphs);
            Assert.Equal(reading.Quotations.Sum(quotation => quotation.Speakers.Length), reading.Speakers.Sum(speaker => speaker.Quotations));
        });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("“")]
    [InlineData("”")]
    [InlineData("““””")]
    [InlineData("“ ”")]
    [InlineData("''")]
    [InlineData("No marks at all.")]
    public void Finds_nothing_where_nothing_is_quoted(string text) => Assert.Empty(QuotationReaderTests.Read(text).Quotations);

    [Theory]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("\" ")]
    [InlineData(" \"")]
    [InlineData("« ")]
    [InlineData("„")]
    [InlineData(" ‘a")]
    [InlineData(" 'a' ")]
    [InlineData(" “a” said B, ")]
    [InlineData("said “a, ")]
    [InlineData(" “a \"b ")]
    [InlineData("that said, and ")]
    [InlineData("Ann Ek, ")]
    public void Reads_a_mebibyte_of_one_pattern_in_seconds(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, (1 << 20) / pattern.Length)) + "“end,” said Ann Ek.";
        var watch = Stopwatch.StartNew();

        var reading = QuotationReaderTests.Read(text);

        // Generous for a busy machine; a quadratic pass would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed} for {reading.Quotations.Length} quotations");
    }

    [Fact]
    public void Reads_ten_mebibytes_of_prose()
    {
        const string Sentence = "Ines Kallio, the harbour master, said the wall “did its work” and that nobody had been hurt in the storm of Tuesday night. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 10 * (1 << 20) / Sentence.Length));

        var reading = QuotationReaderTests.Read(text);

        Assert.Equal(10 * (1 << 20) / Sentence.Length, reading.Quotations.Length);
        Assert.Equal("Ines Kallio", Assert.Single(reading.Speakers).Name);
    }
}
