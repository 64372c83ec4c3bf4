using System.Buffers;
using System.Collections.Immutable;

namespace Bot.Articles.Quotations;

/// <summary>Pairs quotation marks, one pass over each paragraph; nested marks belong to the outer span.</summary>
/// <remarks>
/// Marks are paired by what they do rather than by how they look, since papers mix “ and ". A mark that is never closed costs at most the rest of its
/// paragraph.
/// </remarks>
internal sealed class SpanScanner(MarkStyle style)
{
    // A paragraph with more marks that nothing closes is no prose; giving up on it keeps the pass linear.
    private const int MaxFruitlessSearches = 64;

    private static readonly SearchValues<char> Unspoken = SearchValues.Create(" .,-–—…?!'’‘:;()*");
    private static readonly SearchValues<char> DoubleMarks = SearchValues.Create("\"“”„«»");
    private readonly ImmutableArray<QuotedSpan>.Builder _spans = ImmutableArray.CreateBuilder<QuotedSpan>();
    private bool _openBefore;
    private int _searches;

    public static ImmutableArray<QuotedSpan> Scan(ImmutableArray<Paragraph> paragraphs)
    {
        var scanner = new SpanScanner(MarkStyle.Detect(paragraphs));
        for (var i = 0; i < paragraphs.Length; i++)
        {
            scanner.ScanParagraph(i, paragraphs[i].Text, i + 1 < paragraphs.Length ? paragraphs[i + 1].Text : "");
        }

        return scanner._spans.ToImmutable();
    }

    private void ScanParagraph(int paragraph, string text, string next)
    {
        var before = _openBefore;
        _openBefore = false;
        _searches = 0;
        var i = 0;
        if (before && !StartsWithMark(text) && FirstMark(text) is var close && close >= 0 && !IsOpening(text, close))
        {
            // The last paragraph was left open and this one closes without opening again.
            Add(paragraph, text, 0, 0, close, close + 1, closed: true);
            i = close + 1;
        }

        while (i < text.Length && _searches < MaxFruitlessSearches)
        {
            if (style.SingleOutside && text[i] is '‘' or '\'' && Marks.OpensSingle(text, i))
            {
                var end = SingleClose(text, i);
                if (end >= 0)
                {
                    Add(paragraph, text, i, i + 1, end, end + 1, closed: true);
                    i = end + 1;
                    continue;
                }

                if (IsLeftOpen(text, i, next))
                {
                    Add(paragraph, text, i, i + 1, text.Length, text.Length, closed: false);
                    return;
                }
            }
            else if (Marks.IsDouble(text[i]) && IsOpening(text, i))
            {
                var end = DoubleClose(text, i);
                if (end >= 0)
                {
                    Add(paragraph, text, i, i + 1, end, end + 1, closed: true);
                    i = end + 1;
                    continue;
                }

                if (IsLeftOpen(text, i, next))
                {
                    Add(paragraph, text, i, i + 1, text.Length, text.Length, closed: false);
                    return;
                }
            }

            i++;
        }
    }

    private void Add(int paragraph, string text, int open, int start, int end, int close, bool closed)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || Marks.IsDouble(text[start])))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || Marks.IsDouble(text[end - 1])))
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
        '„' or '‟' => true,
        '“' => i + 1 < text.Length && !(Marks.Closes(text, i) && !Marks.Opens(text, i) && i > 0),
        '«' => !style.GuillemetsPointInwards,
        '»' => style.GuillemetsPointInwards,
        '"' => Marks.Opens(text, i) || (i + 1 < text.Length && char.IsLetter(text[i + 1]) && !(i > 0 && char.IsDigit(text[i - 1]))),
        '”' => Marks.Opens(text, i),
        _ => false,
    };

    /// <summary>The mark that ends the span opened at <paramref name="open"/>, or -1.</summary>
    private int DoubleClose(string text, int open)
    {
        var guillemets = text[open] is '«' or '»';
        var depth = 1;
        var nested = '\0';
        for (var i = open + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (!Marks.IsDouble(c) || guillemets != c is '«' or '»')
            {
                continue;
            }

            if (guillemets)
            {
                depth += IsOpening(text, i) ? 1 : -1;
                if (depth == 0)
                {
                    return i;
                }
            }
            else if (text[open] == '„')
            {
                if (c == '„')
                {
                    depth++;
                }
                else if (c is '“' or '”' or '"' && --depth == 0)
                {
                    return i;
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
                return i;
            }
            else
            {
                // Another one opens and there is no mark left to close both: the first was never closed.
                return -1;
            }
        }

        _searches++;
        return -1;
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
            var clipped = text[i - 1] == 'n' && i > 2 && text[i - 2] == 'i' && i + 2 < text.Length && char.IsLower(text[i + 2]);
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
