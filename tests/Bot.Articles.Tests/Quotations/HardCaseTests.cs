using Bot.Articles.Quotations;

namespace Bot.Articles.Tests.Quotations;

public sealed class HardCaseTests
{
    [Theory]
    [MemberData(nameof(HardCases.All), MemberType = typeof(HardCases))]
    public void Finds_every_quotation_and_its_speaker(string name, string annotated)
    {
        var (paragraphs, expected) = Read(annotated);

        var reading = QuotationReader.Read(paragraphs);

        var found = reading.Quotations.Select(quotation => $"{name} {quotation.Paragraph}: {quotation.Text} ({string.Join("; ", quotation.Speakers)})");
        Assert.Equal(string.Join('\n', expected.Select(line => $"{name} {line}")), string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(HardCases.All), MemberType = typeof(HardCases))]
    public void Is_never_sure_of_a_wrong_name(string name, string annotated)
    {
        var (paragraphs, expected) = Read(annotated);

        foreach (var quotation in QuotationReader.Read(paragraphs).Quotations.Where(quotation => quotation.Certainty == Certainty.Sure))
        {
            Assert.Contains($"{quotation.Paragraph}: {quotation.Text} ({string.Join("; ", quotation.Speakers)})", expected);
            Assert.NotEmpty(name);
        }
    }

    private static (System.Collections.Immutable.ImmutableArray<Paragraph> Paragraphs, List<string> Expected) Read(string annotated)
    {
        var expected = new List<string>();
        var paragraphs = new List<Paragraph>();
        foreach (var block in annotated.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var pieces = block.Split('⟦');
            var text = pieces[0];
            foreach (var piece in pieces.Skip(1))
            {
                var end = piece.IndexOf('⟧', StringComparison.Ordinal);
                var words = piece[(end + 2)..];
                var close = Closing(piece[end + 1], words);
                expected.Add($"{paragraphs.Count + 1}: {words[..close].Trim()} ({(piece[..end] == "?" ? "" : piece[..end])})");
                text += piece[(end + 1)..];
            }

            paragraphs.Add(new Paragraph(paragraphs.Count + 1, text, null, []));
        }

        return ([.. paragraphs], expected);
    }

    /// <summary>Where the annotated words end: hand-placed marks only, the last one of the piece that can close, without the words of the writer.</summary>
    private static int Closing(char open, string words)
    {
        char[] closing = open switch
        {
            '“' or '"' => ['”', '"'],
            '‘' => ['’'],
            '«' => ['»'],
            _ => ['“'],
        };
        for (var i = 0; i < words.Length; i++)
        {
            if (Array.IndexOf(closing, words[i]) >= 0 && (open != '‘' || IsClosingSingle(words, i)))
            {
                return i;
            }
        }

        return words.TrimEnd().Length;
    }

    private static bool IsClosingSingle(string words, int i) =>
        i > 0 && words[i - 1] is ',' or '.' or '”' || i + 1 < words.Length && words[i + 1] == ',' || words.AsSpan(i).StartsWith("’ to the");
}
