using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <summary>Words in marks that nobody says: a name for something, a word as a word, something that nobody has said yet.</summary>
internal static class Mentions
{
    /// <summary>“so-called “x””, “the word “x””, “who call themselves “x””, “click “x””, from the words right before the quotation.</summary>
    public static bool IsNamed(ParagraphTokens line, int quote)
    {
        var last = quote - (line[quote - 1].Is(WordClass.Determiner) && line.Word(quote - 1) is "the" or "a" or "an" ? 2 : 1);
        var before = line.Word(last);
        return before switch
        {
            "so-called" or "self-described" or "self-styled" or "nicknamed" or "christened" or "entitled" or "titled" or "hashtag" or "click" or "press" or "tap" or "sogenannte" or "sogenannten" => true,
            "as" => line.IsWord(last - 1, "known") || IsSelf(line, last - 1),
            "dubbed" or "styled" or "termed" or "labelled" or "labeled" or "named" or "called" => IsParticiple(line, last, quote),
            "word" or "term" or "phrase" or "expression" or "moniker" or "nickname" or "abbreviation" or "acronym" => IsPlain(line, quote),
            _ => IsSelf(line, last) || IsCustom(line, quote),
        };
    }

    /// <summary>“, now dubbed “x””, “a gang named “x””: what something is called, not who calls it so.</summary>
    private static bool IsParticiple(ParagraphTokens line, int verb, int quote)
    {
        var before = verb - 1;
        while (before > 0 && line[before].Is(WordClass.Adverb))
        {
            before--;
        }

        return (line[before].Mark == ',' && (before < verb - 1 || line.IsWord(quote + 1, "by"))) || (line[before] is { IsWord: true, Capitalised: false } && line.Word(before - 1) is "a" or "an");
    }

    /// <summary>“The neighbours call the mill “the Castle””: a name, in the present, that everybody uses.</summary>
    private static bool IsCustom(ParagraphTokens line, int quote)
    {
        var span = line.Spans[line[quote].Span];
        var words = line.Text.AsSpan(span.Start, span.End - span.Start);
        words = words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
        for (var k = quote - 1; k >= 0 && quote - k <= 6 && line[k].IsWord; k--)
        {
            if (line.Word(k) is "call" or "nickname")
            {
                return words.Count(' ') < 3 && SpeechFilter.LooksLikeTitle(words);
            }
        }

        return false;
    }

    /// <summary>“call themselves “x””: the name of a group.</summary>
    private static bool IsSelf(ParagraphTokens line, int i) => line.Word(i) is "themselves" or "itself"
        && line.Word(i - 1) is "describe" or "describes" or "described" or "describing" or "call" or "calls" or "called" or "calling" or "name" or "named" or "dub" or "dubbed" or "style" or "styled" or "styling";

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
