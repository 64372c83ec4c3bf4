namespace Bot.Articles.Quotations;

/// <summary>Noun phrases and the verbs they govern, by word class and order alone.</summary>
internal static class Phrases
{
    private const int Reach = 40;
    private const WordClass Boundary = WordClass.Conjunction | WordClass.Relative | WordClass.Auxiliary;

    /// <summary>Whether the reporting clause of the quotation just before starts here: “she said”, “said Kaja Kallas, the …”.</summary>
    public static bool ReportsFrom(Line line, int i) => SubjectThenVerb(line, i, line.Count) is not null || VerbThenSubject(line, i, line.Count) is not null;

    /// <summary>“a source ‹involved in the talks›”, “protesters ‹marching through town›”: a participle that hangs on a description.</summary>
    private static NounPhrase WithParticiple(Line line, NounPhrase phrase, int end)
    {
        var i = phrase.Last + 1;
        if (phrase.Naming != Naming.Description || i + 1 >= end || !line[i].IsWord || line[i].Capitalised || line[i].Is(WordClass.Auxiliary)
            || !(EndsWith(line, i, "ed") || EndsWith(line, i, "ing") || line.IsWord(i, "close") || line.IsWord(i, "familiar")))
        {
            return phrase;
        }

        var last = i;
        while (last + 1 < end && line[last + 1] is { IsWord: true } next)
        {
            if (next.Is(WordClass.Calendar))
            {
                last++;
            }
            else if (next.Is(WordClass.Preposition) && Core(line, last + 2, end) is { } inner)
            {
                last = inner.Last;
            }
            else
            {
                break;
            }
        }

        return last > i ? phrase with { Last = last } : phrase;
    }

    /// <summary>“Trump later told reporters”: the subject from <paramref name="i"/> on and the verb it governs.</summary>
    public static (NounPhrase Subject, int Verb)? SubjectThenVerb(Line line, int i, int end)
    {
        if (ForwardFrom(line, i, end) is not { } subject)
        {
            return null;
        }

        var verb = VerbAfter(line, subject, end);
        if (verb < 0 && WithParticiple(line, subject, end) is var longer && longer.Last > subject.Last)
        {
            (subject, verb) = (longer, VerbAfter(line, longer, end));
        }

        return verb < 0 ? null : (subject, verb);
    }

    /// <summary>“said Kaja Kallas”: the verb at <paramref name="i"/> and the subject behind it.</summary>
    public static (NounPhrase Subject, int Verb)? VerbThenSubject(Line line, int i, int end)
    {
        while (i < end && line[i].Is(WordClass.Adverb) && !line[i].Is(WordClass.AnyReport))
        {
            i++;
        }

        if (!line[i].IsWord || !line[i].Is(WordClass.Reports) || line[i].Capitalised)
        {
            return null;
        }

        var verb = i++;
        while (i < end && line[i].Is(WordClass.Adverb) && !line[i].Is(WordClass.AnyReport) && !line[i].Capitalised)
        {
            i++;
        }

        if (ForwardFrom(line, i, end) is not { } subject || (subject.Naming == Naming.Pronoun && (IsObject(line, subject.First) || line[subject.First + 1].IsWord)))
        {
            return null;
        }

        // “…,” said the candidate could win: the verb has its subject elsewhere.
        var behind = line[subject.Last + 1];
        return behind.IsWord && !behind.Capitalised && (behind.Is(WordClass.Auxiliary | WordClass.Reports | WordClass.Verb) || line.IsWord(subject.Last + 1, "that")) && !behind.Is(WordClass.Preposition)
            ? null : (WithApposition(line, WithParticiple(line, subject, end), end), verb);
    }

    private static bool IsObject(Line line, int i) =>
        line.IsWord(i, "him") || line.IsWord(i, "them") || line.IsWord(i, "me") || line.IsWord(i, "us") || line.IsWord(i, "her");

    /// <summary>The reporting verb of a subject that may carry an apposition, an age, brackets, adverbs and auxiliaries; -1 when there is none.</summary>
    public static int VerbAfter(Line line, NounPhrase subject, int end)
    {
        var i = subject.Last + 1;
        end = Math.Min(end, i + Reach);
        if (line[i].Mark is '(' or '[')
        {
            var closing = i;
            while (closing < end && line[closing].Mark is not (')' or ']'))
            {
                closing++;
            }

            i = line[closing + 1].Mark == ',' && SkipToVerb(line, closing + 2, end) >= 0 ? closing + 2 : closing + 1;
        }

        if (SkipToVerb(line, i, end) is var direct && direct >= 0)
        {
            return direct;
        }

        if (line[i].Mark is ',' or '—' or '–' or '-' || line.IsWord(i, "who"))
        {
            // An insertion ends at a comma or dash that a verb follows at once.
            var mark = line[i].Mark;
            for (var j = i + 1; j < end && line[j].Mark is not ('.' or '!' or '?' or ';' or ':') && !line[j].IsQuote; j++)
            {
                if ((line[j].Mark == mark || line[j].Mark == ',') && SkipToVerb(line, j + 1, end) is var verb && verb >= 0 && !line[verb].Is(WordClass.Reporting))
                {
                    return verb;
                }
            }
        }

        return -1;
    }

