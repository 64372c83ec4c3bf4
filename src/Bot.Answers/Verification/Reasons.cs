namespace Bot.Answers.Verification;

/// <summary>Why a statement was dropped, in words for a person.</summary>
internal static class Reasons
{
    /// <summary>The most telling finding decides; the order of <see cref="FindingKind"/> is the order of weight.</summary>
    public static string For(Support support)
    {
        var findings = support.Sentences.Length == 0 ? [] : support.Sentences.MaxBy(sentence => sentence.LogOdds)!.Comparison.Findings;
        if (findings.Count == 0)
        {
            return "The cited words say too little of it.";
        }

        var (kind, words) = findings.MinBy(finding => finding.Kind);
        return kind switch
        {
            FindingKind.QuoteAltered => $"The article does not contain the words “{words}”.",
            FindingKind.QuoteShortened => $"The quotation breaks off; the article goes on “{words}”.",
            FindingKind.NumberUnseen => $"The cited passage does not say “{words}”.",
            FindingKind.NameUnseen => $"The cited passage does not mention “{words}”.",
            FindingKind.Exchanged => $"The cited passage has {words} the other way round.",
            FindingKind.NegationAdded => $"It denies what the cited passage states (“{words}”).",
            FindingKind.NegationDropped => $"The cited passage denies what it states (“{words}”).",
            FindingKind.Contrary => $"It says the contrary of the cited passage ({words}).",
            FindingKind.NumberElsewhere => $"The cited words do not say “{words}”.",
            FindingKind.NameElsewhere => $"The cited words do not speak of “{words}”.",
            FindingKind.HedgeDropped => $"The cited passage is less certain: it says “{words}”.",
            FindingKind.Unattributed => $"The article does not say so itself; it tells that somebody “{words}” it.",
            FindingKind.LentVoice => $"The article says so itself; it does not give it to “{words}”.",
            _ => $"The cited passage does not say “{string.Join("”, “", findings.Where(f => f.Kind == FindingKind.UnseenWord).Take(3).Select(f => f.Words))}”.",
        };
    }
}
