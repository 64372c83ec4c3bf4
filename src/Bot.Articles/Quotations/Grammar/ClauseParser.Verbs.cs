namespace Bot.Articles.Quotations.Grammar;

/// <content>What a single word does in its clause.</content>
internal static partial class ClauseParser
{
    /// <summary>Used as a verb here: “claims” in “she claims”, not in “her claims”.</summary>
    public static bool IsReportVerb(ParagraphTokens line, int i)
    {
        var token = line[i];
        if (!token.IsWord || !token.Is(WordClass.AnyReport) || (token.Capitalised && i > 0 && !line[i - 1].IsQuote && !token.Is(WordClass.Reporting) && !PhraseParser.IsOpeningVerb(line, i)))
        {
            return false;
        }

        if (line.IsWord(i, "went"))
        {
            return line.IsWord(i + 1, "on");
        }

        if (line.IsWord(i, "put") || line.IsWord(i, "puts"))
        {
            return line.IsWord(i + 1, "it") || line.IsWord(i + 1, "this") || line.IsWord(i + 1, "things");
        }

        var before = line[i - 1];
        if (i == 0 || !before.IsWord)
        {
            return !token.Is(WordClass.Report) || token.Is(WordClass.Reports);
        }

        if (before.Possessive || (before.Is(WordClass.Determiner) && !before.Is(WordClass.He | WordClass.She | WordClass.They) && !line.IsWord(i - 1, "that") && !line.IsWord(i - 1, "both")
            && !IsUnambiguous(line, i)) || line.IsWord(i - 1, "his") || line.IsWord(i - 1, "their") || (line.IsWord(i - 1, "her") && !IsUnambiguous(line, i)))
        {
            return false;
        }

        if (before.Is(WordClass.Preposition) && !token.Is(WordClass.Reporting) && !line.IsWord(i - 1, "to") && !line.IsWord(i - 1, "as"))
        {
            return false;
        }

        if (token.Is(WordClass.Report) && !token.Is(WordClass.Reports))
        {
            return IsHeard(line, i) || line.IsWord(i - 1, "to") || before.Is(WordClass.Auxiliary | WordClass.Plural) || before.Is(WordClass.They | WordClass.OtherPronoun)
                || before.Is(WordClass.Adverb | WordClass.Conjunction | WordClass.Relative) || PhraseParser.EndsWith(line, i - 1, "s");
        }

        // “attacks”, “claims”, “reports” are nouns unless somebody stands right before them.
        return !PhraseParser.EndsWith(line, i, "s") || line.IsWord(i, "says") || line.IsWord(i, "tells") || line.IsWord(i, "writes") || line.IsWord(i, "asks")
            || PhraseParser.IsPartOfName(line, i - 1) || before.Is(WordClass.Pronoun | WordClass.Relative | WordClass.Role | WordClass.Organisation | WordClass.Adverb | WordClass.Conjunction | WordClass.Title
                | WordClass.SpeechNoun | WordClass.Kin);
    }

    /// <summary>“heard the director ‹say›”.</summary>
    public static bool IsHeard(ParagraphTokens line, int verb)
    {
        for (var k = verb - 1; k > 0 && verb - k < 7 && line[k].IsWord; k--)
        {
            if (line.Word(k) is "heard" or "hear" or "hears" or "overheard" or "saw" or "seen")
            {
                return verb - k > 1;
            }
        }

        return false;
    }

    private static bool IsUnambiguous(ParagraphTokens line, int i) => line[i].Is(WordClass.Reports) && (PhraseParser.EndsWith(line, i, "ed") || line.IsWord(i, "said") || line.IsWord(i, "wrote") || line.IsWord(i, "told"))
        && line[i + 1].IsWord && !line[i + 1].Is(WordClass.Role | WordClass.Organisation);

    /// <summary>A finite verb that reports nothing.</summary>
    private static bool IsPlainVerb(ParagraphTokens line, int i) =>
        line[i].IsWord && !line[i].Capitalised && (line[i].Is(WordClass.Verb | WordClass.Auxiliary | WordClass.Thinks)
            || (line[i].Class == WordClass.None && PhraseParser.EndsWith(line, i, "ed") && !line[i - 1].Is(WordClass.Determiner) && !line[i - 1].Possessive));

    /// <summary>Prepositions that open clauses as well.</summary>
    private static bool IsClausal(ParagraphTokens line, int i) => line.IsWord(i, "as") || line.IsWord(i, "after") || line.IsWord(i, "before") || line.IsWord(i, "since") || line.IsWord(i, "until")
        || line.IsWord(i, "than") || line.IsWord(i, "like");

    public static bool IsBe(ParagraphTokens line, int i) =>
        line.IsWord(i, "was") || line.IsWord(i, "were") || line.IsWord(i, "been") || line.IsWord(i, "is") || line.IsWord(i, "are") || line.IsWord(i, "being") || line.IsWord(i, "be");

    /// <summary>How likely a phrase is to say anything: 3 a person, 2 an office, a group or a body, 1 a thing, 0 a word without reference.</summary>
    public static int Voice(ParagraphTokens line, NounPhrase phrase)
    {
        if (phrase.Naming == Naming.Pronoun)
        {
            var pronoun = line[phrase.First];
            return pronoun.Is(WordClass.He | WordClass.She | WordClass.They) || line.IsWord(phrase.First, "i") ? 3 : 0;
        }

        if (phrase.Naming == Naming.Name)
        {
            return IsPlace(line, phrase.HeadFirst, phrase.HeadLast) ? 1 : 3;
        }

        for (var k = phrase.HeadFirst; k <= phrase.HeadLast; k++)
        {
            if (line[k].Is(WordClass.Role | WordClass.Plural | WordClass.Kin | WordClass.Organisation | WordClass.SpeechNoun | WordClass.Title) || (line[k].IsProper && k == phrase.HeadLast))
            {
                return 2;
            }
        }

        if (IsSomebody(line, phrase.HeadLast))
        {
            return 2;
        }

        return line.IsWord(phrase.First, "others") || line.IsWord(phrase.First, "some") || line.IsWord(phrase.First, "many") || line.IsWord(phrase.First, "one") || line.IsWord(phrase.First, "another") ? 2 : 1;
    }

    /// <summary>“Vermont”, “North Dakota”, “Monday”: no word that a person is called by.</summary>
    private static bool IsPlace(ParagraphTokens line, int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            if (!line[k].Is(WordClass.Place | WordClass.Calendar) && !(k < last && line.Word(k) is "North" or "South" or "East" or "West" or "New" or "Northern" or "Southern" or "Eastern" or "Western"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A noun in lower case, singular or plural, for a person or a group.</summary>
    private static bool IsSomebody(ParagraphTokens line, int i)
    {
        var word = line.Word(i);
        return line[i] is { IsWord: true, Capitalised: false } && (line[i].Is(WordClass.Person | WordClass.Group)
            || (word.Length > 4 && word[^1] == 's' && (WordClasses.Of(word[..^1]) & (WordClass.Person | WordClass.Group | WordClass.Role | WordClass.Organisation)) != 0)
            || word is "percent" or "surveyed" or "most" or "few" or "all" or "others" or "number" or "lot" or "majority" or "dozens" or "hundreds" or "thousands"
            || (word.Length > 6 && char.IsAsciiDigit(word[0]) && word.EndsWith("-year-old")));
    }

    private static bool IsCoordinator(ParagraphTokens line, int i) => line.IsWord(i, "and") || line.IsWord(i, "but") || line.IsWord(i, "or") || line.IsWord(i, "so") || line.IsWord(i, "yet");
}
