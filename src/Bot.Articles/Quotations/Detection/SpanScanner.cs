using System.Buffers;
using System.Collections.Immutable;
using Bot.Articles.Quotations.Grammar;
using Bot.Articles.Quotations.Speakers;

namespace Bot.Articles.Quotations.Detection;

/// <summary>Pairs quotation marks, one pass over each paragraph; nested marks belong to the outer span.</summary>
/// <remarks>
/// Marks are paired by what they do rather than by how they look, since papers mix “ and ". A mark that is never closed costs at most the rest of its
/// paragraph.
/// </remarks>
internal sealed class SpanScanner(ImmutableArray<Paragraph> paragraphs, MarkStyle style)
{
    // A paragraph with more marks that nothing closes is no prose; giving up on it keeps the pass linear.
    private const int MaxFruitlessSearches = 16;

    private const int LeastWords = 12;
    private const int MostOpenParagraphs = 8;

    private static readonly SearchValues<char> Unspoken = SearchValues.Create(" .,-–—…?!'’‘:;()*");
    private static readonly SearchValues<char> DoubleMarks = SearchValues.Create("\"“”„«»「」『』");
    private static readonly SearchValues<char> AnyMarks = SearchValues.Create("\"“”„‟″«»「」『』‘'`");
    private readonly ImmutableArray<QuotedSpan>.Builder _spans = ImmutableArray.CreateBuilder<QuotedSpan>();
    private bool _openBefore;
    private int _searches;

    public static ImmutableArray<QuotedSpan> Scan(ImmutableArray<Paragraph> paragraphs)
    {
        var scanner = new SpanScanner(paragraphs, MarkStyle.Detect(paragraphs));
        for (var i = 0; i < paragraphs.Length; i++)
        {
            scanner.ScanParagraph(i);
        }

        return scanner._spans.ToImmutable();
    }

    private void ScanParagraph(int paragraph)
    {
        var text = paragraphs[paragraph].Text;
        var next = paragraph + 1 < paragraphs.Length ? paragraphs[paragraph + 1].Text : "";
        var before = _openBefore;
        _openBefore = false;
        _searches = 0;
        var i = 0;
        if (before && !StartsWithMark(text))
        {
            var close = FirstMark(text);
            if (close >= 0 && !IsOpening(text, close) && text.AsSpan(0, close).Count(' ') >= LeastWords)
            {
                // The last paragraph was left open and this one closes without opening again; a line shorter than that is a signature.
                Add(paragraph, 0, 0, close, close + 1, closed: true);
                i = close + 1;
            }
            else if (close < 0 && ClosesLater(paragraph))
            {
                Add(paragraph, 0, 0, text.Length, text.Length, closed: false);
                return;
            }
        }
        else if (text is ['—' or '–', not ' ', _, ..])
        {
            Dialogue(paragraph);
            return;
        }
        else if (!before && UnopenedEnd(text) is var unopened && unopened > 0)
        {
            Add(paragraph, 0, 0, unopened, unopened + 1, closed: true);
            i = unopened + 1;
        }

        while (_searches < MaxFruitlessSearches && i < text.Length && text.AsSpan(i).IndexOfAny(AnyMarks) is var skipped && skipped >= 0)
        {
            i += skipped;
            var width = text[i] == '`' && text.AsSpan(i).StartsWith("``") ? 2 : 1;
            if (text[i] is '‘' or '\'' && Marks.OpensSingle(text, i))
            {
                var end = SingleClose(text, i);
                if (end >= 0 && (style.SingleOutside || IsSpokenAside(text, i, end)))
                {
                    Add(paragraph, i, i + 1, end, end + 1, closed: true);
                    i = end + 1;
                    continue;
                }

                if (style.SingleOutside && end < 0 && IsLeftOpen(text, i, next))
                {
                    i = AddOpen(paragraph, i, next);
                    continue;
                }
            }
            else if (width == 2 || (Marks.IsDouble(text[i]) && IsOpening(text, i)))
            {
                var (end, close) = DoubleClose(text, i);
                if (end >= 0)
                {
                    Add(paragraph, i, i + width, end, close, closed: true);
                    i = close;
                    continue;
                }

                if (IsLeftOpen(text, i, next))
                {
                    i = AddOpen(paragraph, i, next);
                    continue;
                }
            }

            i++;
        }
    }

