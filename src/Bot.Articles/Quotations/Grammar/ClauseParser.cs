namespace Bot.Articles.Quotations.Grammar;

/// <summary>Which subject a verb in the writer's own words belongs to.</summary>
internal static partial class ClauseParser
{
    /// <summary>Who does what the verb at <paramref name="verb"/> says, looking no further left than <paramref name="start"/>.</summary>
    public static NounPhrase? SubjectOf(ParagraphTokens line, int verb, int start, int depth = 0)
    {
        if (depth > 4 || verb < start)
        {
            return null;
        }

        // A verb is asked for once for each verb behind it; remembered, a sentence stays linear.
        if (!line.Subjects.TryGetValue((verb, start), out var subject))
        {
            line.Subjects[(verb, start)] = subject = FindSubject(line, verb, start, depth);
        }

        return subject;
    }

    private static NounPhrase? FindSubject(ParagraphTokens line, int verb, int start, int depth)
    {

        if (Passive(line, verb, start) is { } agent)
        {
            return agent;
        }

        var j = verb - 1;
        while (j >= start && line[j].IsWord && !line[j].Capitalised
            && (line[j].Is(WordClass.Adverb | WordClass.Auxiliary) || line.IsWord(j, "to") || line.IsWord(j, "all") || PhraseParser.EndsWith(line, j, "ly")) && !line[j].Is(WordClass.Role))
        {
            j--;
        }

        if (j < start)
        {
            return line[verb].Is(WordClass.Reports) && (line[verb - 1].IsQuote || PhraseParser.IsOpeningVerb(line, verb)) ? Inverted(line, verb) : null;
        }

        if (line[verb].Is(WordClass.Report) && IsHeard(line, verb) && PhraseParser.EndingAt(line, j, start) is { } heard)
        {
            return heard;
        }

        if (line[j].Mark == ',' && line[verb].Is(WordClass.Reports) && Inverted(line, verb) is { } inserted && inserted.Naming == Naming.Name && line[inserted.Last + 1].Mark == ','
            && !line.IsWord(verb, "told") && !line.IsWord(verb, "asked") && !line.IsWord(verb, "tells"))
        {
            // “The boat, says Ann Ek, …”.
            return inserted;
        }

        var token = line[j];
        if (token.IsQuote || (token.Mark is ',' or '”' && j > start && line[j - 1].IsQuote))
        {
            if (Inverted(line, verb) is { } inverted && line[verb].Is(WordClass.Reports))
            {
                return inverted;
            }

            return Before(line, token.IsQuote ? j : j - 1, start, depth);
        }

        if (line[verb].Is(WordClass.Reporting) && !(line[verb - 1].Is(WordClass.Auxiliary)))
        {
            // “with Ann Ek saying”: the noun right before it, else the subject of the main clause.
            if (PhraseParser.IsPartOfName(line, j) && PhraseParser.EndingAt(line, j, start) is { Naming: Naming.Name } own && (line.IsWord(own.First - 1, "with") || line.IsWord(own.First - 1, "of")))
            {
                return own;
            }

            return (token.Mark == ',' ? Reporter(line, j, start, depth) : null) ?? Before(line, j + 1, start, depth);
        }

        if (token.Is(WordClass.Relative) && (line.IsWord(j, "who") || line.IsWord(j, "which") || line.IsWord(j, "that")))
        {
            var antecedent = line[j - 1].Mark == ',' ? j - 2 : j - 1;
            return PhraseParser.EndingAt(line, antecedent, start) is { } whole && (Voice(line, whole) >= 2 || depth > 2) ? whole : Before(line, j, start, depth);
        }

        if (token.Is(WordClass.Conjunction) && IsCoordinator(line, j) && Reporter(line, j, start, depth) is { } same)
        {
            return same;
        }

        if (token.Is(WordClass.Conjunction) || token.Is(WordClass.Report | WordClass.Reporting) || (IsPlainVerb(line, j) && !PhraseParser.IsPartOfName(line, j)))
        {
            return Before(line, j + (token.Is(WordClass.Conjunction) ? 0 : 1), start, depth);
        }

        if (token.Mark is ')' or ']' || (token.Mark == ',' && line[j - 1].Mark is ')' or ']'))
        {
            var open = j - 1;
            while (open > start && line[open].Mark is not ('(' or '['))
            {
                open--;
            }

            j = open - 1;
            token = line[j];
        }

        if (token.Mark is ',' or '—' or '–' or '-')
        {
            return BehindInsertion(line, j, start) ?? Before(line, j, start, depth);
        }

        if (!token.IsWord)
        {
            return null;
        }

        var phrase = PhraseParser.EndingAt(line, j, start);
        if (phrase is not { } found)
        {
            return Before(line, j, start, depth);
        }

        if (found.Naming == Naming.Pronoun && line[found.First].Is(WordClass.OtherPronoun) && line.IsWord(found.First, "it"))
        {
            return found;
        }

        if (found.Naming == Naming.Pronoun && line[found.First].Is(WordClass.Determiner))
        {
            return Before(line, j, start, depth);
        }

        if (line[found.First - 1] is { IsWord: true } preposition && found.First - 1 > start && preposition.Is(WordClass.Preposition) && !IsClausal(line, found.First - 1))
        {
            // “… and in a later interview said”: the noun in front of the verb hangs on a preposition.
            return SubjectOf(line, found.First - 1, start, depth + 1) ?? found;
        }

        return WholeList(line, Apposed(line, found, start), start);
    }

