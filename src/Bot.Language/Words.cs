using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Language;

/// <summary>Cuts English text into words, the same way for articles, questions and claims.</summary>
public static class Words
{
    /// <summary>Every word in order; punctuation and symbols are not words.</summary>
    public static ImmutableArray<Word> Read(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>((text.Length / 6) + 1);
        var opening = true;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                opening |= text[i] is '.' or '!' or '?' or '\n' or '“' or '"';
                i++;
                continue;
            }

            var end = EndOfWord(text, i);
            var bare = WithoutPossessive(text, i, end);
            words.Add(Make(text, i, bare, possessive: bare < end, opening));
            opening = false;
            i = end;
        }

        ReadAcronyms(text, words);
        return words.DrainToImmutable();
    }

    /// <summary>“US” among words that are not all capitals is “U.S.”, not the pronoun; so are “IT” and “WHO” no pronouns there.</summary>
    private static void ReadAcronyms(string text, ImmutableArray<Word>.Builder words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.End - word.Start is 2 or 3 && IsShouted(i) && StopWords.Contains(word.Text) && !IsShouted(i - 1) && !IsShouted(i + 1))
            {
                var (initials, stem) = Stems.Share(string.Join('.', word.Text.ToCharArray()));
                words[i] = word with { Text = initials, Stem = stem, Traits = word.Traits & ~WordTraits.Stop };
            }
        }

        bool IsShouted(int i)
        {
            if (i < 0 || i >= words.Count || words[i].End - words[i].Start < 2)
            {
                return false;
            }

            foreach (var c in text.AsSpan(words[i].Start, words[i].End - words[i].Start))
            {
                if (!char.IsAsciiLetterUpper(c))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The form that words are compared in: lower case, without diacritics, one kind of apostrophe.</summary>
    public static string Fold(ReadOnlySpan<char> word) => Folding.Fold(word);

    private static Word Make(string text, int start, int end, bool possessive, bool opening)
    {
        var span = text.AsSpan(start, end - start);
        var folded = Fold(span);
        var digits = char.IsAsciiDigit(folded[0]);
        if (digits)
        {
            folded = folded.Replace(",", string.Empty, StringComparison.Ordinal);
        }
        else if (folded.Contains('.', StringComparison.Ordinal))
        {
            // “U.K.” and “UK” are one word; “U.S.” keeps its inner dot, since “us” is another word.
            var bare = folded.Replace(".", string.Empty, StringComparison.Ordinal);
            folded = StopWords.Contains(bare) ? folded.TrimEnd('.') : bare;
        }

        var traits = WordTraits.None;
        traits |= char.IsUpper(span[0]) ? WordTraits.Capital : 0;
        traits |= opening ? WordTraits.Opening : 0;
        traits |= possessive ? WordTraits.Possessive : 0;
        traits |= digits || NumberWords.Contains(folded) ? WordTraits.Number : 0;
        traits |= StopWords.Contains(folded) && !(folded is "may" or "will" or "us" && char.IsUpper(span[0]) && !opening) ? WordTraits.Stop : 0;
        var (word, stem) = Stems.Share(folded);
        return new Word(start, end, word, stem, traits);
    }

    private static int EndOfWord(string text, int start)
    {
        var i = start + 1;
        if (IsIdeograph(text[start]))
        {
            return i;
        }

        while (i < text.Length && !IsIdeograph(text[i]))
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                i++;
            }
            else if (IsJoint(text, start, i))
            {
                i += 2;
            }
            else
            {
                break;
            }
        }

        // The last full stop of “U.S.” belongs to the abbreviation.
        return i < text.Length && text[i] == '.' && IsInitials(text.AsSpan(start, i - start)) ? i + 1 : i;
    }

    /// <summary>Chinese and Japanese put no spaces between words; each of their letters is read as a word, which finds the same places.</summary>
    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u4dbf' or >= '\u4e00' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    /// <summary>True where the mark at <paramref name="i"/> holds a word together: “don’t”, “1,500”, “3.5”, “U.S”.</summary>
    private static bool IsJoint(string text, int start, int i)
    {
        if (i + 1 >= text.Length)
        {
            return false;
        }

        var (before, mark, after) = (text[i - 1], text[i], text[i + 1]);
        return mark switch
        {
            '\'' or '’' or 'ʼ' => char.IsLetter(before) && char.IsLetter(after),
            ',' => char.IsAsciiDigit(before) && HasThreeDigits(text, i + 1),
            '.' => (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
                || (char.IsLetter(after) && IsInitials(text.AsSpan(start, i - start)) && (i + 2 == text.Length || !char.IsLetter(text[i + 2]))),
            _ => false,
        };
    }

    private static bool HasThreeDigits(string text, int i) =>
        i + 2 < text.Length && char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2])
        && (i + 3 == text.Length || !char.IsAsciiDigit(text[i + 3]));

    /// <summary>Single letters with full stops between them, so far: “U”, “U.S”, but not “Mr”.</summary>
    private static bool IsInitials(ReadOnlySpan<char> span)
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(span[i]) : span[i] != '.')
            {
                return false;
            }
        }

        return span.Length % 2 == 1 && (span.Length > 1 || char.IsUpper(span[0]));
    }

    private static int WithoutPossessive(string text, int start, int end) =>
        end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’' or 'ʼ' ? end - 2 : end;
}