    /// <summary>“—No voy —dijo Ana—. Nunca.”: speech between dashes, as Spanish and French novels and reports set it.</summary>
    private void Dialogue(int paragraph)
    {
        var text = paragraphs[paragraph].Text;
        var clause = text.IndexOfAny(['—', '–'], 1);
        if (clause > 2 && ReportingClause.StandsAt(text, clause + 1))
        {
            Add(paragraph, 0, 1, clause, clause, closed: true);
            var resumed = text.IndexOfAny(['—', '–'], clause + 1);
            if (resumed > 0 && text.AsSpan(resumed + 1).TrimStart(".,; ").Length > 1)
            {
                Add(paragraph, resumed, text.Length - text.AsSpan(resumed + 1).TrimStart(".,; ").Length, text.Length, text.Length, closed: true);
            }
        }
    }

    /// <summary>A span without its closing mark: up to the words that say who speaks, where there are any, else to the end.</summary>
    /// <returns>Where the text behind it goes on.</returns>
    private int AddOpen(int paragraph, int open, string next)
    {
        var text = paragraphs[paragraph].Text;
        if (ReportingClause.StartIn(text, open + 1) is var clause && clause > 0)
        {
            Add(paragraph, open, open + 1, clause, clause, closed: true);
            return clause;
        }

        Add(paragraph, open, open + 1, text.Length, text.Length, closed: !StartsWithMark(next) && !ClosesLater(paragraph));
        _openBefore = true;
        return text.Length;
    }

    /// <summary>The mark that closes what nothing opened, at the start of a paragraph and with its reporting clause behind it; -1 when there is none.</summary>
    private int UnopenedEnd(string text)
    {
        var mark = FirstMark(text);
        return mark > 0 && text[mark] is '”' or '"' && !IsOpening(text, mark) && Marks.Closes(text, mark) && text[mark - 1] is ',' or '.' or '?' or '!'
            && ReportingClause.StandsAt(text, mark + 1) ? mark : -1;
    }

    /// <summary>Whether a later paragraph closes, without opening, what was left open here.</summary>
    private bool ClosesLater(int paragraph)
    {
        for (var k = paragraph + 1; k < paragraphs.Length && k <= paragraph + MostOpenParagraphs; k++)
        {
            var text = paragraphs[k].Text;
            if (FirstMark(text) is var mark && mark >= 0)
            {
                return !IsOpening(text, mark) && Marks.IsSentencePunctuation(text[Math.Max(0, mark - 1)]) && text.AsSpan(mark + 1).Trim().IsEmpty;
            }
        }

        return false;
    }

    /// <summary>Single marks around speech in a paper that has double ones for it: the words end in their own punctuation.</summary>
    private static bool IsSpokenAside(string text, int open, int end) =>
        text[open] == '‘' && text[end] == '’' && text[end - 1] is ',' or '?' or '!' or '.' && text.AsSpan(open, end - open).Count(' ') >= 2
            && !SpeechFilter.LooksLikeTitle(text.AsSpan(open + 1, end - open - 1));