    /// <summary>“A, B and C said”, read from C: the list begins further left.</summary>
    private static NounPhrase WholeList(ParagraphTokens line, NounPhrase found, int start)
    {
        var first = found.First;
        while (found.Naming == Naming.Name && found.Others is not null && line[first - 1].Mark == ',' && PhraseParser.EndingAt(line, first - 2, start) is { Naming: Naming.Name } before
            && before.HeadLast > before.HeadFirst)
        {
            first = before.First;
        }

        return first < found.First && PhraseParser.ForwardFrom(line, first, found.Last + 1) is { } whole && whole.Last == found.Last ? whole : found;
    }

    /// <summary>“the foreign policy chief, Kaja Kallas said”: a name right behind its role and a comma.</summary>
    private static NounPhrase Apposed(ParagraphTokens line, NounPhrase found, int start) =>
        found.Naming == Naming.Name && line[found.First - 1].Mark == ',' && PhraseParser.EndingAt(line, found.First - 2, start) is { Naming: Naming.Description } role
            && PhraseParser.HasRole(line, role.HeadFirst, role.HeadLast) && found.RoleFirst < 0
            ? found with { RoleFirst = role.HeadFirst, RoleLast = role.Last } : found;

    /// <summary>“was praised by A as”, “dubbed “…” by A”: the agent of a passive.</summary>
    private static NounPhrase? Passive(ParagraphTokens line, int verb, int start)
    {
        var participle = line[verb].Is(WordClass.Reports) && verb > start
            && (line[verb - 1].Is(WordClass.Auxiliary) && line[verb - 1] is var aux && IsBe(line, verb - 1) | aux.Is(WordClass.None));
        if (line.IsWord(verb, "quoted") || line.IsWord(verb, "cited"))
        {
            // “was quoted by the Ledger as saying”: the paper only relays.
            return null;
        }

        for (var k = verb + 1; k < verb + 6 && k < line.Count && line[k].IsWord; k++)
        {
            if (line.IsWord(k, "by") && !line[k + 1].Is(WordClass.Reporting) && participle)
            {
                return PhraseParser.ForwardFrom(line, k + 1, line.Count) is { } agent ? PhraseParser.WithApposition(line, agent, line.Count) : null;
            }
        }

        return null;
    }

    private static NounPhrase? Inverted(ParagraphTokens line, int verb) => PhraseParser.VerbThenSubject(line, verb, line.Count)?.Subject;

    /// <summary>The subject of the nearest reporting verb before: “he said … and insisted”.</summary>
    private static NounPhrase? Reporter(ParagraphTokens line, int limit, int start, int depth)
    {
        for (var k = limit - 1; k > start; k--)
        {
            if (line[k].Is(WordClass.Reports) && !line[k].Is(WordClass.Loose) && !line[k].Capitalised && IsReportVerb(line, k) && SubjectOf(line, k, start, depth + 1) is { } subject)
            {
                return Voice(line, subject) >= 2 ? subject : null;
            }
        }

        return null;
    }

