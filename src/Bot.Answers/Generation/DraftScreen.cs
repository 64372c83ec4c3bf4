using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Drafts;
using Bot.Answers.Verification;

namespace Bot.Answers.Generation;

/// <summary>What no statement may do however well it is supported: call people, lead somewhere else, speak for somebody, or pass on orders.</summary>
internal static partial class DraftScreen
{
    /// <summary>The draft without mentions of people, roles or everyone.</summary>
    public static Draft WithoutMentions(Draft draft) =>
        new([.. draft.Statements.Select(statement => statement with { Text = Mention().Replace(statement.Text, "").Trim() }).Where(statement => statement.Text.Length > 0)]);

    /// <summary>Why a statement that passed the check must not be shown all the same; null when it may.</summary>
    public static string? Fault(Statement statement, CheckedDraft draft, Grounding grounding, ImmutableArray<ShownPassage> shown)
    {
        if (Address().IsMatch(statement.Text))
        {
            return "It leads to an address.";
        }

        if (FirstPerson().IsMatch(Quoted().Replace(statement.Text, "")))
        {
            return "It speaks in the first person, which no report does.";
        }

        ImmutableArray<Citation> cited = [.. statement.Citations.Select(number => draft.Citations[number - 1])];
        if (Reporter.Unknown(statement.Text, cited, shown) is { } somebody)
        {
            return $"The cited words do not give this to “{somebody}”.";
        }

        if (grounding.Fault(statement.Text, cited) is { } ungrounded)
        {
            return ungrounded;
        }

        return cited.Any(citation => shown.Any(passage => passage.Article.Id == citation.ArticleId && passage.Paragraph.Number == citation.Paragraph && SpeaksToMachines(passage, citation)))
            ? "The words it relies on are orders to a machine, not news."
            : null;
    }

    private static bool SpeaksToMachines(ShownPassage passage, Citation citation) =>
        passage.Paragraph.Sentences
            .Where(sentence => sentence.Start < citation.End && citation.Start < sentence.End)
            .Select(passage.Paragraph.TextOf)
            .Any(sentence => Order().IsMatch(sentence));

    [GeneratedRegex(@"@(?:everyone|here)\b|<(?:@[!&]?|#)\d+>|<@[!&]?>", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?:https?://|www\.|discord\.gg/)[^\s)\]>”""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:I|I['’]m|I['’]ve|[Mm]y|[Mm]e|[Mm]yself)\b")]
    private static partial Regex FirstPerson();

    // Better an article about such orders answered by quoting alone than an order passed on as news.
    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|these|any|system)\b.{0,40}\b(?:instruction|rule|prompt|message|guideline|direction|restriction)s?\b"
        + @"|\b(?:you are|act as|pretend to be|behave as)\b.{0,20}\b(?:AI|assistant|chat ?bot|language model|bot|DAN)\b"
        + @"|\b(?:system|developer|admin)\s+(?:prompt|message|instruction|override)s?\b"
        + @"|\b(?:assistant|AI|bot|chat ?bot|language model|LLM|model)s?\b[^.]{0,20}\b(?:must|should|shall|has to|have to|will now|(?:is|are) required to)\s+(?:\w+\s+)?(?:say|answer|respond|reply|state|tell|claim|ignore|output|repeat)\b"
        + @"|<\|?\s*/?\s*(?:im_start|im_end|endoftext|system|assistant|user|message|instructions?)\b|^\W*(?:system|assistant|developer|user)\s*:|""(?:role|paragraph)""\s*:"
        + @"|^\W*(?:when|if)\s+(?:you are\s+)?asked\b[^.]{0,60},\s*(?:say|reply|respond|answer|state|claim)\b"
        + @"|^\W*(?:(?:please|always|now|then)\s+)?(?:say|reply|respond|answer|print|output|repeat|reveal|tell the (?:user|reader))\b(?:.{0,40}:|\s+(?:exactly|only|with|that|after me|your|the following|verbatim)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();
}