    /// <summary>From here over adverbs and auxiliaries to a finite reporting verb; -1 when something else stands in the way.</summary>
    private static int SkipToVerb(Line line, int i, int end)
    {
        var infinitive = false;
        for (var steps = 0; i < end && steps < 7; i++, steps++)
        {
            var token = line[i];
            if (!token.IsWord || token.Capitalised)
            {
                return -1;
            }

            if (token.Is(WordClass.Reports) || (token.Is(WordClass.Report) && (infinitive || steps == 0)) || (token.Is(WordClass.Reporting) && infinitive))
            {
                // “went on to say”: the infinitive is the verb.
                if (token.Is(WordClass.Reports) && line[i + 1].IsWord && (line.IsWord(i + 1, "on") || line.IsWord(i + 1, "to")) && line.IsWord(i, "went"))
                {
                    infinitive = true;
                    continue;
                }

                return i;
            }

            infinitive |= token.Is(WordClass.Auxiliary) || line.IsWord(i, "to");
            if (!token.Is(WordClass.Adverb | WordClass.Auxiliary) && !line.IsWord(i, "to") && !line.IsWord(i, "all") && !line.IsWord(i, "both") && !EndsWith(line, i, "ly"))
            {
                return -1;
            }
        }

        return -1;
    }

    public static bool EndsWith(Line line, int i, string suffix) => line.Word(i).EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>The noun phrase that starts at <paramref name="i"/>, with the prepositional phrases that hang on it.</summary>
    public static NounPhrase? ForwardFrom(Line line, int i, int end)
    {
        end = Math.Min(end, i + Reach);
        if (Core(line, i, end) is not { } core)
        {
            return null;
        }

        var phrase = core;
        while (core.Naming != Naming.Pronoun && line[phrase.Last + 1] is { IsWord: true } next && next.Is(WordClass.Preposition) && !line.IsWord(phrase.Last + 1, "as") && !line[phrase.Last].Possessive
            && phrase.Last + 2 < end && Core(line, phrase.Last + 2, end) is { Naming: not Naming.Pronoun } inner)
        {
            if (IsOfficeOf(line, inner.First) && inner.Naming == Naming.Name && inner.RoleFirst >= 0)
            {
                // “Secretary of State Ann Ek”: the office runs up to the name.
                phrase = inner with { First = phrase.First, RoleFirst = phrase.HeadFirst, Titled = true };
            }
            else if (phrase.Naming == Naming.Description && inner.Naming == Naming.Name && inner.RoleFirst >= 0 && !line[inner.RoleFirst].Is(WordClass.Title)
                && !line[phrase.HeadLast].Is(WordClass.Role | WordClass.Kin | WordClass.Plural))
            {
                // “University of Iowa professor Ann Ek”: the place of work comes first.
                phrase = inner with { First = phrase.First, RoleFirst = phrase.First };
            }
            else
            {
                phrase = phrase with { Last = inner.Last };
            }
        }

        return phrase.Naming == Naming.Pronoun ? phrase : WithOthers(line, phrase, end);
    }

    /// <summary>“A and B”, “A, B and C”.</summary>
    private static NounPhrase WithOthers(Line line, NounPhrase phrase, int end)
    {
        List<int>? others = null;
        var last = phrase.Last;
        while (phrase.Naming == Naming.Name && line[last + 1].Mark == ',' && last + 2 < end && Core(line, last + 2, end) is { Naming: Naming.Name } listed
            && listed.HeadLast > listed.HeadFirst && (line[listed.Last + 1].Mark == ',' || line.IsWord(listed.Last + 1, "and")))
        {
            (others ??= []).Add(listed.First);
            last = listed.Last;
        }

        var and = line[last + 1].Mark == ',' && others is not null ? last + 2 : last + 1;
        if ((line.IsWord(and, "and") || line[and].Mark == '&' || line.IsWord(and, "et") || line.IsWord(and, "und")) && and + 1 < end
            && Core(line, and + 1, end) is { Naming: not Naming.Pronoun } other && (other.Naming == Naming.Name) == (phrase.Naming == Naming.Name)
            && !line[other.Last].Possessive
            && (phrase.Naming == Naming.Name || line[and + 1].Is(WordClass.Determiner) || line[other.Last].Is(WordClass.Plural) || line[phrase.HeadLast].Is(WordClass.Plural)))
        {
            return phrase with { Others = [.. others ?? [], other.First], Last = other.Last };
        }

        return phrase;
    }

