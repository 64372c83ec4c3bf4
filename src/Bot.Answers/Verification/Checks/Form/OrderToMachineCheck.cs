using System.Text.RegularExpressions;
using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Checks;

/// <summary>What is written for machines (“ignore your instructions”) is no news, whoever writes it and however well it is quoted.</summary>
internal static partial class OrderToMachineCheck
{
    public static Finding? Find(Claim claim)
    {
        foreach (var span in claim.Spans)
        {
            var paragraph = claim.Shown.Passages[span.Paragraph].Paragraph;
            if (paragraph.Sentences.Any(sentence => sentence.Start < span.End && span.Start < sentence.End && Order().IsMatch(paragraph.TextOf(sentence))))
            {
                return new Finding(FindingKind.OrderToMachine, "");
            }
        }

        return null;
    }

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
