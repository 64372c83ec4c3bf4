namespace Bot.Articles.Quotations;

/// <summary>Which subject a verb in the writer's own words belongs to.</summary>
internal static class Clauses
{
    /// <summary>Used as a verb here: “claims” in “she claims”, not in “her claims”.</summary>
    public static bool IsReportVerb(Line line, int i)
    {
        var token = line[i];
        if (!token.IsWord || !token.Is(WordClass.AnyReport) || (token.Capitalised && i > 0 && !line[i - 1].IsQuote && !token.Is(WordClass.Reporting)))
        {
            return false;
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
            return line.IsWord(i - 1, "to") || before.Is(WordClass.Auxiliary | WordClass.Plural) || before.Is(WordClass.They | WordClass.OtherPronoun)
                || before.Is(WordClass.Adverb | WordClass.Conjunction | WordClass.Relative) || Phrases.EndsWith(line, i - 1, "s");
        }

        // “attacks”, “claims”, “reports” are nouns unless somebody stands right before them.
        return !Phrases.EndsWith(line, i, "s") || line.IsWord(i, "says") || line.IsWord(i, "tells") || line.IsWord(i, "writes") || line.IsWord(i, "asks")
            || Phrases.IsPartOfName(line, i - 1) || before.Is(WordClass.Pronoun | WordClass.Relative | WordClass.Role | WordClass.Organisation | WordClass.Adverb | WordClass.Conjunction | WordClass.Title
                | WordClass.SpeechNoun | WordClass.Kin);
    }

    private static bool IsUnambiguous(Line line, int i) => line[i].Is(WordClass.Reports) && (Phrases.EndsWith(line, i, "ed") || line.IsWord(i, "said") || line.IsWord(i, "wrote") || line.IsWord(i, "told"))
        && line[i + 1].IsWord && !line[i + 1].Is(WordClass.Role | WordClass.Organisation);

    /// <summary>A finite verb that reports nothing.</summary>
    private static bool IsPlainVerb(Line line, int i) =>
        line[i].IsWord && !line[i].Capitalised && (line[i].Is(WordClass.Verb | WordClass.Auxiliary | WordClass.Thinks)
            || (line[i].Class == WordClass.None && Phrases.EndsWith(line, i, "ed") && !line[i - 1].Is(WordClass.Determiner) && !line[i - 1].Possessive));

    /// <summary>Who does what the verb at <paramref name="verb"/> says, looking no further left than <paramref name="start"/>.</summary>
    public static NounPhrase? SubjectOf(Line line, int verb, int start, int depth = 0)
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

    private static NounPhrase? FindSubject(Line line, int verb, int start, int depth)
    {

        if (Passive(line, verb, start) is { } agent)
        {
            return agent;
        }

        var j = verb - 1;
        while (j >= start && line[j].IsWord && !line[j].Capitalised
            && (line[j].Is(WordClass.Adverb | WordClass.Auxiliary) || line.IsWord(j, "to") || line.IsWord(j, "all") || Phrases.EndsWith(line, j, "ly")) && !line[j].Is(WordClass.Role))
        {
            j--;
        }

        if (j < start)
        {
            return line[verb].Is(WordClass.Reports) && line[verb - 1].IsQuote ? Inverted(line, verb) : null;
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
            if (Phrases.IsPartOfName(line, j) && Phrases.EndingAt(line, j, start) is { Naming: Naming.Name } own && (line.IsWord(own.First - 1, "with") || line.IsWord(own.First - 1, "of")))
            {
                return own;
            }

            return (token.Mark == ',' ? Reporter(line, j, start, depth) : null) ?? Before(line, j + 1, start, depth);
        }

        if (token.Is(WordClass.Relative) && (line.IsWord(j, "who") || line.IsWord(j, "which") || line.IsWord(j, "that")))
        {
            var antecedent = line[j - 1].Mark == ',' ? j - 2 : j - 1;
            return Phrases.EndingAt(line, antecedent, start) is { } whole && (Voice(line, whole) >= 2 || depth > 2) ? whole : Before(line, j, start, depth);
        }

        if (token.Is(WordClass.Conjunction) && IsCoordinator(line, j) && Reporter(line, j, start, depth) is { } same)
        {
            return same;
        }

        if (token.Is(WordClass.Conjunction) || token.Is(WordClass.Report | WordClass.Reporting) || (IsPlainVerb(line, j) && !Phrases.IsPartOfName(line, j)))
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

        var phrase = Phrases.EndingAt(line, j, start);
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

        return Apposed(line, found, start);
    }

    /// <summary>Prepositions that open clauses as well.</summary>
    private static bool IsClausal(Line line, int i) => line.IsWord(i, "as") || line.IsWord(i, "after") || line.IsWord(i, "before") || line.IsWord(i, "since") || line.IsWord(i, "until")
        || line.IsWord(i, "than") || line.IsWord(i, "like");

    /// <summary>“the foreign policy chief, Kaja Kallas said”: a name right behind its role and a comma.</summary>
    private static NounPhrase Apposed(Line line, NounPhrase found, int start) =>
        found.Naming == Naming.Name && line[found.First - 1].Mark == ',' && Phrases.EndingAt(line, found.First - 2, start) is { Naming: Naming.Description } role
            && Phrases.HasRole(line, role.HeadFirst, role.HeadLast) && found.RoleFirst < 0
            ? found with { RoleFirst = role.HeadFirst, RoleLast = role.Last } : found;