    /// <summary>A pronoun, a description or a name, without what hangs on it.</summary>
    public static NounPhrase? Core(Line line, int i, int end)
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

    /// <summary>Ann “Nan” Ek.</summary>
    public static bool IsNickname(Line line, int quote)
    {
        var span = line.Spans[line[quote].Span];
        var before = line[quote - 1];
        return span.End - span.Start is > 1 and <= 20 && char.IsUpper(line.Text[span.Start]) && char.IsLetter(line.Text[span.End - 1]) && !before.Possessive
            && IsPartOfName(line, quote - 1) && IsPartOfName(line, quote + 1) && !line[quote + 1].Is(WordClass.Title);
    }

    /// <summary>“one”, “another”, “some”: a determiner that stands alone.</summary>
    private static NounPhrase? Bare(Line line, int first, int next) =>
        next > first && !line.IsWord(next - 1, "the") && !line.IsWord(next - 1, "a") && !line.IsWord(next - 1, "an")
            ? new NounPhrase(Naming.Description, first, next - 1, first, next - 1) : null;

    private static bool ContinuesNoun(Line line, int i, int end) => i < end && line[i].IsWord && BelongsToNoun(line, i, i, i - 1, -1);

    /// <summary>Upper case of its own, an initial, or a particle between two such words.</summary>
    public static bool IsPartOfName(Line line, int i)
    {
        var token = line[i];
        return token.IsWord && !IsOpeningAdverb(line, i) && (IsFamilyName(line, i) || (token.Capitalised && line.IsWord(i, "new") && line[i + 1].IsProper) || (token.IsProper && !token.Is(WordClass.Calendar)) || (token.Capitalised && token.Is(WordClass.Given) && !token.Is(WordClass.Auxiliary))
            || (token.Is(WordClass.Calendar | WordClass.Auxiliary) && token.Is(WordClass.Given) && token.Capitalised && line[i + 1].IsProper && !line[i + 1].Is(WordClass.Calendar))
            || (token.Is(WordClass.Particle) && line[i + 1] is { IsWord: true, Capitalised: true } && i > 0 && line[i - 1] is { IsWord: true, Capitalised: true }));
    }

    /// <summary>“Grant Young”: an ordinary word in upper case behind a given name.</summary>
    private static bool IsFamilyName(Line line, int i) => line[i] is { Capitalised: true } && line[i].Is(WordClass.Common) && !line[i].Is(WordClass.Pronoun | WordClass.Determiner | WordClass.Conjunction)
        && i > 0 && line[i - 1] is { Capitalised: true, Possessive: false } given && given.Is(WordClass.Given) && given.IsWord;

    private static bool IsOpeningAdverb(Line line, int i) =>
        !line[i].Is(WordClass.Given) && (line[i].Is(WordClass.Adverb) || (EndsWith(line, i, "ly") && line[i].End - line[i].Start > 5)) && (i == 0 || !line[i - 1].IsWord);

    private static bool BelongsToNoun(Line line, int j, int coreFirst, int first, int proper)
    {
        var token = line[j];
        if (IsPartOfName(line, j))
        {
            return j == coreFirst || !line[j - 1].Is(WordClass.Calendar);
        }

        if (token.Is(WordClass.Calendar) && token.Capitalised)
        {
            return false;
        }

        if (token.Is(Boundary | WordClass.Preposition | WordClass.Pronoun) && !(token.Is(WordClass.Role | WordClass.Organisation) && !token.Is(WordClass.Pronoun)))
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
    private static bool IsPresentVerb(Line line, int j)
    {
        var word = line.Word(j);
        var next = line[j + 1];
        return line[j].Class == WordClass.None && word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or '\'' or '’') && !line[j].Possessive
            && ((next.IsWord && (next.Is(WordClass.Determiner | WordClass.Pronoun) || line.IsWord(j + 1, "that"))) || next.IsQuote);
    }

    /// <summary>“Idaho ‹nutritional-supplement executive› Ann Ek”: lower-case words that end in an office and a name.</summary>
    private static bool LeadsToOffice(Line line, int j)
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

