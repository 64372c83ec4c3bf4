namespace Bot.Articles.Quotations.Grammar;

/// <summary>Noun phrases and the verbs they govern, by word class and order alone.</summary>
internal static partial class PhraseParser
{
    private const int Reach = 40;
    private const WordClass Boundary = WordClass.Conjunction | WordClass.Relative | WordClass.Auxiliary;

    /// <summary>“a source ‹involved in the talks›”, “protesters ‹marching through town›”: a participle that hangs on a description.</summary>
    private static NounPhrase WithParticiple(ParagraphTokens line, NounPhrase phrase, int end)
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

    public static bool EndsWith(ParagraphTokens line, int i, string suffix) => line.Word(i).EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>The noun phrase that starts at <paramref name="i"/>, with the prepositional phrases that hang on it.</summary>
    public static NounPhrase? ForwardFrom(ParagraphTokens line, int i, int end)
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
            if (inner.Naming == Naming.Name && inner.RoleFirst >= 0 && IsOfficeOf(line, inner.RoleFirst))
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
    private static NounPhrase WithOthers(ParagraphTokens line, NounPhrase phrase, int end)
    {
        if (phrase.Naming == Naming.Description && line[phrase.HeadLast].Is(WordClass.Title | WordClass.Role) && line.IsWord(phrase.Last + 1, "and") && phrase.Last + 2 < end
            && Core(line, phrase.Last + 2, end) is { Naming: Naming.Name, RoleFirst: >= 0 } holder)
        {
            // “former Governor and party chairman Ann Ek”: one person, two offices.
            return holder with { First = phrase.First, RoleFirst = phrase.HeadFirst };
        }

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

    /// <summary>“her brother, Baltasar”; “the authors, A and B”; “the chief, Kaja Kallas, said”: the name behind a description in apposition.</summary>
    public static NounPhrase WithApposition(ParagraphTokens line, NounPhrase subject, int end)
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

    public static bool HasRole(ParagraphTokens line, int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            if ((line[k].Is(WordClass.Role | WordClass.Kin) || (line[k].Is(WordClass.Person) && !line[k].Capitalised)) && !line[k].Is(WordClass.Preposition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun phrase whose last token is <paramref name="last"/>, not before <paramref name="start"/>.</summary>
    public static NounPhrase? EndingAt(ParagraphTokens line, int last, int start)
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
            if (k > first && line[k - 1].IsWord && !(line[k].Is(WordClass.Determiner) && !line[k - 1].Is(WordClass.Determiner)) && !line[k - 1].Is(WordClass.Preposition | WordClass.Adverb | Boundary | WordClass.AnyReport | WordClass.Verb | WordClass.Thinks | WordClass.Calendar))
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

    private static bool Joins(ParagraphTokens line, int i)
    {
        var token = line[i];
        if (token.IsQuote)
        {
            return IsNickname(line, i);
        }

        return token.IsWord && (IsPartOfName(line, i) || line.IsWord(i, "and") || (token.Is(WordClass.Preposition) && i > 0 && line[i - 1].IsWord && !ClauseParser.IsReportVerb(line, i - 1))
            || (!token.Is(Boundary | WordClass.Relative) && !(token.Is(WordClass.Pronoun) && !token.Is(WordClass.Determiner))));
    }
}
