namespace Bot.Articles.Quotations.Grammar;

/// <content>What belongs to one noun phrase, and the name at its end.</content>
internal static partial class PhraseParser
{
    /// <summary>A pronoun, a description or a name, without what hangs on it.</summary>
    public static NounPhrase? Core(ParagraphTokens line, int i, int end)
    {
        if (i >= end || !line[i].IsWord)
        {
            return null;
        }

        if (line[i].Is(WordClass.Pronoun) && !(line[i].Is(WordClass.Determiner) && ContinuesNoun(line, i + 1, end)))
        {
            return new NounPhrase(Naming.Pronoun, i, i, i, i);
        }

        var first = i;
        var j = i;
        while (j < end && line[j].IsWord && line[j].Is(WordClass.Determiner) && !IsPartOfName(line, j))
        {
            j++;
        }

        var coreFirst = j;
        var proper = -1;
        for (; j < end; j++)
        {
            var token = line[j];
            if (token.IsQuote)
            {
                // A nickname inside a name: Ann “Nan” Ek.
                if (j > coreFirst && IsNickname(line, j))
                {
                    continue;
                }

                break;
            }

            if (!token.IsWord || !BelongsToNoun(line, j, coreFirst, first, proper))
            {
                break;
            }

            proper = IsPartOfName(line, j) ? j : proper;
        }

        // A particle or a loose determiner ends no phrase.
        while (j > coreFirst && line[j - 1].IsQuote)
        {
            j--;
        }

        return j == coreFirst ? Bare(line, first, j) : Named(line, first, coreFirst, j - 1);
    }

    /// <summary>“one”, “another”, “some”: a determiner that stands alone.</summary>
    private static NounPhrase? Bare(ParagraphTokens line, int first, int next) =>
        next > first && !line.IsWord(next - 1, "the") && !line.IsWord(next - 1, "a") && !line.IsWord(next - 1, "an")
            ? new NounPhrase(Naming.Description, first, next - 1, first, next - 1) : null;

    private static bool ContinuesNoun(ParagraphTokens line, int i, int end) => i < end && line[i].IsWord && BelongsToNoun(line, i, i, i - 1, -1);

    private static bool BelongsToNoun(ParagraphTokens line, int j, int coreFirst, int first, int proper)
    {
        var token = line[j];
        if (IsPartOfName(line, j))
        {
            return j == coreFirst || !line[j - 1].Is(WordClass.Calendar) || line[j - 1].Is(WordClass.Given);
        }

        if (token.Is(WordClass.Calendar) && token.Capitalised)
        {
            return false;
        }

        if (token.Is(Boundary | WordClass.Preposition | WordClass.Pronoun) && !(token.Is(WordClass.Role | WordClass.Organisation) && !token.Is(WordClass.Pronoun)))
        {
            return false;
        }

        if ((j > coreFirst && token.Is(WordClass.Determiner) && !token.Capitalised) || (j == first && EndsWith(line, j, "ed") && line[j + 1].Is(WordClass.Determiner) && !token.Capitalised))
        {
            return false;
        }

        if (line.IsWord(j, "think") && line.IsWord(j + 1, "tank"))
        {
            return true;
        }

        var afterDeterminer = j == coreFirst && coreFirst > first;
        if (j > coreFirst && token.Class == WordClass.None && !token.Capitalised && token.End - token.Start > 4 && EndsWith(line, j, "ed") && !EndsWith(line, j - 1, "ly"))
        {
            // “the council voted”: most likely its verb.
            return false;
        }

        if (token.Is(WordClass.AnyReport | WordClass.Verb | WordClass.Thinks))
        {
            // “the report”, “its claims”, “Monday’s call”; “said” and “saying” never.
            var noun = !token.Is(WordClass.Thinks) && (!token.Is(WordClass.Verb) || token.Is(WordClass.Role | WordClass.Organisation | WordClass.SpeechNoun)) && (afterDeterminer || (j > coreFirst && line[j - 1].Possessive)
                || (token.Is(WordClass.Role | WordClass.SpeechNoun | WordClass.Organisation) && !token.Is(WordClass.Reports) && j > first));
            return noun && !token.Is(WordClass.Reporting) && !EndsWith(line, j, "ed") && !line.IsWord(j, "said") && !line.IsWord(j, "told");
        }

        if (token.Is(WordClass.Adverb) || EndsWith(line, j, "ly"))
        {
            return afterDeterminer && line[j + 1].IsWord;
        }

        if (j > coreFirst && !token.Capitalised && IsPresentVerb(line, j))
        {
            return false;
        }

        if (token.Capitalised || char.IsDigit(line.Text[token.Start]))
        {
            return !token.Is(WordClass.Common) || line[j + 1].IsProper || token.Is(WordClass.Role | WordClass.Plural | WordClass.Organisation) || j > coreFirst;
        }

        // A name in lower-case company goes on only into an office, a body or what it possesses.
        return proper < 0 || proper != j - 1 || line[j - 1].Possessive || LeadsToOffice(line, j) || (token.Class == WordClass.None && line[j + 1].Mark is ',' or '.' && j + 1 < line.Count && coreFirst == proper)
            || token.Is(WordClass.Role | WordClass.Organisation | WordClass.SpeechNoun | WordClass.Kin) || line[j - 1].Is(WordClass.Demonym | WordClass.Title | WordClass.Role);
    }

