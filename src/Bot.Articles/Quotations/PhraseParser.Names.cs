namespace Bot.Articles.Quotations;

/// <content>What the words of a name look like.</content>
internal static partial class PhraseParser
{
    /// <summary>Ann “Nan” Ek.</summary>
    public static bool IsNickname(ParagraphTokens line, int quote)
    {
        var span = line.Spans[line[quote].Span];
        var before = line[quote - 1];
        return span.End - span.Start is > 1 and <= 20 && char.IsUpper(line.Text[span.Start]) && char.IsLetter(line.Text[span.End - 1]) && !before.Possessive
            && IsPartOfName(line, quote - 1) && IsPartOfName(line, quote + 1) && !line[quote + 1].Is(WordClass.Title);
    }

    /// <summary>Upper case of its own, an initial, or a particle between two such words.</summary>
    public static bool IsPartOfName(ParagraphTokens line, int i)
    {
        var token = line[i];
        return token.IsWord && !IsOpeningAdverb(line, i) && (IsFamilyName(line, i) || IsMiddleInitial(line, i) || (token.Capitalised && line.IsWord(i, "new") && line[i + 1].IsProper) || (token.IsProper && !token.Is(WordClass.Calendar)) || (token.Capitalised && token.Is(WordClass.Given) && !token.Is(WordClass.Auxiliary))
            || (token.Is(WordClass.Calendar | WordClass.Auxiliary) && token.Is(WordClass.Given) && token.Capitalised && line[i + 1].IsProper && !line[i + 1].Is(WordClass.Calendar))
            || (token.Is(WordClass.Particle) && line[i + 1] is { IsWord: true, Capitalised: true } && i > 0 && line[i - 1] is { IsWord: true, Capitalised: true }));
    }

    /// <summary>“Grant Young”: an ordinary word in upper case behind a given name.</summary>
    private static bool IsFamilyName(ParagraphTokens line, int i) => line[i] is { Capitalised: true } && line[i].Is(WordClass.Common) && !line[i].Is(WordClass.Pronoun | WordClass.Determiner | WordClass.Conjunction)
        && i > 0 && line[i - 1] is { Capitalised: true, Possessive: false } given && given.Is(WordClass.Given) && given.IsWord;

    /// <summary>“William ‹A.› Ek”; the letter alone would be an article.</summary>
    private static bool IsMiddleInitial(ParagraphTokens line, int i) =>
        i > 0 && line[i].End - line[i].Start == 2 && line[i].Capitalised && line.Text[line[i].End - 1] == '.' && line[i - 1] is { Capitalised: true, Possessive: false, IsWord: true }
            && line[i + 1] is { Capitalised: true, IsWord: true };

    private static bool IsOpeningAdverb(ParagraphTokens line, int i) =>
        !line[i].Is(WordClass.Given) && (line[i].Is(WordClass.Adverb) || (EndsWith(line, i, "ly") && line[i].End - line[i].Start > 5)) && (i == 0 || !line[i - 1].IsWord);

    /// <summary>“Idaho ‹nutritional-supplement executive› Ann Ek”: lower-case words that end in an office and a name.</summary>
    public static bool LeadsToOffice(ParagraphTokens line, int j)
    {
        for (var k = j; k < j + 5; k++)
        {
            var token = line[k];
            if (!token.IsWord || token.Capitalised || token.Is(WordClass.AnyReport | WordClass.Preposition | WordClass.Auxiliary | WordClass.Relative | WordClass.Pronoun | WordClass.Verb
                | WordClass.Conjunction | WordClass.Determiner) || EndsWith(line, k, "ed"))
            {
                return false;
            }

            if (token.Is(WordClass.Role))
            {
                return IsPartOfName(line, k + 1);
            }
        }

        return false;
    }

    public static bool IsOfficeOf(ParagraphTokens line, int i) =>
        i >= 2 && line.IsWord(i - 1, "of") && line[i - 2] is { Capitalised: true } && line[i - 2].Is(WordClass.Title | WordClass.Role) && line[i] is { Capitalised: true };

    private static bool IsHonorific(ParagraphTokens line, int i) => line.Word(i).TrimEnd('.') is "Mr" or "Mrs" or "Ms" or "Miss" or "Dr" or "Sir" or "Lord" or "Lady" or "Herr" or "Frau" or "Mme";

    private static bool IsInitial(ParagraphTokens line, int i) => line[i].Capitalised && line.Word(i).TrimEnd('.').Length == 1;
}
