using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Testing.Models;

/// <summary>A statement as a model proposes it.</summary>
/// <param name="Supported">False when the fake knows that no paragraph says this.</param>
public sealed record FakeStatement(string Text, int Paragraph, string Quote, bool Supported = true);

/// <summary>Makes drafts of the paragraphs that a request shows: true ones, and true ones made false in one way.</summary>
public static partial class FakeDraft
{
    private static readonly string[] OtherNames = ["Angela Merkel", "Jens Stoltenberg", "Boris Johnson", "Olena Kovalenko", "Pedro Alvarez"];

    private static readonly string[] Outside =
    [
        "Finland joined the alliance in April 2023 after decades of neutrality.",
        "The meeting cost taxpayers nearly $90 million, according to auditors.",
        "Several ministers resigned the following morning.",
        "Stock markets in Asia fell sharply after the announcement.",
        "The company later recalled every device it had sold in Canada.",
        "Doctors advised residents to boil their drinking water.",
    ];

    private static readonly string[] InventedWords =
    [
        "We have never seen preparations on such a scale before",
        "This decision will haunt every one of us for a generation",
        "Nobody in that room believed a single word of it",
        "I would resign tomorrow if that were true",
    ];

    private static readonly (string From, string To)[] Negations =
    [
        (" is not ", " is "), (" does not ", " does "), (" doesn’t believe ", " believes "), (" never ", " always "), (" not ", " "),
        (" has been ", " has never been "), (" is ", " is not "), (" was ", " was not "), (" are ", " are not "), (" were ", " were not "), (" have ", " have not "),
        (" has ", " has not "), (" will ", " will not "), (" would ", " would not "), (" can ", " cannot "), (" said ", " never said "),
    ];

    public static string Json(params IEnumerable<FakeStatement> statements) => new JsonObject
    {
        ["statements"] = new JsonArray([.. statements.Select(statement => new JsonObject
        {
            ["text"] = statement.Text,
            ["evidence"] = new JsonArray(new JsonObject { ["paragraph"] = statement.Paragraph, ["quote"] = statement.Quote }),
        })]),
    }.ToJsonString();

    /// <summary>What an honest model says of these paragraphs: whole sentences that can be read by themselves, with the names of the speakers.</summary>
    public static IReadOnlyList<FakeStatement> Honest(IEnumerable<FakePassage> passages) =>
    [
        .. passages.DistinctBy(passage => passage.Number).SelectMany(passage => Sentences(passage).Select(sentence => new FakeStatement(Named(sentence, passage), passage.Number, sentence))),
    ];

    public static FakeStatement InventsQuote(FakeStatement honest, Random random)
    {
        var words = Pick(InventedWords, random);
        return honest with { Text = $"“{words},” said {FirstName(honest.Text) ?? "an official"}.", Quote = words, Supported = false };
    }

    /// <summary>One long word of the quotation is another one, in the statement as in the evidence.</summary>
    public static FakeStatement AltersOneWord(FakeStatement honest, Random random)
    {
        var words = LongWord().Matches(honest.Quote).Select(match => match.Value).Where(word => honest.Text.Contains(word, StringComparison.Ordinal)).ToArray();
        if (words.Length == 0)
        {
            return AddsOutsideKnowledge(honest, random);
        }

        var (word, other) = (Pick(words, random), Pick(["bananas", "quarterly", "submarine", "vineyard", "orchestra"], random));
        return honest with { Text = honest.Text.Replace(word, other, StringComparison.Ordinal), Quote = honest.Quote.Replace(word, other, StringComparison.Ordinal), Supported = false };
    }

    public static FakeStatement CitesWrongParagraph(FakeStatement honest, Random random) => honest with { Paragraph = honest.Paragraph + 1 + random.Next(5) };