    /// <summary>“was praised by A as”, “dubbed “…” by A”: the agent of a passive.</summary>
    private static NounPhrase? Passive(Line line, int verb, int start)
    {
        var participle = line[verb].Is(WordClass.Reports) && verb > start
            && (line[verb - 1].Is(WordClass.Auxiliary) && line[verb - 1] is var aux && IsBe(line, verb - 1) | aux.Is(WordClass.None));
        if (!participle && !line[verb].Is(WordClass.Reports))
        {
            return null;
        }

        for (var k = verb + 1; k < verb + 6 && k < line.Count && line[k].IsWord; k++)
        {
            if (line.IsWord(k, "by") && !line[k + 1].Is(WordClass.Reporting) && participle)
            {
                return Phrases.ForwardFrom(line, k + 1, line.Count) is { } agent ? Phrases.WithApposition(line, agent, line.Count) : null;
            }
        }

        return null;
    }

    public static bool IsBe(Line line, int i) =>
        line.IsWord(i, "was") || line.IsWord(i, "were") || line.IsWord(i, "been") || line.IsWord(i, "is") || line.IsWord(i, "are") || line.IsWord(i, "being") || line.IsWord(i, "be");

    private static NounPhrase? Inverted(Line line, int verb) => Phrases.VerbThenSubject(line, verb, line.Count)?.Subject;

    /// <summary>The subject of the nearest reporting verb before: “he said … and insisted”.</summary>
    private static NounPhrase? Reporter(Line line, int limit, int start, int depth)
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
    private static NounPhrase? Before(Line line, int limit, int start, int depth)
    {
        NounPhrase? fallback = null;
        for (var k = limit - 1; k > start; k--)
        {
            if (!line[k].IsWord || line[k].Capitalised || !(line[k].Is(WordClass.Reports) ? IsReportVerb(line, k) : IsPlainVerb(line, k)))
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

    /// <summary>How likely a phrase is to say anything: 3 a person, 2 an office, a group or a body, 1 a thing, 0 a word without reference.</summary>
    public static int Voice(Line line, NounPhrase phrase)
    {
        if (phrase.Naming == Naming.Pronoun)
        {
            var pronoun = line[phrase.First];
            return pronoun.Is(WordClass.He | WordClass.She | WordClass.They) || line.IsWord(phrase.First, "i") ? 3 : 0;
        }

        if (phrase.Naming == Naming.Name)
        {
            return line[phrase.HeadFirst].Is(WordClass.Place | WordClass.Calendar) && phrase.HeadLast == phrase.HeadFirst ? 1 : 3;
        }

        for (var k = phrase.HeadFirst; k <= phrase.HeadLast; k++)
        {
            if (line[k].Is(WordClass.Role | WordClass.Plural | WordClass.Kin | WordClass.Organisation | WordClass.SpeechNoun | WordClass.Title) || (line[k].IsProper && k == phrase.HeadLast))
            {
                return 2;
            }
        }

        return line.IsWord(phrase.First, "others") || line.IsWord(phrase.First, "some") || line.IsWord(phrase.First, "many") || line.IsWord(phrase.First, "one") || line.IsWord(phrase.First, "another") ? 2 : 1;
    }

    /// <summary>“Kaja Kallas, the EU's foreign policy chief, ‹verb›” and “the chief, Kaja Kallas, ‹verb›”; <paramref name="comma"/> is the one before the verb.</summary>
    private static NounPhrase? BehindInsertion(Line line, int comma, int start)
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
            if (Phrases.EndingAt(line, k - 1, start) is not { } before || before.Naming == Naming.Pronoun && line[before.First].Is(WordClass.Determiner))
            {
                continue;
            }

            var inner = Phrases.ForwardFrom(line, k + 1, comma);
            if (inner is { Naming: Naming.Name } name && name.Last == comma - 1 && before.Naming == Naming.Description
                && Phrases.HasRole(line, before.First, before.Last))
            {
                apposed ??= name with { First = before.First, RoleFirst = before.HeadFirst, RoleLast = before.Last };
                continue;
            }

            if (before.Naming == Naming.Name && IsClauseOpener(line, before.First, start))
            {
                return before with { RoleFirst = before.RoleFirst >= 0 ? before.RoleFirst : inner?.HeadFirst ?? -1, RoleLast = before.RoleFirst >= 0 ? before.RoleLast : inner?.Last ?? -1 };
            }

            nearest ??= IsClauseOpener(line, before.First, start) ? before : null;
        }

        return apposed ?? nearest;
    }

    /// <summary>Nothing stands before the phrase that would make it an object.</summary>
    private static bool IsClauseOpener(Line line, int first, int start) =>
        first <= start || !line[first - 1].IsWord || line[first - 1].Is(WordClass.Conjunction | WordClass.Relative | WordClass.Calendar | WordClass.Adverb);

    /// <summary>The subject of the sentence: its first noun phrase outside introductory phrases.</summary>
    public static NounPhrase? First(Line line, int start, int end)
    {
        var k = start;
        while (k < end)
        {
            var token = line[k];
            if (token.IsWord && (token.Is(WordClass.Preposition) || token.Is(WordClass.Reporting) || (token.Is(WordClass.Conjunction) && !IsCoordinator(line, k)) || Phrases.EndsWith(line, k, "ing")
                || (k == start && (token.Is(WordClass.Reports) || (Phrases.EndsWith(line, k, "ed") && line[k + 1].Is(WordClass.Preposition))))))
            {
                while (k < end && line[k].Mark is not (',' or ':'))
                {
                    k++;
                }

                k++;
                continue;
            }

            if (Phrases.ForwardFrom(line, k, end) is { } phrase && !(phrase.Naming == Naming.Description && token.Is(WordClass.Adverb)))
            {
                return Phrases.WithApposition(line, phrase, end);
            }

            k++;
        }

        return null;
    }

    private static bool IsCoordinator(Line line, int i) => line.IsWord(i, "and") || line.IsWord(i, "but") || line.IsWord(i, "or") || line.IsWord(i, "so") || line.IsWord(i, "yet");
}
