using System.Text;
using CsCheck;

namespace Bot.Language.Tests;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One sentence without an end")]
    [InlineData("Mr. Smith met Sen. Jones and Dr. Who in St. Louis, Mo. on Monday.")]
    [InlineData("It grew by 3.5% to $1.2 billion in the U.S. last year.")]
    [InlineData("“We are watching it now.” he said.")]
    [InlineData("“Why would anybody do that?” Trump asked reporters on Friday.")]
    [InlineData("“Stop!” shouted the crowd.")]
    [InlineData("“Enough is enough!” Prime Minister Keir Starmer said.")]
    [InlineData("She waited ... and then left.")]
    [InlineData("President Donald J. Trump and J. D. Vance spoke, e.g. about tariffs, i.e. taxes.")]
    [InlineData("See No. 5, p. 12 and Vol. II of the report.")]
    [InlineData("The company, Acme Inc. of Delaware, filed at 5 p.m. Monday.")]
    [InlineData("Am 3. Oktober trafen sich ca. 20 Minister, d.h. fast alle, in Berlin.")]
    [InlineData("Der 21. Gipfel kostete 3,5 Mio. Euro.")]
    [InlineData("« C’est fini. » a-t-il déclaré.")]
    [InlineData("M. Macron a rencontré Mme. Le Pen à Paris.")]
    [InlineData("1. First item of the list")]
    [InlineData("Visit www.example.com or write to j.doe@example.org today.")]
    [InlineData("Yahoo! was sold.")]
    public void Leaves_one_sentence_whole(string text)
    {
        Assert.Equal([text], Sentences(text));
    }

    [Theory]
    [InlineData("First. Second.", "First.|Second.")]
    [InlineData("He left the U.S. The allies stayed.", "He left the U.S.|The allies stayed.")]
    [InlineData("They met Feb. 12. A year ago, he spoke.", "They met Feb. 12.|A year ago, he spoke.")]
    [InlineData("“That’s not it. That is a reality,” he said. “No.”", "“That’s not it.|That is a reality,” he said.|“No.”")]
    [InlineData("He said: “It is over.” Then he left.", "He said: “It is over.”|Then he left.")]
    [InlineData("\"It is over.\" \"No.\" (It was not.) Really?! Yes.", "\"It is over.\"|\"No.\"|(It was not.)|Really?!|Yes.")]
    [InlineData("She is 31. The other is 29.", "She is 31.|The other is 29.")]
    [InlineData("Er sagte: „Es ist vorbei.“ Dann ging er. »Nein!« Alle lachten.", "Er sagte: „Es ist vorbei.“|Dann ging er.|»Nein!«|Alle lachten.")]
    [InlineData("Il a dit : « C’est fini. » Puis il est parti.", "Il a dit : « C’est fini. »|Puis il est parti.")]
    [InlineData("Well… He paused. It ended.[12] Nobody knew.", "Well…|He paused.|It ended.[12]|Nobody knew.")]
    [InlineData("¿Qué pasó? ¡Nada! Nadie lo sabe.", "¿Qué pasó?|¡Nada!|Nadie lo sabe.")]
    [InlineData("これは文です。次の文です。", "これは文です。|次の文です。")]
    [InlineData("Points:\n• one\n• two\n\nThe end", "Points:|• one|• two|The end")]
    [InlineData("The price of vitamin C. The rest is known.", "The price of vitamin C.|The rest is known.")]
    [InlineData("He works for Acme Corp. It is large.", "He works for Acme Corp.|It is large.")]
    [InlineData("No. He did not.", "No.|He did not.")]
    [InlineData("“Who knows?” They left. Write to MoveOn.org. “Now.” . It's over.", "“Who knows?”|They left.|Write to MoveOn.org.|“Now.” .|It's over.")]
    [InlineData("He lives in Hereford, Ariz. It’s hot in Fisher v. Texas etc. Nor is it dry.", "He lives in Hereford, Ariz.|It’s hot in Fisher v. Texas etc.|Nor is it dry.")]
    [InlineData("She loves it. iPhones sell well.", "She loves it.|iPhones sell well.")]
    public void Finds_the_ends(string text, string expected)
    {
        Assert.Equal(expected.Split('|'), Sentences(text));
    }

    [Fact]
    public void Covers_any_text_in_order_leaving_out_only_white_space()
    {
        var text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab A.!?…“”\"'»« \n\t1[]().U•-。"], 0, 80]);
        text.Sample(
            sample =>
            {
                var position = 0;
                foreach (var sentence in SentenceSplitter.Split(sample))
                {
                    Assert.True(sentence.Start >= position && sentence.End > sentence.Start && sentence.End <= sample.Length);
                    Assert.True(string.IsNullOrWhiteSpace(sample[position..sentence.Start]));
                    Assert.Equal(sample[sentence.Start..sentence.End].Trim(), sample[sentence.Start..sentence.End]);
                    position = sentence.End;
                }

                Assert.True(string.IsNullOrWhiteSpace(sample[position..]));
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("\n")]
    [InlineData(" \n")]
    [InlineData("a. ")]
    [InlineData("U.S. ")]
    [InlineData(".”")]
    [InlineData("A? B ")]
    [InlineData("[1")]
    public void Takes_time_in_proportion_to_the_length(string unit)
    {
        // Compared with itself at a tenth of the length: quadratic work would take a hundred times as long, not about ten.
        var text = new StringBuilder().Insert(0, unit, 100_000).Append('x').ToString();
        var small = text[..(text.Length / 10)];
        SentenceSplitter.Split(small);
        var (shorter, longer) = (Fastest(small), Fastest(text));
        Assert.True(longer < (shorter + TimeSpan.FromMilliseconds(2)) * 40, $"{shorter} then {longer}");
    }

    private static TimeSpan Fastest(string text) => Enumerable.Range(0, 3).Min(_ =>
    {
        var started = TimeProvider.System.GetTimestamp();
        SentenceSplitter.Split(text);
        return TimeProvider.System.GetElapsedTime(started);
    });

    private static IEnumerable<string> Sentences(string text) => SentenceSplitter.Split(text).Select(sentence => text[sentence.Start..sentence.End]);
}
