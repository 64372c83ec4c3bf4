using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Drafts;
using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

/// <summary>An article that can be lied about.</summary>
/// <param name="People">Whom it names.</param>
/// <param name="Inventions">What it does not say.</param>
internal sealed record SabotagedArticle(Article Article, string[] People, string[] Inventions);

/// <summary>Makes statements false, each in one way; a sentence that offers nothing to work on gives null.</summary>
internal sealed partial class Sabotage(SabotagedArticle subject, int seed)
{
    private static readonly (string From, string To)[] Contraries =
    [
        ("stronger", "weaker"), ("biggest", "smallest"), ("low", "high"), ("increased", "decreased"), ("before", "after"), ("more", "less"), ("allies", "enemies"), ("never", "always"),
        ("strengthening", "weakening"), ("oldest", "newest"), ("less", "more"), ("rise", "fall"), ("rejected", "accepted"), ("cheaper", "dearer"), ("slower", "faster"), ("supports", "opposes"), ("closed", "opened"), ("first", "last"), ("wrong", "right"), ("below", "above"), ("fewer", "more"), ("shortage", "surplus"), ("praised", "criticised"), ("northern", "southern"), ("strong", "weak"), ("denies", "confirms"), ("later", "earlier"),
    ];

    private readonly Random _random = new(seed);

    /// <summary>What careless models do.</summary>
    public Func<Paragraph, string, DraftStatement?>[] Plain => [ChangeNumber, FlipNegation, SwapName, SayTheContrary, AddKnowledge, InventQuote, SwapSpeaker, CiteSomethingElse];

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private DraftStatement? ChangeNumber(Paragraph paragraph, string sentence) =>
        Changed(paragraph, sentence, Digits().Replace(sentence, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + _random.Next(2, 9)).ToString(CultureInfo.InvariantCulture), 1));

    private static DraftStatement? FlipNegation(Paragraph paragraph, string sentence) =>
        Changed(paragraph, sentence, Negation().IsMatch(sentence) ? Negation().Replace(sentence, "", 1) : Auxiliary().Replace(sentence, "$0 not", 1));

    private DraftStatement? SwapName(Paragraph paragraph, string sentence)
    {
        var present = subject.People.Where(person => sentence.Contains(LastName(person), StringComparison.Ordinal)).ToArray();
        if (present.Length == 0 || sentence.Contains('“', StringComparison.Ordinal))
        {
            return null;
        }

        var other = Pick(subject.People.Except(present).ToArray());
        return Changed(paragraph, sentence, sentence.Replace(LastName(present[0]), LastName(other), StringComparison.Ordinal));
    }

    private DraftStatement? SayTheContrary(Paragraph paragraph, string sentence)
    {
        var present = Contraries.Where(pair => Regex.IsMatch(sentence, $@"\b{pair.From}\b")).ToArray();
        return present.Length == 0 ? null : Pick(present) is var (from, to) ? Changed(paragraph, sentence, Regex.Replace(sentence, $@"\b{from}\b", to)) : null;
    }

    private DraftStatement AddKnowledge(Paragraph paragraph, string sentence) =>
        new(_random.Next(2) == 0 ? Pick(subject.Inventions) : $"{sentence} {Pick(subject.Inventions)}", [new DraftEvidence(paragraph.Number, sentence)]);

    private DraftStatement InventQuote(Paragraph paragraph, string sentence) =>
        new($"{Pick(subject.People)} said: “{string.Join(' ', sentence.Split(' ').Where(_ => _random.Next(3) > 0).Append("forever"))}”", [new DraftEvidence(paragraph.Number, sentence)]);

    private DraftStatement? SwapSpeaker(Paragraph paragraph, string sentence)
    {
        var quotations = subject.Article.Quotations.Where(quotation => quotation.Certainty == Certainty.Sure && quotation.Speakers.Length == 1).ToArray();
        var quotation = Pick(quotations);
        var other = Pick(subject.Article.Speakers.Select(speaker => speaker.Name).Where(name => LastName(name) != LastName(quotation.Speakers[0])).ToArray());
        return new DraftStatement($"{other} said: “{quotation.Text}”", [new DraftEvidence(quotation.Paragraph, quotation.Text)]);
    }

    public DraftStatement? CiteSomethingElse(Paragraph paragraph, string sentence)
    {
        var elsewhere = Pick(subject.Article.Paragraphs.Where(other => Math.Abs(other.Number - paragraph.Number) > 2).ToArray());
        return new DraftStatement(sentence, [new DraftEvidence(elsewhere.Number, elsewhere.TextOf(elsewhere.Sentences[0]))]);
    }

    private static DraftStatement? Changed(Paragraph paragraph, string sentence, string changed) =>
        changed == sentence ? null : new DraftStatement(changed, [new DraftEvidence(paragraph.Number, sentence)]);

    private static string LastName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@" not\b|n’t\b| never\b")]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:is|was|are|were|has|have|will|would|must)\b")]
    private static partial Regex Auxiliary();
}