    /// <summary>“the ad ‹targets› a …”: an unknown word in -s with an object behind it.</summary>
    private static bool IsPresentVerb(ParagraphTokens line, int j)
    {
        var word = line.Word(j);
        var next = line[j + 1];
        return line[j].Class == WordClass.None && word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or '\'' or '’') && !line[j].Possessive
            && ((next.IsWord && (next.Is(WordClass.Determiner | WordClass.Pronoun) || line.IsWord(j + 1, "that"))) || next.IsQuote);
    }

    /// <summary>Finds the bare name at the end of a core, or leaves it a description.</summary>
    private static NounPhrase Named(ParagraphTokens line, int first, int coreFirst, int last)
    {
        var start = last + 1;
        while (start > coreFirst && (IsPartOfName(line, start - 1) || line[start - 1].IsQuote) && !(start <= last && line[start - 1].Possessive))
        {
            start--;
        }

        // Offices, honorifics, parties and nationalities in front of the name are its role.
        var runStart = start;
        for (var k = start; k < last; k++)
        {
            if (line[k].Is(WordClass.Role | WordClass.Title | WordClass.Demonym | WordClass.Organisation | WordClass.Plural | WordClass.Kin) && !line[k].Is(WordClass.Given) && line[k].Capitalised && IsPartOfName(line, k)
                && !(k > start && (IsInitial(line, k) || line[k - 1].Is(WordClass.Given) && NameWords.IsSuffix(line.Word(k + 1).ToString()))))
            {
                start = k + 1;
            }
        }

        if (start < last - 1 && line[start].Is(WordClass.Person) && line[start + 1].Is(WordClass.Given) && !line[start].Is(WordClass.Given))
        {
            // “Agronomist Ann Ek”.
            start++;
        }

        if (IsOfficeOf(line, coreFirst))
        {
            // “(Secretary of) State Ann Ek”.
            var given = start;
            while (given < last && !line[given].Is(WordClass.Given))
            {
                given++;
            }

            start = given < last ? given : last - start >= 2 ? start + 1 : start;
        }

        for (var k = start + 1; k < last; k++)
        {
            // “NASA Chief Engineer …” is done; “Florida Marco Rubio” begins at the given name.
            if (line[k].Is(WordClass.Given) && line[k - 1].Is(WordClass.Place) && !line[start].Is(WordClass.Given))
            {
                start = k;
                break;
            }
        }

        var nameIsOffice = start == last && runStart < last && !IsHonorific(line, last - 1) ? line[last].Is(WordClass.Role | WordClass.Title | WordClass.Organisation)
            : line[last].Is(WordClass.Organisation | WordClass.Work) || (!(last > coreFirst && IsHonorific(line, last - 1)) && line[last].Is(WordClass.Role | WordClass.Title | WordClass.Plural) && !(last > start && (line[last - 1].Is(WordClass.Given) || IsInitial(line, last - 1))));
        if (start > last || nameIsOffice || !HasLetters(line, start, last))
        {
            return new NounPhrase(Naming.Description, first, last, coreFirst, last);
        }

        if (coreFirst > first && runStart == coreFirst && start == coreFirst && !line[start].Is(WordClass.Given) && line.IsWord(coreFirst - 1, "the"))
        {
            // “the Kremlin”, “the CDU”: a body, not a person.
            return new NounPhrase(Naming.Description, first, last, coreFirst, last);
        }

        return new NounPhrase(Naming.Name, first, last, start, last)
        {
            RoleFirst = start > coreFirst ? coreFirst : -1,
            RoleLast = start > coreFirst ? start - 1 : -1,
            Titled = start > coreFirst && line[start - 1].Is(WordClass.Title),
        };
    }

    private static bool HasLetters(ParagraphTokens line, int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            if (line[k].IsWord && char.IsLetter(line.Text[line[k].Start]))
            {
                return true;
            }
        }

        return false;
    }
}
