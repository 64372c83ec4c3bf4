using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

/// <summary>Drafts on the built-in article, honest and sabotaged, as careless or hostile models write them.</summary>
public sealed partial class SabotagedDraftTests
{
    private const int Drafts = 1_000;

    private static readonly Article Built = BuiltInArticle.Read();
    private static readonly string[] People = ["Donald Trump", "Mark Rutte", "Vladimir Putin", "Sergey Lavrov", "Kaja Kallas", "Marco Rubio", "Sophia Besch"];

    private static readonly string[] Inventions =
    [
        "Sweden joined the alliance in 2024.",
        "The summit in Ankara was attended by Emmanuel Macron.",
        "NATO will move its headquarters to Warsaw next spring.",
        "China has offered to mediate between Washington and Copenhagen.",
        "Most Danes want to leave the alliance, a survey by Gallup found.",
        "The Kremlin ordered a new wave of mobilisation on Friday.",
    ];

    private static readonly (string From, string To)[] Contraries =
    [
        ("stronger", "weaker"), ("biggest", "smallest"), ("low", "high"), ("increased", "decreased"), ("before", "after"), ("more", "less"), ("allies", "enemies"), ("never", "always"),
        ("strengthening", "weakening"), ("strong", "weak"), ("denies", "confirms"), ("later", "earlier"),
    ];

    private readonly CitationVerifier _verifier = new([.. Built.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, Built, paragraph))]);
    private readonly Random _random = new(4);

    // A true statement with a wrong reference may be shown with the right one: its own quotation says where it stands.
    [Fact]
    public void None_of_a_thousand_sabotaged_statements_is_shown()
    {
        var sabotages = new Func<Paragraph, string, DraftStatement?>[] { ChangeNumber, FlipNegation, SwapName, SayTheContrary, AddKnowledge, InventQuote, SwapSpeaker, CiteSomethingElse };
        var tried = new Dictionary<string, int>(StringComparer.Ordinal);
        var shown = new List<string>();
        while (tried.Values.Sum() < Drafts)
        {
            var paragraph = Pick(Built.Paragraphs);
            var sabotage = sabotages[_random.Next(sabotages.Length)];
            if (sabotage(paragraph, paragraph.TextOf(Pick(paragraph.Sentences))) is not { } statement)
            {
                continue;
            }

            tried[sabotage.Method.Name] = tried.GetValueOrDefault(sabotage.Method.Name) + 1;
            var check = _verifier.Check(new Draft([statement]));
            if (!check.Kept.IsEmpty && !(sabotage == CiteSomethingElse && check.Citations.All(citation => citation.Paragraph == paragraph.Number)))
            {
                shown.Add($"{sabotage.Method.Name}: {statement.Text}");
            }
        }

        Assert.Equal(sabotages.Length, tried.Count);
        Assert.True(shown.Count == 0, string.Join("\n", shown.Distinct()));
    }

    [Fact]
    public void At_least_95_of_100_honest_statements_are_kept()
    {
        var honest = Built.Paragraphs
            .SelectMany(paragraph => paragraph.Sentences.SelectMany(sentence => Honest(paragraph, paragraph.TextOf(sentence))))
            .Concat(Built.Quotations.Where(quotation => quotation.Certainty == Certainty.Sure && quotation.Speakers.Length == 1).Select(quotation =>
                new DraftStatement($"{quotation.Speakers[0]} said: “{quotation.Text}”", [new DraftEvidence(quotation.Paragraph, quotation.Text)])))
            .ToArray();

        var dropped = honest.SelectMany(statement => _verifier.Check(new Draft([statement])).Dropped).Select(statement => $"{statement.Reason} {statement.Text}").ToArray();

        Assert.True(dropped.Length <= honest.Length * 0.05, $"{dropped.Length} of {honest.Length}: {string.Join('\n', dropped)}");
    }

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

    private DraftStatement? ChangeNumber(Paragraph paragraph, string sentence) =>
        Changed(paragraph, sentence, Digits().Replace(sentence, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + _random.Next(2, 9)).ToString(CultureInfo.InvariantCulture), 1));

    private static DraftStatement? FlipNegation(Paragraph paragraph, string sentence) =>
        Changed(paragraph, sentence, Negation().IsMatch(sentence) ? Negation().Replace(sentence, "", 1) : Auxiliary().Replace(sentence, "$0 not", 1));

    private DraftStatement? SwapName(Paragraph paragraph, string sentence)
    {
        var present = People.Where(person => sentence.Contains(LastName(person), StringComparison.Ordinal)).ToArray();
        if (present.Length == 0 || sentence.Contains('“', StringComparison.Ordinal))
        {
            return null;
        }

        var other = Pick(People.Except(present).ToArray());
        return Changed(paragraph, sentence, sentence.Replace(LastName(present[0]), LastName(other), StringComparison.Ordinal));
    }

    private DraftStatement? SayTheContrary(Paragraph paragraph, string sentence)
    {
        var (from, to) = Pick(Contraries);
        return Changed(paragraph, sentence, Regex.Replace(sentence, $@"\b{from}\b", to));
    }

    private DraftStatement AddKnowledge(Paragraph paragraph, string sentence) =>
        new(_random.Next(2) == 0 ? Pick(Inventions) : $"{sentence} {Pick(Inventions)}", [new DraftEvidence(paragraph.Number, sentence)]);

    private DraftStatement InventQuote(Paragraph paragraph, string sentence) =>
        new($"{Pick(People)} said: “{string.Join(' ', sentence.Split(' ').Where(_ => _random.Next(3) > 0).Append("forever"))}”", [new DraftEvidence(paragraph.Number, sentence)]);

    private DraftStatement? SwapSpeaker(Paragraph paragraph, string sentence)
    {
        var quotations = Built.Quotations.Where(quotation => quotation.Certainty == Certainty.Sure && quotation.Speakers.Length == 1).ToArray();
        var quotation = Pick(quotations);
        var other = Pick(Built.Speakers.Select(speaker => speaker.Name).Where(name => LastName(name) != LastName(quotation.Speakers[0])).ToArray());
        return new DraftStatement($"{other} said: “{quotation.Text}”", [new DraftEvidence(quotation.Paragraph, quotation.Text)]);
    }

    private DraftStatement? CiteSomethingElse(Paragraph paragraph, string sentence)
    {
        var elsewhere = Pick(Built.Paragraphs.Where(other => Math.Abs(other.Number - paragraph.Number) > 2).ToArray());
        return new DraftStatement(sentence, [new DraftEvidence(elsewhere.Number, elsewhere.TextOf(elsewhere.Sentences[0]))]);
    }

    private static DraftStatement? Changed(Paragraph paragraph, string sentence, string changed) =>
        changed == sentence ? null : new DraftStatement(changed, [new DraftEvidence(paragraph.Number, sentence)]);

    private static string LastName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@" not\b|n’t\b| never\b")]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:is|was|are|were|has|have|will|would|must)\b")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@", (?:which|who|while|after|as|where|with) [^,]*\.$")]
    private static partial Regex TrailingClause();
}
