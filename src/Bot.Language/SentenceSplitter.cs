using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Language;

/// <summary>Finds the sentences of a paragraph, in time linear in its length.</summary>
/// <remarks>
/// A sentence ends at a full stop, question or exclamation mark or ellipsis with the quotation marks and brackets that close behind it. It does not end where the
/// text goes on in lower case (“… now.” he said), nor after an abbreviation, an initial or an ordinal unless the next word is one that begins sentences. In doubt
/// two sentences stay one: a quotation that is a little long is better than one torn apart.
/// </remarks>
public static class SentenceSplitter
{
    // Longer than any abbreviation or reporting phrase; it keeps every look around a full stop constant.
    private const int LongestWord = 24;
    private const int ReportingReach = 60;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReportingWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "said", "says", "asked", "asks", "wrote", "writes", "added", "told", "replied", "tweeted", "posted", "shouted", "cried", "wondered", "exclaimed", "joked", "recalled",
        "sagte", "fragte", "schrieb", "erklärte", "rief", "demande", "lance", "dit", "preguntó", "dijo", "chiede").GetAlternateLookup<ReadOnlySpan<char>>();

    // Words after which a small number with a full stop is a German ordinal (“am 3. Oktober”, “der 21. Gipfel”).
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OrdinalContexts = FrozenSet.Create(
        StringComparer.Ordinal,
        "am", "Am", "der", "Der", "dem", "Dem", "den", "Den", "des", "die", "Die", "das", "Das", "vom", "Vom", "zum", "Zum", "zur", "Zur", "im", "Im", "beim", "Beim", "bis", "ab", "Ab", "seit",
        "Seit", "und").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>In order, not overlapping, none empty or with white space at its ends; everything outside them is white space.</returns>
    public static ImmutableArray<Sentence> Split(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var start = SkipSpace(text, 0);
        var at = start;
        while (at < text.Length)
        {
            var mark = NextMark(text, at);
            if (mark < 0)
            {
                break;
            }

            var end = text[mark] == '\n' ? mark : EndOfMarks(text, mark);
            var next = SkipSpace(text, end);
            if (next == text.Length)
            {
                break;
            }

            at = Math.Max(end, mark + 1);
            if (text[mark] == '\n' ? EndsAtLineBreak(text, mark, next) : EndsSentence(text, start, mark, end, next))
            {
                Add(sentences, text, start, end);
                start = at = next;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences.DrainToImmutable();
    }

    private static void Add(ImmutableArray<Sentence>.Builder sentences, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end <= start)
        {
            return;
        }

        // Marks without a word are no sentence: they stay with the one before them.
        if (sentences.Count > 0 && !HasWord(text.AsSpan(start, end - start)))
        {
            sentences[^1] = new(sentences[^1].Start, end);
        }
        else
        {
            sentences.Add(new(start, end));
        }
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int NextMark(string text, int from)
    {
        var mark = text.AsSpan(from).IndexOfAny(Punctuation.TerminatorsAndLineEnd);
        return mark < 0 ? -1 : from + mark;
    }

    /// <summary>Behind the run of stops that begins at <paramref name="mark"/> and whatever closes with it.</summary>
    private static int EndOfMarks(string text, int mark)
    {
        var end = mark;
        while (end < text.Length && Punctuation.IsTerminator(text[end]))
        {
            end++;
        }

        while (end < text.Length)
        {
            if (Punctuation.IsCloser(text[end]) || Punctuation.IsTerminator(text[end]))
            {
                end++;
            }
            else if (text[end] is '\u00A0' or '\u202F' or ' ' && end + 1 < text.Length && text[end + 1] == '»' && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])))
            {
                // French sets a space before the closing mark: « … . »
                end += 2;
            }
            else if (text[end] == '[' && EndOfReference(text, end) is var behind && behind > 0)
            {
                end = behind;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Behind a reference mark like [12], or 0.</summary>
    private static int EndOfReference(string text, int open)
    {
        var at = open + 1;
        while (at < text.Length && at - open < 5 && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > open + 1 && at < text.Length && text[at] == ']' ? at + 1 : 0;
    }

    /// <summary>A blank line ends a sentence, and so does a line break in front of a list item.</summary>
    private static bool EndsAtLineBreak(string text, int mark, int next) =>
        text.AsSpan(mark + 1, next - mark - 1).Contains('\n') || IsListItem(text, next);

    private static bool IsListItem(string text, int at)
    {
        if (text[at] is '•' or '▪' or '‣' or '*' or '-' or '–' or '·')
        {
            return at + 1 < text.Length && text[at + 1] == ' ';
        }

        var digits = at;
        while (digits < text.Length && digits - at < 3 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > at && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }

    private static bool EndsSentence(string text, int start, int mark, int end, int next)
    {
        if (Punctuation.IsWideTerminator(text[end - 1]) || Punctuation.IsWideTerminator(text[mark]))
        {
            // Closed speech in Chinese and Japanese goes on with the reporting words; only a bare stop is certain.
            return Punctuation.IsTerminator(text[end - 1]) || next > end;
        }

        if (next == end)
        {
            return false;
        }

        var word = next;
        while (word < text.Length && (Punctuation.IsOpener(text[word]) || char.IsWhiteSpace(text[word])) && word - next < LongestWord)
        {
            word++;
        }

        if (word == text.Length || char.IsLower(text[word]))
        {
            // “iPhone” and the like: a lower-case first letter with a capital right behind it may begin a sentence.
            return word + 1 < text.Length && char.IsUpper(text[word + 1]);
        }

        var stopped = text[mark] == '.' && (mark + 1 == text.Length || !Punctuation.IsTerminator(text[mark + 1]));
        if (stopped)
        {
            return !IsInsideSentence(text, start, mark, word);
        }

        return end == mark + 1 || text[mark] is '.' or '…' || !GoesOnReporting(text, word);
    }

    /// <summary>“Why?” Trump asked: within a few words behind a closed question or exclamation comes a verb of saying.</summary>
    private static bool GoesOnReporting(string text, int word)
    {
        var limit = Math.Min(text.Length, word + ReportingReach);
        if (Abbreviations.OftenStartsSentence(text.AsSpan(word, EndOfWord(text, word) - word)))
        {
            return false;
        }

        while (word < limit)
        {
            var end = EndOfWord(text, word);
            if (end == word)
            {
                return false;
            }

            if (ReportingWords.Contains(text.AsSpan(word, end - word)))
            {
                return true;
            }

            word = end < text.Length && text[end] == '.' && end - word <= 3 ? end + 1 : end;
            if (word >= text.Length || text[word] != ' ')
            {
                return false;
            }

            word++;
        }

        return false;
    }

    /// <summary>Whether the single full stop at <paramref name="mark"/> belongs to an abbreviation, an initial or an ordinal, the next word being at <paramref name="next"/>.</summary>
    private static bool IsInsideSentence(string text, int start, int mark, int next)
    {
        var before = mark;
        while (before > start && mark - before < LongestWord && (char.IsLetterOrDigit(text[before - 1]) || text[before - 1] is '.' or '§'))
        {
            before--;
        }

        var token = text.AsSpan(before, mark - before);
        if (token.IsEmpty)
        {
            return false;
        }

        if (Abbreviations.StandsBeforeNumber(token) && (char.IsDigit(text[next]) || IsRoman(text, next)))
        {
            return true;
        }

        if (char.IsAsciiDigit(token[^1]))
        {
            return token.Length <= 3 && token.IndexOfAnyExceptInRange('0', '9') < 0 && (before == start || (token.Length <= 2 && IsOrdinal(text, before, next)));
        }

        if (Abbreviations.IsLeading(token))
        {
            return true;
        }

        var dotted = IsDotted(token);
        var initial = token.Length == 1 && char.IsUpper(token[0]);
        return (dotted || initial || Abbreviations.IsAmbiguous(token)) && !Abbreviations.OftenStartsSentence(text.AsSpan(next, EndOfWord(text, next) - next));
    }

    /// <summary>U.S, p.m, Ph.D: nothing longer than two letters between the stops, unlike the parts of an address.</summary>
    private static bool IsDotted(ReadOnlySpan<char> token)
    {
        var first = token.IndexOf('.');
        return first is 1 or 2 && token.Length - token.LastIndexOf('.') <= 3;
    }

    private static bool IsOrdinal(string text, int number, int next)
    {
        if (GermanMonths.Contains(text.AsSpan(next, EndOfWord(text, next) - next)))
        {
            return true;
        }

        var end = number;
        while (end > 0 && text[end - 1] == ' ' && number - end < 2)
        {
            end--;
        }

        var word = end;
        while (word > 0 && end - word < LongestWord && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return OrdinalContexts.Contains(text.AsSpan(word, end - word));
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GermanMonths = FrozenSet.Create(
        StringComparer.Ordinal,
        "Januar", "Jänner", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember").GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsRoman(string text, int at)
    {
        var end = EndOfWord(text, at);
        return end > at && text.AsSpan(at, end - at).IndexOfAnyExcept("IVXLC") < 0;
    }

    private static int EndOfWord(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestWord && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '’' or '\''))
        {
            end++;
        }

        return end;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
