namespace Bot.Articles.Quotations;

/// <summary>Words in marks that nobody says: a name for something, a word as a word, something that nobody has said yet.</summary>
internal static class Mentions
{
    /// <summary>“so-called “x””, “the word “x””, “who call themselves “x””, “click “x””, from the words right before the quotation.</summary>
    public static bool IsNamed(ParagraphTokens line, int quote)
    {
        var before = line.Word(quote - 1);
        return before switch
        {
            "so-called" or "self-described" or "self-styled" or "nicknamed" or "christened" or "entitled" or "titled" or "hashtag" or "click" or "press" or "tap" or "sogenannte" or "sogenannten" => true,
            "as" => line.IsWord(quote - 2, "known") || IsSelf(line, quote - 2),
            "word" or "term" or "phrase" or "expression" or "moniker" or "nickname" or "abbreviation" or "acronym" => IsPlain(line, quote),
            _ => IsSelf(line, quote - 1),
        };
    }

    /// <summary>“call themselves “x””: the name of a group.</summary>
    private static bool IsSelf(ParagraphTokens line, int i) => line.Word(i) is "themselves" or "itself"
        && line.Word(i - 1) is "call" or "calls" or "called" or "calling" or "name" or "named" or "dub" or "dubbed" or "style" or "styled" or "styling";

    /// <summary>Neither somebody’s word nor one that somebody uses.</summary>
    private static bool IsPlain(ParagraphTokens line, int quote)
    {
        var span = line.Spans[line[quote].Span];
        for (var k = quote - 2; k >= 0 && quote - k < 7; k--)
        {
            if (line[k].Possessive || line.Word(k) is "his" or "her" or "their" or "my" or "used" or "uses" or "use" or "using" or "coined" or "repeated" or "uttered")
            {
                return false;
            }
        }

        return line.Text.AsSpan(span.Start, span.End - span.Start).Count(' ') < 4;
    }

    /// <summary>“A reader may ask, “…””, “If a minister were to say “…””, “Imagine that he said “…””.</summary>
    public static bool IsSupposed(ParagraphTokens line, Attribution attribution)
    {
        if (attribution.Verb < 0 || attribution.Subject is not { } subject || subject.First > attribution.Verb)
        {
            return false;
        }

        var start = line.SentenceStart(attribution.Verb);
        if ((line.IsWord(start, "if") || line.IsWord(start, "imagine") || line.IsWord(start, "suppose")) && !Between(line, start, attribution.Verb, static token => token.Mark == ','))
        {
            return true;
        }

        var first = line.Word(subject.First).ToString().ToLowerInvariant();
        var anybody = subject.Naming == Naming.Description ? first is "a" or "an" or "some" or "one" or "anyone" or "any" : first is "you" or "someone" or "somebody" or "anybody";
        for (var k = subject.Last + 1; anybody && k < attribution.Verb; k++)
        {
            if (line.Word(k) is "may" or "might" or "would")
            {
                return true;
            }
        }

        return false;
    }

    private static bool Between(ParagraphTokens line, int first, int last, Func<Token, bool> any)
    {
        for (var k = first; k < last; k++)
        {
            if (any(line[k]))
            {
                return true;
            }
        }

        return false;
    }
}
