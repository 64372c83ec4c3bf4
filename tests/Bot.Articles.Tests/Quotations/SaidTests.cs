using System.Collections.Immutable;
using System.Text;
using Bot.Articles.Quotations;

namespace Bot.Articles.Tests.Quotations;

/// <summary>The quotations of <c>said.txt</c>, in every form they are written in: found, given to their speakers, and told from what was denied.</summary>
public sealed class SaidTests
{
    private static readonly ImmutableArray<LabelledArticle> Articles = Read();

    [Fact]
    public void Finds_nearly_every_quotation_with_its_speaker_and_its_standing()
    {
        var (gold, found, right) = (0, 0, 0);
        foreach (var article in Articles)
        {
            var left = QuotationReader.Read(article.Paragraphs).Quotations.ToList();
            foreach (var label in article.Labels)
            {
                var match = left.Find(label.Covers);
                left.Remove(match!);
                if (!label.IsOptional)
                {
                    gold++;
                    found += match is null ? 0 : 1;
                    right += match is not null && label.Fits(match) ? 1 : 0;
                }
            }

            found += left.Count;
        }

        Assert.InRange(2.0 * right / (gold + found), 0.92, 1);
    }

    [Fact]
    public void Is_sure_only_of_the_right_name()
    {
        var sure = Articles.SelectMany(article => QuotationReader.Read(article.Paragraphs).Quotations
            .Where(quotation => quotation.Certainty == Certainty.Sure)
            .Select(quotation => article.Labels.FirstOrDefault(label => label.Covers(quotation)) is { } label && (label.IsOptional || label.IsBy(quotation)))).ToList();

        Assert.InRange((double)sure.Count(right => right) / sure.Count, 0.99, 1);
    }

    [Fact]
    public void Never_lists_as_said_what_was_denied()
    {
        var denied = Articles.SelectMany(article => QuotationReader.Read(article.Paragraphs).Quotations
            .Where(quotation => article.Labels.Any(label => label.Standing == Standing.Denied && label.Covers(quotation)))).ToList();

        Assert.NotEmpty(denied);
        Assert.All(denied, quotation => Assert.Equal(Standing.Denied, quotation.Standing));
    }

    [Fact]
    public void Takes_a_post_without_marks_for_the_words_of_whoever_signs_it()
    {
        var quotations = QuotationReader.Read(
        [
            new Paragraph(1, "Nobody in the town could believe it on Sunday.", null, []),
            new Paragraph(2, "The bridge is purple now and I love it.", null, []),
            new Paragraph(3, "— Nora Feld (@norafeld) 3 May 2024", null, []),
            new Paragraph(4, "The council will paint it again in June.", null, []),
        ]).Quotations;

        var post = Assert.Single(quotations);
        Assert.Equal("The bridge is purple now and I love it.", post.Text);
        Assert.Equal(["Nora Feld"], post.Speakers);
    }

    private static ImmutableArray<LabelledArticle> Read()
    {
        using var reader = new StreamReader(typeof(SaidTests).Assembly.GetManifestResourceStream("said.txt")!);
        var text = string.Join('\n', reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)));
        return [.. text.Split("\n# ", StringSplitOptions.RemoveEmptyEntries).Where(article => article.Contains('⟦')).Select(article => LabelledArticle.Read(article[(article.IndexOf('\n', StringComparison.Ordinal) + 1)..]))];
    }

    private sealed record LabelledArticle(ImmutableArray<Paragraph> Paragraphs, ImmutableArray<Label> Labels)
    {
        public static LabelledArticle Read(string annotated)
        {
            var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
            var labels = ImmutableArray.CreateBuilder<Label>();
            foreach (var block in annotated.Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                var text = new StringBuilder();
                var pieces = block.Trim().Split('⟦');
                text.Append(pieces[0]);
                foreach (var piece in pieces[1..])
                {
                    var end = piece.IndexOf('⟧', StringComparison.Ordinal);
                    var parts = piece[..end].Split('|');
                    labels.Add(new Label(paragraphs.Count + 1, text.Length, text.Length + parts[0].Length, parts[1], parts.Length > 2 ? Enum.Parse<Standing>(parts[2], ignoreCase: true) : Standing.Said));
                    text.Append(parts[0]).Append(piece.AsSpan(end + 1));
                }

                paragraphs.Add(new Paragraph(paragraphs.Count + 1, text.ToString(), null, []));
            }

            return new LabelledArticle(paragraphs.ToImmutable(), labels.ToImmutable());
        }
    }

    private sealed record Label(int Paragraph, int Start, int End, string Speakers, Standing Standing)
    {
        public bool IsOptional => Speakers == "*";

        /// <summary>A full stop inside or outside the marks makes no difference.</summary>
        public bool Covers(Quotation quotation) => quotation.Paragraph == Paragraph && Math.Abs(quotation.Start - Start) <= 1 && Math.Abs(quotation.End - End) <= 1;

        public bool Fits(Quotation quotation) => quotation.Standing == Standing && (IsBy(quotation) || (Standing == Standing.Denied && quotation.Speakers.IsEmpty));

        /// <summary>A name as it is; of a description (“the clerk”), its words among others.</summary>
        public bool IsBy(Quotation quotation)
        {
            var wanted = Speakers.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Plain).Order(StringComparer.Ordinal).ToArray();
            var given = quotation.Speakers.Select(Plain).Order(StringComparer.Ordinal).ToArray();
            return wanted.SequenceEqual(given) || (wanted.Length == 1 && given.Length == 1 && char.IsLower(Speakers[0]) && given[0].Contains(wanted[0], StringComparison.Ordinal));
        }

        private static string Plain(string name)
        {
            var plain = name.ToLowerInvariant().Replace('’', '\'');
            return Array.Find(["the ", "a ", "an ", "mr. "], start => plain.StartsWith(start, StringComparison.Ordinal)) is { } opening ? plain[opening.Length..] : plain;
        }
    }
}