    private void Add(int paragraph, int open, int start, int end, int close, bool closed)
    {
        var text = paragraphs[paragraph].Text;
        while (start < end && (char.IsWhiteSpace(text[start]) || Marks.IsDouble(text[start])))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || (Marks.IsDouble(text[end - 1]) && text.AsSpan(start, end - 1 - start).IndexOfAny(DoubleMarks) < 0)))
        {
            end--;
        }

        if (text.AsSpan(start, end - start).IndexOfAnyExcept(Unspoken) < 0)
        {
            return;
        }

        _openBefore = !closed;
        _spans.Add(new QuotedSpan(paragraph, open, start, end, close, closed));
    }

    private bool IsOpening(string text, int i) => text[i] switch
    {
        '„' or '‟' or '「' or '『' => true,
        '“' => i + 1 < text.Length && !(Marks.Closes(text, i) && !Marks.Opens(text, i) && i > 0),
        '«' => !style.GuillemetsPointInwards,
        '»' => style.GuillemetsPointInwards,
        '"' => Marks.Opens(text, i) || (i + 1 < text.Length && char.IsLetter(text[i + 1]) && !(i > 0 && char.IsDigit(text[i - 1]))),
        '”' => Marks.Opens(text, i),
        _ => false,
    };

    /// <summary>The mark that ends the span opened at <paramref name="open"/>, and where the text behind it goes on; -1 when there is none.</summary>
    private (int End, int Next) DoubleClose(string text, int open)
    {
        var closing = text[open] switch { '「' => '」', '『' => '』', '«' => '»', '»' => '«', _ => '\0' };
        if (closing != '\0')
        {
            return PairedClose(text, open, closing);
        }

        var nested = '\0';
        var depth = 1;
        for (var i = open + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '’' or '\'' && i + 1 < text.Length && text[i + 1] == c && nested == '\0' && i > open + 2 && !char.IsWhiteSpace(text[i - 1]))
            {
                // “…’’: the second half of the pair was typed as two single marks.
                return (i, i + 2);
            }

            if (!Marks.IsDouble(c) || c is '«' or '»')
            {
                continue;
            }

            if (text[open] == '„')
            {
                if (c == '„')
                {
                    depth++;
                }
                else if (c is '“' or '”' or '"' && --depth == 0)
                {
                    return (i, i + 1);
                }
            }
            else if (nested != '\0')
            {
                if (c is '”' or '"' && (nested == '“' || Marks.Closes(text, i)))
                {
                    nested = '\0';
                }
            }
            else if (c is '“' or '"' && Marks.Opens(text, i) && !Marks.Closes(text, i) && ClosesTwice(text, i, c == '“' && text[open] == '"'))
            {
                nested = c;
            }
            else if (c is not '“' and not '„' || !Marks.Opens(text, i) || Marks.Closes(text, i))
            {
                return (i, i + 1);
            }
            else
            {
                // Another one opens and there is no mark left to close both: the first was never closed.
                return (-1, -1);
            }
        }

        _searches++;
        return (-1, -1);
    }

    /// <summary>For marks that say themselves whether they open or close.</summary>
    private (int End, int Next) PairedClose(string text, int open, char closing)
    {
        for (var (i, depth) = (open + 1, 1); i < text.Length; i++)
        {
            depth += text[i] == text[open] ? 1 : text[i] == closing ? -1 : 0;
            if (depth == 0)
            {
                return (i, i + 1);
            }
        }

        _searches++;
        return (-1, -1);
    }

    /// <summary>Whether two closing marks follow, or one of the nested kind where the kinds differ, before anything opens again.</summary>
    private static bool ClosesTwice(string text, int from, bool kindsDiffer)
    {
        var closing = 0;
        for (var i = from + 1; i < text.Length; i++)
        {
            if (text[i] is '"' or '“' or '”')
            {
                if (Marks.Closes(text, i) && !Marks.Opens(text, i))
                {
                    closing++;
                    if (closing == 2 || (kindsDiffer && text[i] == '”' && text.AsSpan(i + 1).IndexOfAny('"', '“', '”') < 0))
                    {
                        return true;
                    }
                }
                else
                {
                    return kindsDiffer && closing == 1 && text[i] == '“';
                }
            }
        }

        return false;
    }

    /// <summary>The ’ that ends the span opened at <paramref name="open"/>: not an apostrophe, and not a plural's possessive while a better one follows.</summary>
    private int SingleClose(string text, int open)
    {
        var fallback = -1;
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] is '‘' && Marks.OpensSingle(text, i))
            {
                break;
            }

            if (text[i] is not ('’' or '\'') || !Marks.ClosesSingle(text, i))
            {
                continue;
            }

            var possessive = text[i - 1] is 's' or 'S' && i + 2 < text.Length && text[i + 1] == ' ' && char.IsLower(text[i + 2]);
            var clipped = (text[i - 1] == 'n' && i > 1 && text[i - 2] is '’' or '\'') || text[i - 1] == 'n' && i > 2 && text[i - 2] == 'i' && i + 2 < text.Length && char.IsLower(text[i + 2]);
            if (!possessive && !clipped)
            {
                return i;
            }

            fallback = fallback < 0 ? i : fallback;
        }

        _searches++;
        return fallback;
    }

    /// <summary>A quotation whose mark closes in a later paragraph, as opposed to a stray mark.</summary>
    private static bool IsLeftOpen(string text, int open, string next)
    {
        if (StartsWithMark(next))
        {
            return true;
        }

        var before = text.AsSpan(0, open).TrimEnd();
        return before.IsEmpty || before[^1] is ':' or ',' or '.' or '?' or '!';
    }

    private static bool StartsWithMark(string text)
    {
        var start = text.AsSpan().TrimStart();
        return !start.IsEmpty && (Marks.IsDouble(start[0]) || start[0] is '‘');
    }

    private static int FirstMark(string text) => text.AsSpan().IndexOfAny(DoubleMarks);
}
