using System.Text.RegularExpressions;
using Bot.Answers.Drafts;
using Bot.Answers.Verification.Terms;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Tests.Verification;

/// <summary>What models do that read well and nearly tell the truth.</summary>
internal sealed partial class Sabotage
{
    private static readonly (string From, string To)[] Units =
    [
        ("million", "billion"), ("billions", "millions"), ("percent", "percentage points"), ("%", " million"), ("millimetres", "centimetres"), ("centimetres", "metres"), ("£", "$"), ("€", "£"),
        ("days", "weeks"), ("weeks", "months"), ("years", "months"), ("month", "week"), ("day", "week"), ("summers", "winters"), ("pound", "euro"),
    ];

    private static readonly (string From, string To)[] Certainties =
    [
        ("may not", "must not"), ("would", "did"), ("could", "did"), ("expected to", "certain to"), ("likely to", "certain to"), ("up to", "more than"), ("about", "exactly"), ("About", "Exactly"),
        ("around", "exactly"), ("Around", "Exactly"), ("most", "all"), ("mostly", "only"), ("fewer than", "more than"), ("less than", "more than"), ("no more than", "at least"), ("at the earliest", "at the latest"),
        ("sometimes", "always"), ("occasionally", "constantly"), ("recently", "years ago"), ("probably", "certainly"), ("some", "all"), ("at least", "at most"), ("should", "will"), ("can only", "need not"),
    ];

    private static readonly (string From, string To)[] Denials =
    [
        ("denied", "admitted"), ("denies", "accepts"), ("declined to", "agreed to"), ("refused to", "agreed to"), ("rejected", "welcomed"), ("ruled out", "announced"), ("promised", "refused"), ("called for", "warned against"),
        ("apologised for", "defended"), ("blamed", "praised"), ("voted against", "voted for"), ("supports", "fights"), ("warned", "promised"), ("hailed", "condemned"), ("dismissed", "confirmed"),
        ("agreed", "declined"), ("said he had", "denied that he had"), ("asked for", "turned down"), ("threats", "offers"), ("criticism", "praise"), ("demand", "forgo"),
    ];

    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"];

    public Func<Paragraph, string, DraftStatement?>[] Finer =>
        [GiveOffice, AddOffice, ExchangeNames, ChangeUnit, ChangeDay, ChangeCertainty, TurnDenial, Splice, BreakOffQuote, NameWrongPronoun, ReplaceWord, MoveNumber];

    /// <summary>“NATO Secretary-General Marco Rubio”.</summary>
    private DraftStatement? GiveOffice(Paragraph paragraph, string sentence)
    {
        var described = subject.People.Where(person => sentence.Contains(person, StringComparison.Ordinal)).ToArray();
        return described.Length == 0 ? null
            : Changed(paragraph, sentence, sentence.Replace(described[0], Pick([.. subject.People.Where(other => !sentence.Contains(LastName(other), StringComparison.Ordinal))]), StringComparison.Ordinal));
    }

    /// <summary>“Rubio, the NATO Secretary-General, …”</summary>
    private DraftStatement? AddOffice(Paragraph paragraph, string sentence)
    {
        var speakers = subject.Article.Speakers.Where(speaker => speaker.Role is not null && speaker.Name.Contains(' ', StringComparison.Ordinal)).ToArray();
        var named = speakers.Where(speaker => Regex.IsMatch(sentence, $@"\b{LastName(speaker.Name)} [a-z]")).ToArray();
        if (named.Length == 0 || sentence.Contains('“', StringComparison.Ordinal))
        {
            return null;
        }

        var (who, other) = (LastName(named[0].Name), Pick([.. speakers.Where(speaker => speaker.Name != named[0].Name)]));
        return Changed(paragraph, sentence, sentence.Replace(who, $"{who}, the {other.Role},", StringComparison.Ordinal));
    }

    private DraftStatement? ExchangeNames(Paragraph paragraph, string sentence)
    {
        var names = Names().Matches(sentence);
        if (names.Count < 2)
        {
            return null;
        }

        var (a, b) = (names[0], names[1 + _random.Next(names.Count - 1)]);
        var between = sentence[(a.Index + a.Length)..b.Index];
        return between is ", " or " and " || a.Value == b.Value ? null
            : Changed(paragraph, sentence, sentence[..a.Index] + b.Value + sentence[(a.Index + a.Length)..b.Index] + a.Value + sentence[(b.Index + b.Length)..]);
    }

    private DraftStatement? ChangeUnit(Paragraph paragraph, string sentence) => OneOf(Units, paragraph, sentence);

    private DraftStatement? ChangeCertainty(Paragraph paragraph, string sentence) => OneOf(Certainties, paragraph, sentence);

    private DraftStatement? TurnDenial(Paragraph paragraph, string sentence) => OneOf(Denials, paragraph, sentence);