    public static FakeStatement SwapsSpeakers(FakeStatement honest, IReadOnlyList<string> people, Random random)
    {
        var named = people.FirstOrDefault(person => honest.Text.Contains(LastName(person), StringComparison.Ordinal));
        string[] others = [.. people.Concat(OtherNames).Where(other => !honest.Text.Contains(LastName(other), StringComparison.Ordinal))];
        var other = Pick(others, random);
        var text = named is null ? $"{other} said that {honest.Text[..1].ToLowerInvariant()}{honest.Text[1..]}"
            : honest.Text.Replace(named, other, StringComparison.Ordinal) is var whole && whole != honest.Text ? whole
            : honest.Text.Replace(LastName(named), LastName(other), StringComparison.Ordinal);
        return honest with { Text = text, Supported = false };
    }

    private static string LastName(string name) => name.Split(' ')[^1];

    public static FakeStatement FlipsNegation(FakeStatement honest, Random random)
    {
        var usable = Negations.Where(pair => honest.Text.Contains(pair.From, StringComparison.Ordinal)).Take(1).ToArray();
        if (usable.Length == 0)
        {
            return AddsOutsideKnowledge(honest, random);
        }

        var at = honest.Text.IndexOf(usable[0].From, StringComparison.Ordinal);
        return honest with { Text = string.Concat(honest.Text.AsSpan(0, at), usable[0].To, honest.Text.AsSpan(at + usable[0].From.Length)), Supported = false };
    }

    public static FakeStatement ChangesNumber(FakeStatement honest, Random random)
    {
        var numbers = Number().Matches(honest.Text);
        if (numbers.Count == 0)
        {
            return honest with { Text = $"{honest.Text.TrimEnd('.')}, at a cost of ${random.Next(11, 99)} million.", Supported = false };
        }

        var number = numbers[random.Next(numbers.Count)];
        var digits = number.Value.ToCharArray();
        digits[0] = (char)('1' + ((digits[0] - '0' + random.Next(1, 8)) % 9));
        return honest with { Text = string.Concat(honest.Text.AsSpan(0, number.Index), digits, honest.Text.AsSpan(number.Index + number.Length)), Supported = new string(digits) == number.Value };
    }

    public static FakeStatement AddsOutsideKnowledge(FakeStatement honest, Random random) => honest with { Text = Pick(Outside, random), Supported = false };

    private static IEnumerable<string> Sentences(FakePassage passage)
    {
        var start = 0;
        foreach (var end in SentenceEnd().Matches(passage.Text).Select(match => match.Index).Append(passage.Text.Length))
        {
            var sentence = passage.Text[start..end].Trim();
            var opened = passage.Text[..start];
            start = end;
            var insideSpeech = opened.Count(c => c == '“') > opened.Count(c => c == '”');
            if (!insideSpeech && sentence.Split(' ').Length is >= 6 and <= 60 && !Leaning().IsMatch(sentence) && sentence.Count(c => c == '“') == sentence.Count(c => c == '”'))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>“…,” she said becomes “…,” Kaja Kallas said, where the request tells who she is.</summary>
    private static string Named(string sentence, FakePassage passage) =>
        passage.Speakers is [var only] ? SaidByPronoun().Replace(sentence, $"” {only} said") : sentence;

    private static string? FirstName(string text) => Name().Match(text) is { Success: true } match ? match.Value : null;

    private static string Pick(string[] list, Random random) => list[random.Next(list.Length)];

    [GeneratedRegex(@"(?<=[.!?][”""]?)(?<!\b(?:\p{Lu}|Feb|Jan|Mr|Mrs|Ms|Dr)\.)\s+(?=[\p{Lu}“])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:But|And|He|She|They|It|This|That|These|Those|Their|His|Her|We)\b|\b(?:he|she|they) (?:said|warned|wrote|added)\b(?<!” (?:he|she|they) said)|^\W*$")]
    private static partial Regex Leaning();

    [GeneratedRegex(@"” (?:he|she|they) said\b")]
    private static partial Regex SaidByPronoun();

    [GeneratedRegex(@"\b[a-z]{6,}\b")]
    private static partial Regex LongWord();

    [GeneratedRegex(@"\b[1-9][0-9]*(?:[.,][0-9]+)*\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[A-Z][a-z]+ [A-Z][a-z]+\b")]
    private static partial Regex Name();
}
