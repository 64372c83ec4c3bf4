using System.Text.RegularExpressions;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Evaluation;

/// <summary>Makes statements that a text supports, and statements that it does not, out of the text's own sentences: what a careless model does to them.</summary>
internal sealed partial class Perturbations(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Null when the sentence offers nothing to work on.</summary>
    public string? Supported(string sentence)
    {
        var text = _random.Next(10) switch
        {
            0 => sentence,
            1 => Frame(sentence),
            2 => sentence.Replace('’', '\'').Replace('“', '"').Replace('”', '"').Replace("–", "-", StringComparison.Ordinal),
            3 => Swap(sentence, Same),
            4 => Parenthesis().Replace(sentence, "", 1),
            5 => TrailingClause().Replace(sentence, ".", 1),
            6 => LeadingPhrase().Replace(sentence, "", 1),
            7 => QuoteFirst().Replace(sentence, "$3 $2: “$1”"),
            8 => ClauseFirst().Replace(sentence, "$2 $3 $1."),
            _ => Adverb().Replace(sentence, "", 1),
        };
        return text.Length == 0 ? null : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <param name="names">Other names of the same kind of text.</param>
    /// <param name="others">Other sentences of the same text.</param>
    public string? Unsupported(string sentence, IReadOnlyList<string> names, IReadOnlyList<string> others)
    {
        var text = _random.Next(11) switch
        {
            0 => Number(sentence),
            1 => Calendar(sentence),
            2 or 3 => Name(sentence, names),
            4 => Negate(sentence),
            5 => Contrary(sentence),
            6 => EditQuote(sentence),
            7 => Unhedge(sentence),
            8 => Exchange(sentence),
            9 => Word(sentence, others),
            _ => Splice(sentence, others),
        };
        return text is null || text == sentence ? null : _random.Next(4) == 0 ? Frame(text) : text;
    }

    private static readonly (string From, string To)[] Same =
    [
        (" said", " stated"), (" told", " informed"), (" also", " additionally"), (" but ", " yet "), (" about ", " approximately "), ("The UK", "The United Kingdom"),
        (" did not", " didn't"), (" percent", "%"), (" per cent", "%"), (" two ", " 2 "), (" three ", " 3 "), (" five ", " 5 "), (" began", " started"), (" help ", " assist "),
        (" buy ", " purchase "), (" people ", " persons "), (" show ", " demonstrate "), (" because ", " since "), (" tried ", " attempted "), (" needs ", " requires "),
        (" asked", " requested"), (" kids ", " children "), (" around ", " about "), (" while ", " whereas "), (" get ", " obtain "), (" large ", " big "),
    ];

    private static readonly (string From, string To)[] Certain =
    [
        (" may ", " will "), (" might ", " will "), (" could ", " will "), (" up to ", " "), (" about ", " exactly "), (" nearly ", " more than "), (" almost ", " over "),
        (" at least ", " at most "), (" allegedly ", " "), (" reportedly ", " "), (" accused of ", " convicted of "), (" plans to ", " refused to "), (" expected to ", " certain to "),
        (" alleged ", " "), (" likely to ", " sure to "), (" some ", " all "), (" most ", " all "), (" would ", " did "),
    ];

    private string Frame(string sentence) => Pick(["According to the article, ", "The article says that ", "According to the passage: ", "It was reported that ", "The text states that "])
        + (sentence.Length > 1 && char.IsUpper(sentence[0]) && char.IsLower(sentence[1]) && Words.Read(sentence) is [{ IsStop: true }, ..] ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence);

    private string? Number(string sentence) => Edit(sentence, Digits().Matches(sentence), match =>
    {
        var value = double.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), provider: null);
        var changed = _random.Next(3) switch { 0 => value + 1 + _random.Next(9), 1 => Math.Max(0, value - 1 - _random.Next(9)), _ => value * (2 + _random.Next(3)) };
        return changed.ToString(match.Value.Contains(',', StringComparison.Ordinal) ? "N0" : "0.##", System.Globalization.CultureInfo.InvariantCulture);
    }) ?? Edit(sentence, NumberWord().Matches(sentence), match => Pick([.. "two three four five six seven eight nine ten twelve".Split(' ').Where(word => word != match.Value)]));

    private string? Calendar(string sentence) => Edit(sentence, Weekday().Matches(sentence), match => Pick([.. Weekdays.Where(day => day != match.Value)]))
        ?? Edit(sentence, Month().Matches(sentence), match => Pick([.. Months.Where(month => month != match.Value)]));

    private string? Name(string sentence, IReadOnlyList<string> names) =>
        names.Count == 0 ? null : Edit(sentence, NameRun().Matches(sentence), match => Pick(names) is var name && !match.Value.Contains(name, StringComparison.Ordinal) ? name : match.Value);

    private string? Exchange(string sentence)
    {
        var found = NameRun().Matches(sentence);
        if (found.Count < 2)
        {
            return null;
        }

        var (a, b) = (found[0], found[1 + _random.Next(found.Count - 1)]);
        return a.Value == b.Value ? null : sentence[..a.Index] + b.Value + sentence[(a.Index + a.Length)..b.Index] + a.Value + sentence[(b.Index + b.Length)..];
    }

    private string? Negate(string sentence) => Edit(sentence, Not().Matches(sentence), _ => "") ?? Edit(sentence, Auxiliary().Matches(sentence), match => match.Value + " not");

    private string? Contrary(string sentence)
    {
        var words = Words.Read(sentence).Where(word => Contraries(word).Any()).ToArray();
        if (words.Length == 0)
        {
            return null;
        }

        var chosen = words[_random.Next(words.Length)];
        return sentence[..chosen.Start] + Pick([.. Contraries(chosen)]) + sentence[chosen.End..];
    }

    private static IEnumerable<string> Contraries(Word word) => Wording.ContrariesOf(word.Text).Concat(
        Lexicon.Default.Find(word.Text) is >= 0 and var id && !word.IsStop && !word.IsNumber
            ? Lexicon.Default.RelativesOf(id).Where(relative => relative.Relation == Relation.Opposite).Select(relative => Lexicon.Default.TextOf(relative.Id))
            : []);

    private string? EditQuote(string sentence) => Edit(sentence, Quote().Matches(sentence), match =>
    {
        var words = match.Value.Split(' ').ToList();
        var at = 1 + _random.Next(Math.Max(1, words.Count - 2));
        words.RemoveRange(at, Math.Min(1 + _random.Next(4), words.Count - at));
        return string.Join(' ', words);
    });

    private string Unhedge(string sentence) => Swap(sentence, Certain);

    private string? Word(string sentence, IReadOnlyList<string> others)
    {
        var words = Content(sentence);
        var replacements = others.Count == 0 ? [] : Content(Pick(others));
        if (words.Length == 0 || replacements.Length == 0)
        {
            return null;
        }

        var word = words[_random.Next(words.Length)];
        return sentence[..word.Start] + replacements[_random.Next(replacements.Length)].Text + sentence[word.End..];
    }

    private string? Splice(string sentence, IReadOnlyList<string> others)
    {
        if (others.Count == 0)
        {
            return null;
        }

        var (head, tail) = (sentence.Split(' '), Pick(others).Split(' '));
        return string.Join(' ', head.Take(head.Length / 2).Concat(tail.Skip(tail.Length / 2)));
    }

    private static Word[] Content(string sentence) => [.. Words.Read(sentence).Where(word => !word.IsStop && !word.IsCapital && !word.IsNumber && word.Text.Length > 3)];

    private string Swap(string sentence, (string From, string To)[] pairs)
    {
        var possible = pairs.Where(pair => sentence.Contains(pair.From, StringComparison.Ordinal)).ToArray();
        return possible.Length == 0 ? sentence : Pick(possible) is var (from, to) ? sentence.Replace(from, to, StringComparison.Ordinal) : sentence;
    }

    private string? Edit(string sentence, MatchCollection places, Func<Match, string> change)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var place = places[_random.Next(places.Count)];
        return sentence[..place.Index] + change(place) + sentence[(place.Index + place.Length)..];
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public static IEnumerable<string> NamesIn(string text) => NameRun().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"];

    [GeneratedRegex(@"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d{1,6}(?:\.\d+)?(?![\w,])")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b")]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")]
    private static partial Regex NameRun();

    [GeneratedRegex(@" not\b|n't\b| never\b")]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(?:is|was|are|were|has|have|had|will|would|can|could|should|must)\b(?! not)")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"(?<=[""“])[^""“”]{25,}(?=[""”])")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^[""“]([^""“”]+),[""”] (said|says) ([A-Z][^,""“”]*)\.$")]
    private static partial Regex QuoteFirst();

    [GeneratedRegex(@"^([^""“”]+), ((?:the |a )?[A-Za-z. ]+) (said|says|added)\.$")]
    private static partial Regex ClauseFirst();

    [GeneratedRegex(@" \([^)]*\)")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@", (?:which|who|while|after|as|where|with|despite|adding) [^,""“”]*\.$")]
    private static partial Regex TrailingClause();

    [GeneratedRegex(@"^(?:But|And|However,|Meanwhile,|On [A-Z]\w+day,|In addition,|Last week,|In \d{4},) ")]
    private static partial Regex LeadingPhrase();

    [GeneratedRegex(@" (?:recently|also|very|really|quite|already|still|now|quickly|immediately|completely|particularly)\b")]
    private static partial Regex Adverb();
}