    /// <summary>Finds the bare name at the end of a core, or leaves it a description.</summary>
    private static NounPhrase Named(Line line, int first, int coreFirst, int last)
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
            if (line[k].Is(WordClass.Role | WordClass.Title | WordClass.Demonym | WordClass.Organisation | WordClass.Plural | WordClass.Kin) && !line[k].Is(WordClass.Given) && IsPartOfName(line, k)
                && !(k > start && (IsInitial(line, k) || line[k - 1].Is(WordClass.Given) && NameWords.IsSuffix(line.Word(k + 1).ToString()))))
            {
                start = k + 1;
            }
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

        var nameIsOffice = start == last && runStart < last ? line[last].Is(WordClass.Role | WordClass.Title | WordClass.Organisation)
            : line[last].Is(WordClass.Organisation | WordClass.Work) || (line[last].Is(WordClass.Role | WordClass.Title | WordClass.Plural) && !(last > start && (line[last - 1].Is(WordClass.Given) || IsInitial(line, last - 1))));
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

    private static bool IsOfficeOf(Line line, int i) =>
        i >= 2 && line.IsWord(i - 1, "of") && line[i - 2] is { Capitalised: true } && line[i - 2].Is(WordClass.Title | WordClass.Role) && line[i] is { Capitalised: true };

    private static bool IsInitial(Line line, int i) => line[i].Capitalised && line.Word(i).TrimEnd('.').Length == 1;

    private static bool HasLetters(Line line, int first, int last)
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

    /// <summary>“her brother, Baltasar”; “the authors, A and B”; “the chief, Kaja Kallas, said”: the name behind a description in apposition.</summary>
    public static NounPhrase WithApposition(Line line, NounPhrase subject, int end)
    {
        if (subject.Naming != Naming.Description || line[subject.Last + 1].Mark != ',' || ForwardFrom(line, subject.Last + 2, end) is not { Naming: Naming.Name } name)
        {
            return subject;
        }

        var described = (name.HeadLast > name.HeadFirst && !line[subject.HeadLast].Capitalised) || line[subject.HeadLast].Is(WordClass.Role | WordClass.Kin | WordClass.Plural | WordClass.Title) || HasRole(line, subject.First, subject.Last);
        return described && (name.HeadLast > name.HeadFirst || line[name.HeadFirst].Is(WordClass.Given) || line[subject.HeadLast].Is(WordClass.Kin))
            && line[name.Last + 1].Mark is ',' or '.' or '\0' or '—' or '(' or ';' or '"' or '!'
            ? name with { First = subject.First, RoleFirst = subject.HeadFirst, RoleLast = subject.Last } : subject;
    }

    public static bool HasRole(Line line, int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            if (line[k].Is(WordClass.Role | WordClass.Kin) && !line[k].Is(WordClass.Preposition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun phrase whose last token is <paramref name="last"/>, not before <paramref name="start"/>.</summary>
    public static NounPhrase? EndingAt(Line line, int last, int start)
    {
        if (last < start)
        {
            return null;
        }

        if (line[last].Is(WordClass.Pronoun))
        {
            return new NounPhrase(Naming.Pronoun, last, last, last, last);
        }

        // The longest reading that starts at a boundary and runs exactly to the end.
        var first = last;
        var limit = Math.Max(start, last - Reach);
        while (first > limit && Joins(line, first - 1))
        {
            first--;
        }

        for (var k = first; k <= last; k++)
        {
            if (k > first && line[k - 1].IsWord && !line[k - 1].Is(WordClass.Preposition | WordClass.Adverb | Boundary | WordClass.AnyReport | WordClass.Verb | WordClass.Thinks | WordClass.Calendar))
            {
                continue;
            }

            if (ForwardFrom(line, k, last + 1) is { } phrase && (phrase.Last == last || (phrase = WithParticiple(line, phrase, last + 1)).Last == last))
            {
                return phrase;
            }
        }

        return Core(line, last, last + 1);
    }

    private static bool Joins(Line line, int i)
    {
        var token = line[i];
        if (token.IsQuote)
        {
            return IsNickname(line, i);
        }

        return token.IsWord && (IsPartOfName(line, i) || line.IsWord(i, "and") || (token.Is(WordClass.Preposition) && i > 0 && line[i - 1].IsWord && !Clauses.IsReportVerb(line, i - 1))
            || (!token.Is(Boundary | WordClass.Relative) && !(token.Is(WordClass.Pronoun) && !token.Is(WordClass.Determiner))));
    }
}
