namespace Bot.Articles.Quotations;

/// <summary>Finds the reporting words of each quotation of a paragraph.</summary>
internal sealed class Attributor(Line line)
{
    private const int Reach = 120;

    /// <summary>One attribution a quotation, in order; those that go on from another quotation are left <see cref="Reading.None"/>.</summary>
    public Attribution[] Read()
    {
        var found = new Attribution[line.Spans.Length];
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].IsQuote)
            {
                found[line[i].Span] = Of(i);
            }
        }

        return found;
    }

    private Attribution Of(int quote)
    {
        var start = line.SentenceStart(quote, Reach);
        var end = line.SentenceEnd(quote, Reach);
        return After(quote, end) ?? Before(quote, start) ?? According(start, end) ?? Label(quote, end) ?? Possessor(quote, start) ?? LaterInSentence(quote, end)
            ?? SubjectOnly(quote, start) ?? Attribution.Missing;
    }

    private char LastCharacter(int quote)
    {
        var span = line.Spans[line[quote].Span];
        var text = line.Text.AsSpan(span.Start, span.End - span.Start).TrimEnd("’'\"”)]");
        return text.IsEmpty ? '\0' : text[^1];
    }

    private Attribution? After(int quote, int end)
    {
        var i = quote + 1;
        if (line[i].Mark is ',' or '—' or '–' or '-')
        {
            i++;
        }

        while (i < end && line[i].IsWord && !line[i].Capitalised && (line[i].Is(WordClass.Adverb) || Phrases.EndsWith(line, i, "ly")))
        {
            i++;
        }

        if (i >= end)
        {
            return null;
        }

        if (Phrases.VerbThenSubject(line, i, end) is { } inverted && !IsRestOfClause(quote, i))
        {
            return new Attribution(Reading.ClauseAfter, inverted.Subject, inverted.Verb, inverted.Subject.Last);
        }

        if (Phrases.SubjectThenVerb(line, i, end) is { } plain && LastCharacter(quote) is not '.' | plain.Subject.Naming == Naming.Pronoun
            && (LastCharacter(quote) is ',' or '?' or '!' or '—' or '–' or '-' or '…' || line[quote + 1].Mark is ',' or '—' or '–' || OpensParagraphOrSentence(quote)))
        {
            return new Attribution(Reading.ClauseAfter, Phrases.WithApposition(line, plain.Subject, plain.Verb), i, plain.Verb);
        }

        if (line.IsWord(i, "according") && line.IsWord(i + 1, "to") && Phrases.ForwardFrom(line, i + 2, end) is { } source)
        {
            return new Attribution(Reading.AccordingTo, Phrases.WithApposition(line, source, end), i, source.Last);
        }

        return null;
    }

    /// <summary>Words before the quotation in its sentence make a clause of which the verb behind it is part: He called it “x,” said little, and left.</summary>
    private bool IsRestOfClause(int quote, int verb) =>
        verb == quote + 1 && !OpensParagraphOrSentence(quote) && LastCharacter(quote) is not (',' or '?' or '!' or '—');

    private bool OpensParagraphOrSentence(int quote) => quote == 0 || line.SentenceOf(quote - 1) != line.SentenceOf(quote) || line[quote - 1].IsQuote;

    private Attribution? Before(int quote, int start)
    {
        var distance = 0;
        for (var i = quote - 1; i >= start; i--, distance++)
        {
            if (!Clauses.IsReportVerb(line, i))
            {
                continue;
            }

            if (Clauses.SubjectOf(line, i, start) is { } subject && !IsQuestionOnly(subject))
            {
                return new Attribution(distance <= 4 ? Reading.ClauseBefore : Reading.Distant, subject, Math.Min(subject.First, i), Math.Max(subject.Last, i));
            }
        }

        return null;
    }

    private bool IsQuestionOnly(NounPhrase subject) => subject.Naming == Naming.Pronoun && line[subject.First].Is(WordClass.Relative);

    private Attribution? According(int start, int end)
    {
        for (var i = start; i + 2 < end; i++)
        {
            if (line.IsWord(i, "according") && line.IsWord(i + 1, "to") && Phrases.ForwardFrom(line, i + 2, end) is { } source)
            {
                return new Attribution(Reading.AccordingTo, Phrases.WithApposition(line, source, end), i, source.Last);
            }

            if (line[i].IsWord && (line.IsWord(i, "selon") || line.IsWord(i, "laut")) && Phrases.ForwardFrom(line, i + 1, end) is { } other)
            {
                return new Attribution(Reading.AccordingTo, other, i, other.Last);
            }
        }

        return null;
    }

    /// <summary>“Kallas: “…””, “… — Kallas”.</summary>
    private Attribution? Label(int quote, int end)
    {
        if (line[quote - 1].Mark == ':' && quote >= 2 && Phrases.EndingAt(line, quote - 2, line.SentenceStart(quote - 2, 40)) is { Naming: not Naming.Pronoun } before)
        {
            return new Attribution(Reading.Label, before, before.First, before.Last);
        }

        if (line[quote + 1].Mark is '—' or '–' or '-' && Phrases.ForwardFrom(line, quote + 2, end) is { Naming: Naming.Name } after
            && (after.Last + 1 >= line.Count || line[after.Last + 1].Mark is '.' or ','))
        {
            return new Attribution(Reading.Label, after, after.First, after.Last);
        }

        return null;
    }

    /// <summary>“Kallas's “…””, “her call for “…””, “in Kallas's words”.</summary>
    private Attribution? Possessor(int quote, int start)
    {
        if (line[quote - 1] is { IsWord: true, Possessive: true } && Phrases.EndingAt(line, quote - 1, start) is { } owner)
        {
            return new Attribution(Reading.Possessive, owner, owner.First, owner.Last);
        }

        for (var i = quote - 1; i > start && quote - i < 12; i--)
        {
            if (!line[i].Is(WordClass.SpeechNoun))
            {
                continue;
            }

            if (line[i - 1].Possessive && Phrases.EndingAt(line, i - 1, start) is { } speaker)
            {
                return new Attribution(Reading.Possessive, speaker, speaker.First, i);
            }

            if (line.IsWord(i - 1, "his") || line.IsWord(i - 1, "her") || line.IsWord(i - 1, "their"))
            {
                return new Attribution(Reading.Possessive, new NounPhrase(Naming.Pronoun, i - 1, i - 1, i - 1, i - 1), i - 1, i);
            }
        }

        return null;
    }

    /// <summary>“The plan was “…” and would fail, Kallas said.”</summary>
    private Attribution? LaterInSentence(int quote, int end)
    {
        for (var i = quote + 1; i < end; i++)
        {
            if (line[i].Mark == ',' || (line[i].IsQuote && LastCharacter(i) == ','))
            {
                if (Phrases.SubjectThenVerb(line, i + 1, end) is { } plain)
                {
                    return new Attribution(Reading.Distant, Phrases.WithApposition(line, plain.Subject, plain.Verb), i + 1, plain.Verb);
                }

                if (Phrases.VerbThenSubject(line, i + 1, end) is { } inverted)
                {
                    return new Attribution(Reading.Distant, inverted.Subject, i + 1, inverted.Subject.Last);
                }
            }
        }

        return null;
    }

    private Attribution? SubjectOnly(int quote, int start) =>
        quote > start && Clauses.First(line, start, quote) is { } subject ? new Attribution(Reading.Subject, subject, subject.First, subject.Last) : null;
}
