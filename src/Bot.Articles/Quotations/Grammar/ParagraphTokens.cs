using System.Collections.Immutable;

namespace Bot.Articles.Quotations.Grammar;

/// <summary>One paragraph as tokens, each quotation being a single one, cut into sentences.</summary>
internal sealed class ParagraphTokens
{
    private readonly List<Token> _tokens;
    private readonly List<int> _sentenceOf;

    private ParagraphTokens(int paragraph, string text, ImmutableArray<QuotedSpan> spans)
    {
        Paragraph = paragraph;
        Text = text;
        Spans = spans;

        // A word and its space take about six letters, a mark one.
        _tokens = new List<Token>((text.Length / 5) + 4);
        _sentenceOf = new List<int>((text.Length / 5) + 4);
    }

    /// <summary>Subjects found so far, by verb and start of sentence.</summary>
    public Dictionary<(int Verb, int Start), NounPhrase?> Subjects { get; } = [];

    public int Paragraph { get; }

    /// <summary>Whether “de” and “von” can only begin a name.</summary>
    public bool IsEnglish { get; private init; } = true;

    public string Text { get; }

    /// <summary>The quotations of this paragraph.</summary>
    public ImmutableArray<QuotedSpan> Spans { get; }

    public int Count => _tokens.Count;

    /// <summary>In a script without capitals: Chinese, Japanese, Arabic.</summary>
    public bool IsUncased => Text.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff') || Text.AsSpan().ContainsAnyInRange('\u0600', '\u06ff');

    /// <summary>A short line in which nearly every longer word begins in upper case.</summary>
    public bool IsHeadline { get; private set; }

    public Token this[int i] => i >= 0 && i < _tokens.Count ? _tokens[i] : new Token(0, 0, '.', WordClass.None, false, false, -1);

    public ReadOnlySpan<char> Word(int i) => i >= 0 && i < _tokens.Count ? Text.AsSpan(_tokens[i].Start, _tokens[i].End - _tokens[i].Start) : [];

