namespace Bot.Articles.Quotations.Grammar;

/// <content>A subject and the reporting verb beside it.</content>
internal static partial class PhraseParser
{
    /// <summary>Whether the reporting clause of the quotation just before starts here: “she said”, “said Kaja Kallas, the …”.</summary>
    public static bool ReportsFrom(ParagraphTokens line, int i) => SubjectThenVerb(line, i, line.Count) is not null || VerbThenSubject(line, i, line.Count) is not null;

    /// <summary>“Trump later told reporters”: the subject from <paramref name="i"/> on and the verb it governs.</summary>
    public static (NounPhrase Subject, int Verb)? SubjectThenVerb(ParagraphTokens line, int i, int end)
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
    public static (NounPhrase Subject, int Verb)? VerbThenSubject(ParagraphTokens line, int i, int end)
    {
        while (i < end && line[i].Is(WordClass.Adverb) && !line[i].Is(WordClass.AnyReport))
        {
            i++;
        }

        if (line[i].Is(WordClass.He | WordClass.She) && line.Word(i).Contains('-'))
        {
            // “a-t-il déclaré”.
            return (new NounPhrase(Naming.Pronoun, i, i, i, i), line[i + 1].Is(WordClass.Reports) ? i + 1 : i);
        }

        if (line.Word(i) is "a" or "ont" or "se" && line[i + 1].Is(WordClass.Reports))
        {
            i++;
        }

        if (!line[i].IsWord || !line[i].Is(WordClass.Reports) || (line[i].Capitalised && !OpensSentence(line, i)))
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

        // “…,” said the candidate could win, said the driver, Ann Ek, had slept: the verb has its subject elsewhere.
        var whole = WithApposition(line, subject, end);
        var behind = line[subject.Last + 1];
        if (whole.Last > subject.Last && line[whole.Last + 1].Mark == ',' && line[whole.Last + 2].Is(WordClass.Auxiliary))
        {
            return null;
        }

        return behind.IsWord && !behind.Capitalised && (behind.Is(WordClass.Auxiliary | WordClass.Reports | WordClass.Verb) || line.IsWord(subject.Last + 1, "that")) && !behind.Is(WordClass.Preposition)
            ? null : (WithApposition(line, WithParticiple(line, subject, end), end), verb);
    }

    private static bool IsObject(ParagraphTokens line, int i) =>
        line.IsWord(i, "him") || line.IsWord(i, "them") || line.IsWord(i, "me") || line.IsWord(i, "us") || line.IsWord(i, "her");

    /// <summary>The reporting verb of a subject that may carry an apposition, an age, brackets, adverbs and auxiliaries; -1 when there is none.</summary>
    public static int VerbAfter(ParagraphTokens line, NounPhrase subject, int end)
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
    private static int SkipToVerb(ParagraphTokens line, int i, int end)
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
                if (line.IsWord(i, "went") && !line.IsWord(i + 1, "on"))
                {
                    return -1;
                }

                // “went on to say”: the infinitive is the verb.
                if (line.IsWord(i, "went") && line.IsWord(i + 2, "to"))
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
}
