using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Testing.Models;

namespace Bot.Answers.Tests.Generation;

/// <summary>A thousand drafts about the built-in article, each false in one way that is known.</summary>
public sealed class AdversarialDraftsTests
{
    private const int Drafts = 1_000;

    private static readonly Article Article = BuiltInArticle.Read();
    private static readonly FakePassage[] Passages = [.. Shown().Select(passage => new FakePassage(passage.Number, passage.Paragraph.Text, Speakers(passage.Number)))];

    [Fact]
    public void No_false_statement_is_let_through()
    {
        var verifier = new CitationVerifier(Shown());
        var honest = FakeDraft.Honest(Passages);
        string[] people = [.. Article.Speakers.Select(speaker => speaker.Name).Where(name => name.Split(' ') is { Length: > 1 } parts && parts.All(part => char.IsUpper(part[0])))];
        var through = new List<string>();
        var falsehoods = 0;
        for (var seed = 0; seed < Drafts; seed++)
        {
            var random = new Random(seed);
            var made = Corrupt(honest[random.Next(honest.Count)], seed % 7, people, random);
            falsehoods += made.Supported ? 0 : 1;
            var result = Check(verifier, made);
            Assert.All(result.Citations, citation => Assert.Equal(Article.Paragraph(citation.Paragraph)!.Text[citation.Start..citation.End], citation.Quote));
            if (!made.Supported)
            {
                through.AddRange(result.Kept.Select(statement => $"{seed % 7}: {statement.Text}"));
            }
        }

        Assert.InRange(falsehoods, Drafts / 2, Drafts);
        Assert.True(through.Count == 0, $"{through.Count} of {falsehoods}:\n{string.Join('\n', through.Distinct(StringComparer.Ordinal))}");
    }

    [Fact]
    public void Honest_statements_are_kept()
    {
        var verifier = new CitationVerifier(Shown());
        var honest = FakeDraft.Honest(Passages);
        var dropped = honest.SelectMany(statement => Check(verifier, statement).Dropped).Select(statement => $"{statement.Text} — {statement.Reason}").ToArray();
        Assert.InRange(honest.Count, 30, 200);
        Assert.True(dropped.Length <= 0.05 * honest.Count, $"{dropped.Length} of {honest.Count} dropped:\n{string.Join('\n', dropped)}");
    }

    private static FakeStatement Corrupt(FakeStatement honest, int how, string[] people, Random random) => how switch
    {
        0 => FakeDraft.InventsQuote(honest, random),
        1 => FakeDraft.AltersOneWord(honest, random),
        2 => FakeDraft.CitesWrongParagraph(honest, random),
        3 => FakeDraft.SwapsSpeakers(honest, people, random),
        4 => FakeDraft.FlipsNegation(honest, random),
        5 => FakeDraft.ChangesNumber(honest, random),
        _ => FakeDraft.AddsOutsideKnowledge(honest, random),
    };

    private static CheckedDraft Check(CitationVerifier verifier, FakeStatement statement) =>
        verifier.Check(DraftParser.Parse(FakeDraft.Json(statement))!);

    private static System.Collections.Immutable.ImmutableArray<ShownPassage> Shown() =>
        [.. Article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, Article, paragraph))];

    private static string[] Speakers(int paragraph) =>
        [.. Article.Quotations.Where(quotation => quotation.Paragraph == paragraph && quotation.Certainty != Certainty.Unknown).SelectMany(quotation => quotation.Speakers).Distinct()];
}