    public bool IsWord(int i, string word) => Word(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words from one token to another, both included, as they stand in the paragraph.</summary>
    public string Phrase(int first, int last) => Text[_tokens[first].Start.._tokens[last].End];

    public int SentenceOf(int i) => _sentenceOf[Math.Clamp(i, 0, _sentenceOf.Count - 1)];

    /// <summary>First token of the sentence that <paramref name="i"/> is in, at most <paramref name="reach"/> tokens away.</summary>
    public int SentenceStart(int i, int reach = 160)
    {
        var sentence = SentenceOf(i);
        var start = i;
        while (start > 0 && i - start < reach && SentenceOf(start - 1) == sentence)
        {
            start--;
        }

        return start;
    }

    /// <summary>One past the last token of the sentence that <paramref name="i"/> is in, at most <paramref name="reach"/> tokens away.</summary>
    public int SentenceEnd(int i, int reach = 160)
    {
        var sentence = SentenceOf(i);
        var end = i + 1;
        while (end < Count && end - i < reach && SentenceOf(end) == sentence)
        {
            end++;
        }

        return end;
    }

    public static ParagraphTokens Read(int paragraph, string text, ImmutableArray<QuotedSpan> spans, bool english = true)
    {
        var line = new ParagraphTokens(paragraph, text, spans) { IsEnglish = english };
        var span = 0;
        for (var i = 0; i < text.Length;)
        {
            if (span < spans.Length && i >= spans[span].Open)
            {
                line._tokens.Add(new Token(spans[span].Open, spans[span].Close, '"', WordClass.None, false, false, span));
                i = Math.Max(i + 1, spans[span].Close);
                span++;
            }
            else if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]))
            {
                i = line.ReadWord(i, span < spans.Length ? spans[span].Open : text.Length);
            }
            else
            {
                if (!char.IsWhiteSpace(text[i]))
                {
                    line._tokens.Add(new Token(i, i + 1, text[i] is '"' ? '”' : text[i], WordClass.None, false, false, -1));
                }

                i++;
            }
        }

        line.CutSentences();
        line.IsHeadline = line.LooksLikeHeadline();
        return line;
    }

    private bool LooksLikeHeadline()
    {
        if (Count is < 4 or > 30 || !Spans.IsEmpty)
        {
            return false;
        }

        var longer = 0;
        var upper = 0;
        foreach (var token in _tokens)
        {
            if (token.IsWord && token.End - token.Start > 3)
            {
                longer++;
                upper += token.Capitalised ? 1 : 0;
            }
        }

        return longer >= 4 && upper >= 0.8 * longer;
    }

    private int ReadWord(int start, int limit)
    {
        var text = Text;
        var end = start;
        while (end < limit)
        {
            if (char.IsLetterOrDigit(text[end]) || char.IsSurrogate(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                end++;
            }
            else if (end + 1 < limit && text[end] is '-' or '’' or '\'' or '.' or '‑' or '&' && end > start && char.IsLetterOrDigit(text[end + 1])
                && (text[end] != '.' || (end - start <= 2 && char.IsLetter(text[end - 1])) || (char.IsUpper(text[end - 1]) && end > 1 && !char.IsLetter(text[end - 2])) || (end > 1 && text[end - 2] == '.') || char.IsDigit(text[end + 1])))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        var wordEnd = end;
        var possessive = false;
        if (end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '’' or '\'')
        {
            wordEnd = end - 2;
            possessive = true;
        }
        else if (end < limit && text[end] is '’' or '\'' && text[end - 1] is 's' && (end + 1 == limit || char.IsWhiteSpace(text[end + 1])))
        {
            possessive = true;
            end++;
        }

        var word = text.AsSpan(start, wordEnd - start);
        var kind = WordClasses.Of(word);
        if (kind == WordClass.None && word.Contains('’'))
        {
            kind = WordClasses.Of(word.ToString().Replace('’', '\''));
        }

        if (kind == WordClass.None && word.IndexOfAny('’', '\'') is var apostrophe && apostrophe > 0)
        {
            // “he'd”, “they're”: the pronoun is what matters.
            kind = WordClasses.Of(word[..apostrophe]) & WordClass.Pronoun;
        }

        if (IsEnglish && char.IsUpper(text[start]) && (kind & WordClass.Given) != 0)
        {
            // “Ella” is she in Spanish, and somebody's name in English.
            kind &= ~WordClass.Pronoun;
        }

        if (kind == WordClass.None && !IsEnglish && char.IsUpper(text[start]) && WordClasses.EndsInRole(word))
        {
            kind = WordClass.Role;
        }

        if (word.EndsWith("-il") || word.EndsWith("-elle"))
        {
            // “a-t-il déclaré”, “dit-elle”.
            kind |= word.EndsWith("-il") ? WordClass.He : WordClass.She;
        }

        var capitalised = char.IsUpper(text[start]) || (char.IsSurrogate(text[start]) && char.IsUpper(text, start)) || HasSmallPrefix(word);
        if (end < limit && text[end] == '.' && IsAbbreviation(word, kind, capitalised, end))
        {
            wordEnd = ++end;
        }

        _tokens.Add(new Token(start, wordEnd, '\0', kind, capitalised, possessive, -1));
        return end;
    }

    /// <summary>“al-Amin”, “d’Estaing”: a name that begins with a particle joined to it.</summary>
    private static bool HasSmallPrefix(ReadOnlySpan<char> word)
    {
        for (var joint = 1; joint <= 4 && joint + 1 < word.Length; joint++)
        {
            if (word[joint] is '-' or '’' or '\'')
            {
                return char.IsUpper(word[joint + 1]) && (WordClasses.Of(word[..joint]) & WordClass.Particle) != 0;
            }
        }

        return false;
    }

    private bool IsAbbreviation(ReadOnlySpan<char> word, WordClass kind, bool capitalised, int stop)
    {
        if (!capitalised)
        {
            return word is "p" or "a" or "vs" or "etc" || word is "p.m" or "a.m" or "i.e" or "e.g";
        }

        // An initial, an acronym with stops, a title in front of a name; a comma follows no full stop.
        return (stop + 1 < Text.Length && Text[stop + 1] == ',') || (word.Length == 1 && word[0] != 'I') || word.Contains('.')
            || ((kind & WordClass.Title) != 0 && word.Length <= 5 && Next(stop) && word is not ("Miss" or "Sir" or "Queen" or "King" or "Pope" or "Judge" or "Chief" or "Mayor"))
            || ((kind & WordClass.Calendar) != 0 && word.Length is 3 or 4 && word is not ("May" or "July" or "June"))
            || word is "Jr" or "Sr" or "St" or "Inc" or "Corp" or "Ltd" or "Co" or "Bros" or "No" or "Fla" or "Calif" or "Pa" or "Va" or "Wis" or "Mich" or "Mass" or "Conn"
                or "Ariz" or "Colo" or "Ill" or "Ind" or "Kan" or "Ky" or "La" or "Md" or "Minn" or "Miss" or "Mo" or "Mont" or "Neb" or "Nev" or "Okla" or "Ore" or "Tenn"
                or "Tex" or "Vt" or "Wash" or "Wyo" or "Ala" or "Ark" or "Del" or "Ga";

        bool Next(int at) => at + 2 < Text.Length && char.IsWhiteSpace(Text[at + 1]) && char.IsUpper(Text[at + 2]);
    }

    private void CutSentences()
    {
        var sentence = 0;
        for (var i = 0; i < _tokens.Count; i++)
        {
            _sentenceOf.Add(sentence);
            var token = _tokens[i];
            if (i <= 8 && sentence == 0 && token.Mark is '—' or '–' or '-' && IsAllUpper(_tokens[0]))
            {
                // “BRUSSELS (AP) —” stands before the first sentence.
                sentence++;
            }
            else if (token.Mark is '.' or '!' or '?' or '…' && EndsSentence(i))
            {
                sentence++;
            }
            else if (token.IsQuote && EndsWithStop(token) && StartsSentence(i + 1))
            {
                sentence++;
            }
        }
    }

    private bool IsAllUpper(Token token) => token.IsWord && token.End - token.Start > 2 && Text.AsSpan(token.Start, token.End - token.Start).IndexOfAnyInRange('a', 'z') < 0;

    private bool EndsSentence(int i)
    {
        var next = this[i + 1];
        if (i + 1 >= Count || next.IsQuote)
        {
            return true;
        }

        if (next.Mark is ')' or ']' or '”' or '’' or '.' or '!' or '?' or ',' or ';')
        {
            return false;
        }

        return !next.IsWord || next.Capitalised || char.IsDigit(Text[next.Start]);
    }

    private bool EndsWithStop(Token quote) => LastCharacter(quote) is '.' or '!' or '?' or '…';

    private char LastStop(int i) => _tokens[i].IsQuote ? LastCharacter(_tokens[i]) : '\0';

    /// <summary>The last character of a quotation under any closing marks and brackets.</summary>
    public char LastCharacter(Token quote)
    {
        var text = Text.AsSpan(Spans[quote.Span].Start, Spans[quote.Span].End - Spans[quote.Span].Start).TrimEnd("’'\"”)]");
        return text.IsEmpty ? '\0' : text[^1];
    }

    /// <summary>After a quotation that ends in a full stop: anything but its own reporting clause.</summary>
    private bool StartsSentence(int i)
    {
        var next = this[i];
        if (i >= Count || next.IsQuote)
        {
            return true;
        }

        return next.IsWord && next.Capitalised && (LastStop(i - 1) == '.' || next.Is(WordClass.Pronoun | WordClass.Determiner) || !PhraseParser.ReportsFrom(this, i));
    }
}
