namespace Bot.Articles.Quotations;

/// <summary>Noun phrases and the verbs they govern, by word class and order alone.</summary>
internal static class Phrases
{
    private const int Reach = 40;
    private const WordClass Boundary = WordClass.Conjunction | WordClass.Relative | WordClass.Auxiliary;

    /// <summary>Whether the reporting clause of the quotation just before starts here: “she said”, “said Kaja Kallas, the …”.</summary>
    public static bool ReportsFrom(Line line, int i) => SubjectThenVerb(line, i, line.Count) is not null || VerbThenSubject(line, i, line.Count) is not null;

    /// <summary>“Trump later told reporters”: the subject from <paramref name="i"/> on and the verb it governs.</summary>
    public static (NounPhrase Subject, int Verb)? SubjectThenVerb(Line line, int i, int end)
    {
        if (ForwardFrom(line, i, end) is not { } subject)
        {
            return null;
        }

        var verb = VerbAfter(line, subject, end);
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

        return ForwardFrom(line, i, end) is { } subject && !(subject.Naming == Naming.Pronoun && IsObject(line, subject.First)) ? (WithApposition(line, subject, end), verb) : null;
    }

    private static bool IsObject(Line line, int i) =>
        line.IsWord(i, "him") || line.IsWord(i, "them") || line.IsWord(i, "me") || line.IsWord(i, "us") || line.IsWord(i, "her");

    /// <summary>The reporting verb of a subject that may carry an apposition, an age, brackets, adverbs and auxiliaries; -1 when there is none.</summary>
    private static int VerbAfter(Line line, NounPhrase subject, int end)
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

            i = closing + 1;
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
        while (core.Naming != Naming.Pronoun && line[phrase.Last + 1] is { IsWord: true } next && next.Is(WordClass.Preposition) && !line[phrase.Last].Possessive
            && phrase.Last + 2 < end && Core(line, phrase.Last + 2, end) is { Naming: not Naming.Pronoun } inner)
        {
            if (phrase.Naming == Naming.Description && inner.Naming == Naming.Name && inner.RoleFirst >= 0 && !line[inner.RoleFirst].Is(WordClass.Title)
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

        if ((line.IsWord(phrase.Last + 1, "and") || line[phrase.Last + 1].Mark == '&') && phrase.Naming != Naming.Pronoun
            && Core(line, phrase.Last + 2, end) is { Naming: not Naming.Pronoun } other && (other.Naming == Naming.Name) == (phrase.Naming == Naming.Name)
            && !line[other.Last].Possessive)
        {
            phrase = phrase with { AndFirst = other.First, Last = other.Last };
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
                if (j > coreFirst && line[j - 1].IsProper && line[j + 1].IsProper && line.Spans[token.Span].End - line.Spans[token.Span].Start <= 20)
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
    private static NounPhrase? Bare(Line line, int first, int next) =>
        next > first && !line.IsWord(next - 1, "the") && !line.IsWord(next - 1, "a") && !line.IsWord(next - 1, "an")
            ? new NounPhrase(Naming.Description, first, next - 1, first, next - 1) : null;

    private static bool ContinuesNoun(Line line, int i, int end) => i < end && line[i].IsWord && BelongsToNoun(line, i, i, i - 1, -1);

    /// <summary>Upper case of its own, an initial, or a particle between two such words.</summary>
    public static bool IsPartOfName(Line line, int i)
    {
        var token = line[i];
        return token.IsWord && ((token.IsProper && !token.Is(WordClass.Calendar)) || (token.Capitalised && token.Is(WordClass.Given) && !token.Is(WordClass.Auxiliary))
            || (token.Is(WordClass.Calendar | WordClass.Auxiliary) && token.Is(WordClass.Given) && token.Capitalised && line[i + 1].IsProper && !line[i + 1].Is(WordClass.Calendar))
            || (token.Is(WordClass.Particle) && line[i + 1] is { IsWord: true, Capitalised: true } && i > 0 && line[i - 1] is { IsWord: true, Capitalised: true }));
    }

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

        var afterDeterminer = j == coreFirst && coreFirst > first;
        if (token.Is(WordClass.AnyReport | WordClass.Verb | WordClass.Thinks))
        {
            // “the report”, “its claims”, “Monday’s call”; “said” and “saying” never.
            var noun = !token.Is(WordClass.Thinks) && (afterDeterminer || (j > coreFirst && line[j - 1].Possessive)
                || (token.Is(WordClass.Role | WordClass.SpeechNoun | WordClass.Organisation) && !token.Is(WordClass.Reports) && j > first));
            return noun && !token.Is(WordClass.Reporting) && !EndsWith(line, j, "ed") && !line.IsWord(j, "said") && !line.IsWord(j, "told");
        }

        if (token.Is(WordClass.Adverb) || EndsWith(line, j, "ly"))
        {
            return afterDeterminer && line[j + 1].IsWord;
        }

        if (token.Capitalised || char.IsDigit(line.Text[token.Start]))
        {
            return true;
        }

        // A name in lower-case company goes on only into an office, a body or what it possesses.
        return proper < 0 || proper != j - 1 || line[j - 1].Possessive
            || token.Is(WordClass.Role | WordClass.Organisation | WordClass.SpeechNoun | WordClass.Kin) || line[j - 1].Is(WordClass.Demonym | WordClass.Title | WordClass.Role);
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
            if (line[k].Is(WordClass.Role | WordClass.Title | WordClass.Demonym | WordClass.Organisation | WordClass.Plural | WordClass.Kin) && !line[k].Is(WordClass.Given) && IsPartOfName(line, k))
            {
                start = k + 1;
            }
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
            : line[last].Is(WordClass.Organisation | WordClass.Work) || (line[last].Is(WordClass.Role | WordClass.Title | WordClass.Plural) && !(last > start && line[last - 1].Is(WordClass.Given)));
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

        var described = line[subject.HeadLast].Is(WordClass.Role | WordClass.Kin | WordClass.Plural | WordClass.Title) || HasRole(line, subject.First, subject.Last);
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

            if (ForwardFrom(line, k, last + 1) is { } phrase && phrase.Last == last)
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
            return line[i - 1].IsProper && line[i + 1].IsProper;
        }

        return token.IsWord && (IsPartOfName(line, i) || line.IsWord(i, "and") || (token.Is(WordClass.Preposition) && i > 0 && line[i - 1].IsWord && !line[i - 1].Is(WordClass.AnyReport))
            || (!token.Is(Boundary | WordClass.Relative) && !(token.Is(WordClass.Pronoun) && !token.Is(WordClass.Determiner))));
    }
}
