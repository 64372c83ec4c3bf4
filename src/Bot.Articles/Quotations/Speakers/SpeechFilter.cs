using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <summary>Leaves out what marks set off without anybody speaking: nicknames, titles of works, words mentioned as words.</summary>
internal static class SpeechFilter
{
    public static bool IsSpeech(Utterance utterance)
    {
        var line = utterance.ParagraphTokens;
        var span = utterance.Span;
        var quote = utterance.Token;
        var text = line.Text.AsSpan(span.Start, span.End - span.Start);
        var words = CountWords(text);
        var reading = utterance.Attribution.Reading;
        if (reading == Reading.Mention || PhraseParser.IsNickname(line, quote) || Mentions.IsSupposed(line, utterance.Attribution))
        {
            return false;
        }

        if (words <= 8 && LooksLikeTitle(text) && !(reading == Reading.Continued && OpensWithPronoun(text)))
        {
            // A title stands in a sentence as a name does; speech in such capitals needs its verb beside it.
            return reading switch
            {
                Reading.ClauseBefore => !IsNameOfWork(line, quote, utterance.Attribution.Subject),
                Reading.ClauseAfter => quote == 0 || !line[quote - 1].IsWord,
                Reading.Label or Reading.AccordingTo => true,
                Reading.Continued => words > 3 || (text[^1] is '.' or '!' or '?' && (quote == 0 || line.SentenceOf(quote) != line.SentenceOf(quote - 1))),
                _ => false,
            };
        }

        return reading switch
        {
            Reading.Subject => words > 1,
            Reading.Neighbour or Reading.None => words > 3 || quote == 0,
            Reading.Continued => words > 1 || text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' || utterance.StandsAlone,
            _ => true,
        };
    }

    /// <summary>“told the MSNBC hosts of “…””, “on ABC's “…””: a preposition, a possessor or a kind of work leads to it.</summary>
    private static bool IsNameOfWork(ParagraphTokens line, int quote, NounPhrase? subject)
    {
        var before = line[quote - 1];
        return before.IsWord && (before.Possessive || (before.Is(WordClass.Preposition) && !line.IsWord(quote - 1, "as")) || before.Is(WordClass.Work) || line[quote + 1].Is(WordClass.Work)
            || line.IsWord(quote - 1, "the")
            || (line.Word(quote - 1) is "wrote" or "penned" or "directed" && line[quote - 2].Is(WordClass.Relative))
            || (before.Is(WordClass.Loose) && !line[quote - 2].Is(WordClass.Relative) && subject is { } reader && ClauseParser.Voice(line, reader) == 3));
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var part = !char.IsWhiteSpace(c) && c is not ('—' or '–');
            words += part && !inside ? 1 : 0;
            inside = part;
        }

        return words;
    }

    /// <summary>“We're Londoners.”: a sentence however short.</summary>
    private static bool OpensWithPronoun(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" ’'");
        return end > 0 && (WordClasses.Of(text[..end]) & WordClass.Pronoun) != 0;
    }

    /// <summary>The first word and every one of more than three letters begin in upper case.</summary>
    public static bool LooksLikeTitle(ReadOnlySpan<char> text)
    {
        var any = false;
        foreach (var range in text.Split(' '))
        {
            var word = text[range].Trim(" .,!?:;()[]'’‘");
            if (word.IsEmpty)
            {
                continue;
            }

            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]) && (!any || (word.Length > 3 && (WordClasses.Of(word) & (WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner)) == 0)))
            {
                return false;
            }

            any = true;
        }

        return any;
    }
}
