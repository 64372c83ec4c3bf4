using System.Collections.Immutable;
using Bot.Articles.Quotations;

namespace Bot.Articles.Tests.Quotations;

/// <summary>The quotations of <c>said.txt</c>, in every form they are written in: found, given to their speakers, and told from what was denied.</summary>
public sealed class SaidTests
{
    private static readonly ImmutableArray<LabelledArticle> Articles = LabelledArticle.AllOf("said.txt");

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
}
