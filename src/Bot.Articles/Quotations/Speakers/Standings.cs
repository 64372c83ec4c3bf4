using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <summary>Whether the sentence around a quotation says that it was said, denies it, or only passes on that somebody claims it.</summary>
internal static class Standings
{
    private const int Reach = 40;

    /// <summary>From the words of the sentence alone.</summary>
    /// <param name="quote">The quotation's token.</param>
    public static Standing Of(ParagraphTokens line, int quote, Attribution attribution)
    {
        if (IsCalledFalse(line, quote))
        {
            return Standing.Denied;
        }

        if (Enumerable.Range(1, 3).Any(back => line.Word(quote - back) is "haber" or "avoir" && Has(line, quote - back - 1, Modality.Denial)))
        {
            // “negó haber dicho”.
            return Standing.Denied;
        }

        var verb = attribution.Verb;
        if (verb < 0)
        {
            return Standing.Said;
        }

        if (verb < quote && (IsNegated(line, verb) || IsGovernedByDenial(line, verb, attribution)))
        {
            return IsPartOfDenial(line, quote) ? Standing.Said : Standing.Denied;
        }

        return IsHearsay(line, verb, quote) || attribution.Outer >= 0 ? Standing.Alleged : Standing.Said;
    }

    /// <summary>“had never written “anything so short””: what cannot stand without the negation is not what was denied.</summary>
    private static bool IsPartOfDenial(ParagraphTokens line, int quote)
    {
        var span = line.Spans[line[quote].Span];
        var words = line.Text.AsSpan(span.Start, span.End - span.Start);
        return words.StartsWith("any", StringComparison.OrdinalIgnoreCase) || words.StartsWith("ever ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>“did not say”, “never called”, “refused to call it”, “no minister said”.</summary>
    private static bool IsNegated(ParagraphTokens line, int verb)
    {
        if (line.IsWord(verb + 1, "whether") || line.IsWord(verb + 1, "if") || line.IsWord(verb + 1, "how") || line.IsWord(verb + 1, "why") || line.IsWord(verb + 1, "more"))
        {
            return false;
        }

        for (var k = verb - 1; k >= 0 && verb - k <= 6 && line[k].IsWord && line.SentenceOf(k) == line.SentenceOf(verb); k--)
        {
            if (Has(line, k, Modality.Negation))
            {
                return !line.IsWord(k + 1, "only") && !line.IsWord(k + 1, "just") && !line.IsWord(k + 1, "merely") && !line.IsWord(k + 1, "simply");
            }

            if (!line[k].Is(WordClass.Auxiliary | WordClass.Adverb | WordClass.Reporting) && !line.IsWord(k, "to") && !line.IsWord(k, "of") && !line.IsWord(k, "ever") && !line.IsWord(k, "having"))
            {
                // “No minister said”, “nobody has said”.
                var first = k;
                while (first > 0 && line[first - 1].IsWord && k - first < 3 && !line[first].Is(WordClass.Determiner))
                {
                    first--;
                }

                return line.IsWord(first, "no") || line.IsWord(k, "nobody") || line.IsWord(first, "none") || line.IsWord(first, "neither");
            }
        }

        return false;
    }

    /// <summary>“denied that he had said”, “withdrew a report that she told”, “falsely claimed that she said”, “a fake letter in which he says”, “no record of her saying”.</summary>
    private static bool IsGovernedByDenial(ParagraphTokens line, int verb, Attribution attribution)
    {
        for (var k = verb - 1; k >= 0 && verb - k <= Reach && line.SentenceOf(k) == line.SentenceOf(verb); k--)
        {
            if (line[k].Mark is ';' or ':' || line[k].IsQuote)
            {
                return false;
            }

            if (Has(line, k, Modality.Denial) && !IsNegated(line, k) && Governs(line, k, verb))
            {
                return true;
            }

            if (Has(line, k, Modality.Falsehood) && (EndsAdverbial(line, k) ? attribution.Subject is { } claimed && claimed.First > k + 1 : line[k + 1].IsWord))
            {
                return true;
            }

            if (line.IsWord(k, "no") && (line.IsWord(k + 1, "record") || line.IsWord(k + 1, "evidence") || line.IsWord(k + 1, "proof") || line.IsWord(k + 1, "trace") || line.IsWord(k + 1, "sign")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“falsely”, “wrongly”: belongs to a verb, and denies only what the clause below that verb says.</summary>
    private static bool EndsAdverbial(ParagraphTokens line, int i) => PhraseParser.EndsWith(line, i, "ly");

    /// <summary>One clause, unbroken by a comma or a second verb joined with “and”, runs from the denial to the saying; a name between two commas breaks nothing.</summary>
    private static bool Governs(ParagraphTokens line, int denial, int verb)
    {
        var commas = 0;
        for (var k = denial + 1; k < verb; k++)
        {
            if (line[k].Mark == ',')
            {
                commas++;
            }
            else if ((line.IsWord(k, "and") || line.IsWord(k, "but") || line.IsWord(k, "while")) && (ClauseParser.IsReportVerb(line, k + 1) || k + 1 == verb || line[k + 1].Is(WordClass.Pronoun)))
            {
                return false;
            }
        }

        // “denied the claims, calling them”: one comma right before the saying starts a clause of its own.
        return line[verb - 1].Mark != ',' && commas is 0 or 2;
    }

    /// <summary>“reportedly told”, “is said to have told”, “is accused of calling”.</summary>
    private static bool IsHearsay(ParagraphTokens line, int verb, int quote)
    {
        for (var k = verb - 1; k >= 0 && verb - k <= 8 && line[k].IsWord && line.SentenceOf(k) == line.SentenceOf(verb); k--)
        {
            if (Has(line, k, Modality.Hearsay) || (ClauseParser.IsBe(line, k - 1) && (line.IsWord(k, "said") || line.IsWord(k, "claimed")) && line.IsWord(k + 1, "to")))
            {
                return true;
            }
        }

        var start = line.SentenceStart(quote);
        for (var k = start; k < start + 3; k++)
        {
            if (line.IsWord(k, "according") && line.IsWord(k + 1, "to"))
            {
                for (var i = k + 2; i < verb && line[i].IsWord; i++)
                {
                    if (Has(line, i, Modality.Accuser))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>“The quote “…” is fake”, “the words “…” were invented”.</summary>
    private static bool IsCalledFalse(ParagraphTokens line, int quote)
    {
        for (var k = quote + 1; k < quote + 8 && k < line.Count; k++)
        {
            if (line[k].Mark is '.' or ';' || line[k].IsQuote)
            {
                return false;
            }

            if (Has(line, k, Modality.Falsehood))
            {
                return Enumerable.Range(quote + 1, k - quote - 1).Any(i => ClauseParser.IsBe(line, i));
            }
        }

        return false;
    }

    private static bool Has(ParagraphTokens line, int i, Modality kind)
    {
        var word = line.Word(i);
        return (WordClasses.Modality(word.Contains('’') ? word.ToString().Replace('’', '\'') : word) & kind) != 0;
    }
}