    /// <summary>The subject of the nearest finite verb before <paramref name="limit"/> that has a voice, else of any, else of the sentence.</summary>
    private static NounPhrase? Before(ParagraphTokens line, int limit, int start, int depth)
    {
        NounPhrase? fallback = null;
        for (var k = limit - 1; k > start; k--)
        {
            if (!line[k].IsWord || line[k].Capitalised || !(IsReportVerb(line, k) || IsPlainVerb(line, k)))
            {
                continue;
            }

            if (SubjectOf(line, k, start, depth + 1) is { } subject)
            {
                if (Voice(line, subject) >= 2)
                {
                    return subject;
                }

                fallback ??= subject;
            }
        }

        return First(line, start, limit) is { } first && (fallback is null || Voice(line, first) >= 2) ? first : fallback;
    }

    /// <summary>“Kaja Kallas, the EU's foreign policy chief, ‹verb›” and “the chief, Kaja Kallas, ‹verb›”; <paramref name="comma"/> is the one before the verb.</summary>
    private static NounPhrase? BehindInsertion(ParagraphTokens line, int comma, int start)
    {
        var mark = line[comma].Mark;
        NounPhrase? nearest = null, apposed = null;
        for (var (k, commas) = (comma - 1, 0); k > start && commas < 5; k--)
        {
            if (line[k].Mark != mark && line[k].Mark != ',')
            {
                if (line[k].IsQuote || line[k].Mark is ':' or ';')
                {
                    break;
                }

                continue;
            }

            commas++;
            if (PhraseParser.EndingAt(line, k - 1, start) is not { } before || before.Naming == Naming.Pronoun && line[before.First].Is(WordClass.Determiner))
            {
                continue;
            }

            var inner = PhraseParser.ForwardFrom(line, k + 1, comma);
            if (inner is { Naming: Naming.Name } behindPlace && behindPlace.Last == comma - 1 && before.Naming == Naming.Name && Voice(line, before) == 1 && line[before.First - 1].Mark == ',')
            {
                // “the sheriff of Grant County, Kansas, Walt Emery, ‹verb›”.
                return behindPlace;
            }

            if (inner is { Naming: Naming.Name } name && name.Last == comma - 1 && before.Naming == Naming.Description && Voice(line, name) == 3
                && PhraseParser.HasRole(line, before.First, before.Last))
            {
                apposed ??= name with { First = before.First, RoleFirst = before.HeadFirst, RoleLast = before.Last };
                continue;
            }

            if (before.Naming == Naming.Name && Voice(line, before) >= 2 && IsClauseOpener(line, before.First, start))
            {
                return before with { RoleFirst = before.RoleFirst >= 0 ? before.RoleFirst : inner?.HeadFirst ?? -1, RoleLast = before.RoleFirst >= 0 ? before.RoleLast : inner?.Last ?? -1 };
            }

            nearest ??= IsClauseOpener(line, before.First, start) ? before : null;
        }

        return apposed ?? nearest;
    }

    /// <summary>Nothing stands before the phrase that would make it an object.</summary>
    private static bool IsClauseOpener(ParagraphTokens line, int first, int start) =>
        first <= start || !line[first - 1].IsWord || line[first - 1].Is(WordClass.Conjunction | WordClass.Relative | WordClass.Calendar | WordClass.Adverb) || IsClausal(line, first - 1);

    /// <summary>The subject of the sentence: its first noun phrase outside introductory phrases.</summary>
    public static NounPhrase? First(ParagraphTokens line, int start, int end)
    {
        var k = start;
        while (k < end)
        {
            var token = line[k];
            if (token.IsWord && (token.Is(WordClass.Preposition) || token.Is(WordClass.Reporting) || (token.Is(WordClass.Conjunction) && !IsCoordinator(line, k)) || PhraseParser.EndsWith(line, k, "ing")
                || (k == start && (token.Is(WordClass.Reports) || (PhraseParser.EndsWith(line, k, "ed") && line[k + 1].Is(WordClass.Preposition))))))
            {
                // “On Friday the council replied”: a day closes the phrase without a comma.
                while (k < end && line[k].Mark is not (',' or ':') && !(line[k].Is(WordClass.Calendar) && line[k].Capitalised && line[k + 1].Is(WordClass.Determiner)))
                {
                    k++;
                }

                k++;
                continue;
            }

            if (PhraseParser.ForwardFrom(line, k, end) is { } phrase && !(phrase.Naming == Naming.Description && token.Is(WordClass.Adverb)))
            {
                return PhraseParser.WithApposition(line, phrase, end);
            }

            k++;
        }

        return null;
    }
}
