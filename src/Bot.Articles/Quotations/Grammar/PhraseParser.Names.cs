namespace Bot.Articles.Quotations.Grammar;

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
        if (!token.IsWord)
        {
            return false;
        }

        if (!token.Capitalised)
        {
            return token.Is(WordClass.Particle) && IsParticle(line, i);
        }

        if (IsOpeningAdverb(line, i) || (token.Is(WordClass.Reports) && IsOpeningVerb(line, i)))
        {
            return false;
        }

        return (token.IsProper && !token.Is(WordClass.Calendar)) || (token.Is(WordClass.Given) && !token.Is(WordClass.Auxiliary)) || IsFamilyName(line, i) || IsMiddleInitial(line, i)
            || (line[i + 1].IsProper && line.IsWord(i, "new")) || IsAmbiguousGiven(line, i);
    }

    /// <summary>“Bart ‹van den› Berg”, “‹de› Vries said”: small words that lead to a name, behind a name or where a name can begin.</summary>
    private static bool IsParticle(ParagraphTokens line, int i)
    {
        if (line[i] is not { IsWord: true, Capitalised: false } || !line[i].Is(WordClass.Particle))
        {
            return false;
        }

        var last = i;
        while (last - i < 3 && line[last + 1] is { Capitalised: false, IsWord: true } && line[last + 1].Is(WordClass.Particle))
        {
            last++;
        }

        var first = i;
        while (first > 0 && i - first < 3 && line[first - 1] is { Capitalised: false, IsWord: true, Possessive: false } && line[first - 1].Is(WordClass.Particle))
        {
            first--;
        }

        return line[last + 1] is { IsWord: true, Capitalised: true } && !line[last + 1].Is(WordClass.Calendar)
            && ((first > 0 && line[first - 1] is { IsWord: true, Capitalised: true, Possessive: false } && !line[first - 1].Is(WordClass.Role | WordClass.Organisation | WordClass.Title))
                || (line.IsEnglish && !line[first].Is(WordClass.Auxiliary | WordClass.Conjunction | WordClass.Given) && !line.IsWord(first, "la") && !line.IsWord(first, "le") && !line.IsWord(first, "ten")
                    && !line.IsWord(first, "do")));
    }

    /// <summary>“‹May› Ek”, “‹Will› Ek”, and the second word of “Will ‹May›”.</summary>
    private static bool IsAmbiguousGiven(ParagraphTokens line, int i)
    {
        if (!line[i].Is(WordClass.Calendar | WordClass.Auxiliary) || !line[i].Capitalised)
        {
            return false;
        }

        return (line[i].Is(WordClass.Given) && (line[i + 1].IsProper ? !line[i + 1].Is(WordClass.Calendar) : line[i + 1] is { IsWord: true, Capitalised: true } && line[i + 1].Is(WordClass.Calendar) && line[i].Is(WordClass.Auxiliary)))
            || (line[i].Is(WordClass.Calendar) && i > 0 && line[i - 1] is { IsWord: true, Capitalised: true } before && before.Is(WordClass.Given) && before.Is(WordClass.Auxiliary));
    }

    private static bool OpensSentence(ParagraphTokens line, int i) => i == 0 || line.SentenceOf(i) != line.SentenceOf(i - 1);

    /// <summary>“Replied Stephen, …”: a verb of saying that opens a sentence, with its subject behind it.</summary>
    public static bool IsOpeningVerb(ParagraphTokens line, int i) => line[i] is { IsWord: true, Capitalised: true } verb && verb.Is(WordClass.Reports) && !verb.Is(WordClass.Given | WordClass.Role | WordClass.Loose)
        && OpensSentence(line, i) && line[i + 1].IsWord && (line[i + 1].Capitalised || line[i + 1].Is(WordClass.Determiner | WordClass.Role));

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

    /// <summary>“Secretary of ‹State› Ann Ek”, “CEO of the ‹Board› Ann Ek”.</summary>
    public static bool IsOfficeOf(ParagraphTokens line, int i)
    {
        var of = i - (line[i - 1].Is(WordClass.Determiner) ? 2 : 1);
        return of >= 1 && line.IsWord(of, "of") && line[of - 1] is { Capitalised: true } && line[of - 1].Is(WordClass.Title | WordClass.Role) && line[i] is { Capitalised: true };
    }

    private static bool IsHonorific(ParagraphTokens line, int i) => line.Word(i).TrimEnd('.') is "Mr" or "Mrs" or "Ms" or "Miss" or "Dr" or "Sir" or "Lord" or "Lady" or "Herr" or "Frau" or "Mme";

    private static bool IsInitial(ParagraphTokens line, int i) => line[i].Capitalised && line.Word(i).TrimEnd('.').Length == 1;
}
