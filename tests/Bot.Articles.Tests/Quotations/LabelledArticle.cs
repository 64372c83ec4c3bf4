using System.Collections.Immutable;
using System.Text;

namespace Bot.Articles.Tests.Quotations;

/// <summary>An article with its quotations labelled by hand; <c>said.txt</c> says how.</summary>
/// <param name="Heading">Its form or kind, and its name.</param>
internal sealed record LabelledArticle(string Heading, ImmutableArray<Paragraph> Paragraphs, ImmutableArray<LabelledQuotation> Labels)
{
    public static ImmutableArray<LabelledArticle> AllOf(string file)
    {
        using var reader = new StreamReader(typeof(LabelledArticle).Assembly.GetManifestResourceStream(file)!);
        var text = string.Join('\n', reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)));
        return [.. text.Split("\n# ").Select(article => article.Split('\n', 2)).Where(article => article.Length == 2 && article[0].Contains('·')).Select(article => Read(article[0], article[1]))];
    }

    private static LabelledArticle Read(string heading, string annotated)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var labels = ImmutableArray.CreateBuilder<LabelledQuotation>();
        foreach (var block in annotated.Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var text = new StringBuilder();
            var pieces = block.Trim().Split('⟦');
            text.Append(pieces[0]);
            foreach (var piece in pieces[1..])
            {
                var end = piece.IndexOf('⟧', StringComparison.Ordinal);
                var parts = piece[..end].Split('|');
                var standing = parts.Length > 2 ? Enum.Parse<Standing>(parts[2], ignoreCase: true) : Standing.Said;
                labels.Add(new LabelledQuotation(paragraphs.Count + 1, text.Length, parts[0], parts[1], standing));
                text.Append(parts[0]).Append(piece.AsSpan(end + 1));
            }

            paragraphs.Add(new Paragraph(paragraphs.Count + 1, text.ToString(), null, []));
        }

        return new LabelledArticle(heading.TrimStart('#', ' '), paragraphs.ToImmutable(), labels.ToImmutable());
    }
}

/// <param name="Start">In the paragraph.</param>
/// <param name="Speakers">Divided by “;”, empty when the article names nobody, * when it may be found or not.</param>
internal sealed record LabelledQuotation(int Paragraph, int Start, string Words, string Speakers, Standing Standing)
{
    public bool IsOptional => Speakers == "*";

    /// <summary>A full stop inside or outside the marks makes no difference.</summary>
    public bool Covers(Quotation quotation) =>
        quotation.Paragraph == Paragraph && Math.Abs(quotation.Start - Start) <= 1 && Math.Abs(quotation.End - Start - Words.Length) <= 1;

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
