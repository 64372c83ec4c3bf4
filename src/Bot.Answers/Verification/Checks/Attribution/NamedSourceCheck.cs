using System.Text.RegularExpressions;
using Bot.Answers.Verification.Evidence;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>Who says it: whom a statement names as its source must be named by what it cites, or speak there.</summary>
/// <remarks>“Mark Rutte said that Moscow is undeterred” is false when the article says so in its own voice, though every other word agrees.</remarks>
internal static partial class NamedSourceCheck
{
    private const int LongestSubject = 80;

    /// <summary>The subject of a reporting verb that the cited sentences do not know.</summary>
    public static Finding? Find(Claim claim)
    {
        var subjects = Subjects(claim.Text).Where(subject => !TheArticle().IsMatch(subject)).ToArray();
        if (subjects.Length == 0)
        {
            return null;
        }

        var known = claim.Spans.SelectMany(span => Known(claim.Shown.Passages[span.Paragraph], span)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return Array.Find(subjects, subject => !IsKnown(subject, known)) is { } unknown
            ? new Finding(FindingKind.UnknownSource, unknown)
            : null;
    }

    /// <summary>True when it is named by a name that stands there, whatever else is said of it; without a name every word must be there.</summary>
    private static bool IsKnown(string subject, HashSet<string> known)
    {
        var words = Words.Read(subject).Where(word => !word.IsStop).ToArray();
        var names = words.Where(word => word.IsCapital && (word.Traits & WordTraits.Opening) == 0).ToArray();
        return (names.Length > 0 && words.Where(word => word.IsCapital).All(word => known.Contains(word.Stem))) || Array.TrueForAll(words, word => known.Contains(word.Stem));
    }

    /// <summary>The words around the citation, and who is quoted there.</summary>
    private static IEnumerable<Word> Known(ShownPassage passage, SourceSpan span)
    {
        var (_, article, paragraph) = passage;
        for (var i = 0; i < paragraph.Sentences.Length; i++)
        {
            var sentence = paragraph.Sentences[i];
            if (sentence.Start >= span.End || span.Start >= sentence.End)
            {
                continue;
            }

            // “She added” gives it to whom the sentence before names.
            var words = Words.Read(paragraph.TextOf(sentence));
            var before = i > 0 && words.Any(word => word.Text is "he" or "she" or "they") ? Words.Read(paragraph.TextOf(paragraph.Sentences[i - 1])) : [];
            foreach (var word in words.Concat(before))
            {
                yield return word;
            }
        }

        var names = article.Said.Where(quotation => quotation.Paragraph == paragraph.Number && quotation.Start < span.End && span.Start < quotation.End)
            .SelectMany(quotation => quotation.Speakers.Append(quotation.Role ?? "").Append(quotation.Attribution))
            .ToArray();
        var aliases = article.Speakers.Where(speaker => names.Contains(speaker.Name)).SelectMany(speaker => speaker.Aliases.Append(speaker.Role ?? ""));
        foreach (var word in names.Concat(aliases).SelectMany(name => Words.Read(name)))
        {
            yield return word;
        }
    }

    private static IEnumerable<string> Subjects(string statement)
    {
        if (Before().Match(statement) is { Success: true, Groups: var opening } && opening["who"].Length <= LongestSubject)
        {
            yield return opening["who"].Value;
        }

        foreach (Match match in Behind().Matches(statement))
        {
            yield return match.Groups["who"].Value;
        }
    }

    // What is told of the article itself is told of no one: the check compares what follows.
    [GeneratedRegex("^(?:the|this) (?:article|passage|paragraph|text|story)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex TheArticle();

    // “X, the minister, said that …”, “According to X, …”
    [GeneratedRegex(@"^(?:according to (?<who>[^,“”""]+),|(?<who>(?:(?!\b(?:that|who|which)\b)[^“”"".:;])+?)\s+(?:has |have |had |also |later |recently )*(?:said|says|told|warned|warns|noted|notes|added|adds|wrote|writes|declared|declares|claimed|claims|argued|argues|stated|states|explained|insisted|announced)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    // “…,” X said; “…,” said X
    [GeneratedRegex(@"[”""],?\s+(?:(?<who>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3})\s+(?:said|says|told|wrote|warned|noted|added|declared)|(?:said|says|wrote|warned|noted|added|declared)\s+(?<who>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3}))")]
    private static partial Regex Behind();
}
