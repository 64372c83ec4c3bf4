using System.Text.RegularExpressions;
using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

/// <summary>Drafts on several articles, honest and sabotaged, as careless or hostile models write them.</summary>
public sealed partial class SabotagedDraftTests
{
    private const int Drafts = 1_000;

    private static readonly Dictionary<string, SabotagedArticle> Subjects = new()
    {
        ["alliance"] = new(
            BuiltInArticle.Read(),
            ["Donald Trump", "Mark Rutte", "Vladimir Putin", "Sergey Lavrov", "Kaja Kallas", "Marco Rubio", "Sophia Besch"],
            [
                "Sweden joined the alliance in 2024.",
                "The summit in Ankara was attended by Emmanuel Macron.",
                "NATO will move its headquarters to Warsaw next spring.",
                "China has offered to mediate between Washington and Copenhagen.",
                "Most Danes want to leave the alliance, a survey by Gallup found.",
                "The Kremlin ordered a new wave of mobilisation on Friday.",
            ]),
        ["reservoir"] = new(
            WrittenArticles.Reservoir,
            ["Harriet Okafor", "Miles Redfern", "Priya Nair", "Tom Eldridge"],
            [
                "The dam was hit by an earthquake in 1954.",
                "The prime minister visited the valley on Saturday.",
                "Brandt & Lisle has built a new dam in Wales.",
                "Most residents support the draining, a survey by the local radio found.",
                "Police are looking into the conduct of two councillors.",
                "The reservoir freezes over every January.",
            ]),
        ["ferries"] = new(
            WrittenArticles.Ferries,
            ["Ingrid Solheim", "Rui Carvalho", "Marta Figueiredo", "Anders Moen", "Beatriz Lobo"],
            [
                "Fjordverk was founded by two brothers in 1921.",
                "The European Commission is examining the subsidy.",
                "A strike will stop all crossings on Christmas Eve.",
                "Voltara was sold to an investor from Singapore.",
                "Tourists have turned to buses and water taxis.",
                "The ferries can carry 540 people and 30 bicycles each.",
            ]),
    };

    // A true statement with a wrong reference may be shown with the right one: its own quotation says where it stands.
    [Theory]
    [InlineData("alliance", 4)]
    [InlineData("alliance", 81)]
    [InlineData("reservoir", 5)]
    [InlineData("ferries", 6)]
    public void None_of_a_thousand_sabotaged_statements_is_shown(string subject, int seed) =>
        AssertDropped(Subjects[subject], new Sabotage(Subjects[subject], seed), sabotage => sabotage.Plain, most: 0);

    // What is left are halves of two sentences of one passage, joined, and words that are almost synonyms.
    [Theory]
    [InlineData("alliance", 7)]
    [InlineData("reservoir", 8)]
    [InlineData("ferries", 9)]
    public void Of_a_thousand_finer_sabotages_hardly_any_is_shown(string subject, int seed) =>
        AssertDropped(Subjects[subject], new Sabotage(Subjects[subject], seed), sabotage => sabotage.Finer, most: Drafts / 50);

    private static void AssertDropped(SabotagedArticle subject, Sabotage sabotage, Func<Sabotage, Func<Paragraph, string, DraftStatement?>[]> kindsOf, int most)
    {
        var (kinds, paragraphs) = (kindsOf(sabotage), subject.Article.Paragraphs);
        var verifier = Verifier(subject.Article);
        var tried = new Dictionary<string, int>(StringComparer.Ordinal);
        var shown = new List<string>();
        while (tried.Values.Sum() < Drafts)
        {
            var paragraph = sabotage.Pick(paragraphs);
            var kind = sabotage.Pick(kinds);
            if (kind(paragraph, paragraph.TextOf(sabotage.Pick(paragraph.Sentences))) is not { } statement)
            {
                continue;
            }

            tried[kind.Method.Name] = tried.GetValueOrDefault(kind.Method.Name) + 1;
            var check = verifier.Check(new Draft([statement]));
            if (!check.Kept.IsEmpty && !(kind == sabotage.CiteSomethingElse && check.Citations.All(citation => citation.Paragraph == paragraph.Number)))
            {
                shown.Add($"{kind.Method.Name}: {statement.Text}");
            }
        }

        Assert.Equal(kinds.Length, tried.Count);
        Assert.True(shown.Count <= most, $"{shown.Count} of {string.Join(", ", tried)}\n{string.Join("\n", shown.Distinct().Order(StringComparer.Ordinal))}");
    }

    [Theory]
    [InlineData("alliance")]
    [InlineData("reservoir")]
    [InlineData("ferries")]
    public void At_least_95_of_100_honest_statements_are_kept(string subject)
    {
        var article = Subjects[subject].Article;
        var verifier = Verifier(article);
        var honest = article.Paragraphs
            .SelectMany(paragraph => paragraph.Sentences.SelectMany(sentence => Honest(paragraph, paragraph.TextOf(sentence))))
            .Concat(article.Quotations.Where(quotation => quotation.Certainty == Certainty.Sure && quotation.Speakers.Length == 1).Select(quotation =>
                new DraftStatement($"{quotation.Speakers[0]} said: “{quotation.Text}”", [new DraftEvidence(quotation.Paragraph, quotation.Text)])))
            .ToArray();

        var dropped = honest.SelectMany(statement => verifier.Check(new Draft([statement])).Dropped).Select(statement => $"{statement.Reason} {statement.Text}").ToArray();

        Assert.True(dropped.Length <= honest.Length * 0.05, $"{dropped.Length} of {honest.Length}: {string.Join('\n', dropped)}");
    }

    private static CitationVerifier Verifier(Article article) => new([.. article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, article, paragraph))]);

    private static IEnumerable<DraftStatement> Honest(Paragraph paragraph, string sentence)
    {
        DraftEvidence[] evidence = [new(paragraph.Number, sentence)];
        yield return new DraftStatement(sentence, [.. evidence]);
        yield return new DraftStatement($"According to the article, {sentence}", [.. evidence]);
        yield return new DraftStatement(sentence.Replace('’', '\'').Replace('“', '"').Replace('”', '"'), [.. evidence]);
        yield return new DraftStatement(sentence, [new DraftEvidence(paragraph.Number + 1, string.Join(' ', sentence.Split(' ')[..^1]))]);
        if (TrailingClause().Replace(sentence, ".") is var shorter && shorter != sentence && shorter.Count(c => c is '“' or '”') % 2 == 0)
        {
            yield return new DraftStatement(shorter, [.. evidence]);
        }
    }

    [GeneratedRegex(@", (?:which|who|while|after|as|where|with) [^,]*\.$")]
    private static partial Regex TrailingClause();
}