    private DraftStatement? ChangeDay(Paragraph paragraph, string sentence) => OneOf(
        [.. new[] { Weekdays, Months }.SelectMany(names => names.Select(name => (name, Pick([.. names.Where(other => other != name)]))))], paragraph, sentence);

    /// <summary>The beginning of one sentence and the end of another.</summary>
    private DraftStatement? Splice(Paragraph paragraph, string sentence)
    {
        var other = Pick(subject.Article.Paragraphs);
        var (head, tail) = (sentence.Split(' '), other.TextOf(Pick(other.Sentences)).Split(' '));
        return other == paragraph || head.Length < 8 || tail.Length < 8 ? null
            : Changed(paragraph, sentence, string.Join(' ', head.Take(head.Length * 2 / 3).Concat(tail.Skip(tail.Length * 2 / 3))));
    }

    /// <summary>What somebody says up to the middle of the sentence.</summary>
    private DraftStatement? BreakOffQuote(Paragraph paragraph, string sentence)
    {
        var quotations = subject.Article.Quotations.Where(quotation => quotation.Certainty == Certainty.Sure && quotation.Speakers.Length == 1 && quotation.Text.Split(' ').Length > 9).ToArray();
        var quotation = Pick(quotations);
        var words = quotation.Text.Split(' ');
        var end = _random.Next(6, words.Length - 2);
        return words[end - 1][^1] is '.' or ',' or ';' or '?' || words[end..].All(word => word.Length < 4) ? null
            : new DraftStatement($"{quotation.Speakers[0]} said: “{string.Join(' ', words[..end])}.”", [new DraftEvidence(quotation.Paragraph, quotation.Text)]);
    }

    /// <summary>“He said” of somebody else.</summary>
    private DraftStatement? NameWrongPronoun(Paragraph paragraph, string sentence)
    {
        var before = paragraph.Text[..paragraph.Text.IndexOf(sentence, StringComparison.Ordinal)];
        var meant = subject.People.Where(person => before.Contains(LastName(person), StringComparison.Ordinal)).ToArray();
        return !Pronoun().IsMatch(sentence) || meant.Length == 0 ? null
            : Changed(paragraph, sentence, Pronoun().Replace(sentence, Pick(subject.People.Except(meant).ToArray()), 1));
    }

    private DraftStatement? ReplaceWord(Paragraph paragraph, string sentence)
    {
        var other = Pick(subject.Article.Paragraphs);
        var (words, others) = (Telling(sentence), Telling(other.Text));
        if (other == paragraph || words.Length == 0 || others.Length == 0)
        {
            return null;
        }

        var (word, replacement) = (Pick(words), Pick(others).Value);
        return sentence.Contains(replacement, StringComparison.Ordinal) ? null
            : Changed(paragraph, sentence, sentence[..word.Index] + replacement + sentence[(word.Index + word.Length)..]);
    }

    /// <summary>A number that stands elsewhere in the article.</summary>
    private DraftStatement? MoveNumber(Paragraph paragraph, string sentence)
    {
        var (here, there) = (Digits().Matches(sentence), Digits().Matches(string.Join(' ', subject.Article.Paragraphs.Select(other => other.Text))));
        if (here.Count == 0)
        {
            return null;
        }

        var (number, other) = (here[_random.Next(here.Count)], there[_random.Next(there.Count)].Value);
        return Regex.IsMatch(sentence, $@"\b{other}\b") ? null : Changed(paragraph, sentence, sentence[..number.Index] + other + sentence[(number.Index + number.Length)..]);
    }

    private static Match[] Telling(string text)
    {
        var stops = Words.Read(text).Where(word => word.IsStop || Wording.IsConnective(word.Text)).Select(word => word.Start).ToHashSet();
        return [.. LongWord().Matches(text).Where(match => !stops.Contains(match.Index))];
    }

    private DraftStatement? OneOf((string From, string To)[] pairs, Paragraph paragraph, string sentence)
    {
        var present = pairs.Where(pair => Regex.IsMatch(sentence, $@"(?<!\w){Regex.Escape(pair.From)}(?![a-z])")).ToArray();
        return present.Length == 0 ? null
            : Pick(present) is var (from, to) ? Changed(paragraph, sentence, new Regex($@"(?<!\w){Regex.Escape(from)}(?![a-z])").Replace(sentence, to.Replace("$", "$$", StringComparison.Ordinal), 1)) : null;
    }

    [GeneratedRegex(@"(?<=[a-z,] |^)(?!(?:The|About|Around|But|Even|Any|Though|While|Despite|Officials|With|Since|Trust|Analysts|Every|Until|Its|Their|His|Her|Our|Opponents|Farmers|Water|Similar|Transport|He|She|They|It|In|Meanwhile|This|That|We|More|Right|Identifying|Lack|Security|Under|A|An)\b)[A-Z][a-z]+(?: [A-Z][a-z]+)*")]
    private static partial Regex Names();

    [GeneratedRegex("^(?:He|She)(?= )")]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"(?<= )[a-z]{5,}\b")]
    private static partial Regex LongWord();
}
