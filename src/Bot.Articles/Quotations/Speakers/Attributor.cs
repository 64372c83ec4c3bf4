using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <summary>Finds the reporting words of each quotation of a paragraph: every construction proposes, the most telling one wins.</summary>
internal sealed class Attributor(ParagraphTokens line)
{
    private const int Reach = 120;
    private Attribution _best = Attribution.Missing;
    private double _score;
    private double _rival;

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
        (_best, _score, _rival) = (Attribution.Missing, double.NegativeInfinity, double.NegativeInfinity);
        if (Mentions.IsNamed(line, quote))
        {
            return new Attribution(Reading.Mention, null, -1, -1);
        }

        var start = line.SentenceStart(quote, Reach);
        var end = line.SentenceEnd(quote, Reach);
        After(quote, end);
        Before(quote, start);
        According(quote, start, end);
        Label(quote, end);
        Agent(quote, start, end);
        Ascribed(quote, start);
        Possessor(quote, start);
        LaterInSentence(quote, end);
        SubjectOnly(quote, start);
        return _best with { Lead = _score - Math.Max(0, _rival) };
    }

    private void Propose(double score, Reading reading, NounPhrase subject, int first, int last, int verb = -1)
    {
        score += ClauseParser.Voice(line, subject) switch { 3 => 3, 2 => 1.5, 1 => -2, _ => -3 };
        if (verb >= 0)
        {
            score += line[verb].Is(WordClass.Loose) ? -2 : line[verb].Is(WordClass.AnyReport) ? 0 : -5;
        }

        if (score > _score)
        {
            _rival = _best.Subject?.HeadFirst == subject.HeadFirst ? _rival : _score;
            _score = score;
            _best = new Attribution(reading, subject, Math.Min(first, last), Math.Max(first, last)) { Verb = verb, Outer = verb > subject.First ? OuterVerb(subject) : -1 };
        }
        else if (_best.Subject?.HeadFirst != subject.HeadFirst)
        {
            _rival = Math.Max(_rival, score);
        }
    }

    private char LastCharacter(int quote) => line.LastCharacter(line[quote]);

    /// <summary>“…,” said Kaja Kallas; “…,” Kaja Kallas said.</summary>
    private void After(int quote, int end)
    {
        var i = quote + 1;
        while (line[i].Mark is '\'' or '’' or '”')
        {
            // The inner mark of a nested quotation, set outside the outer one.
            i++;
        }

        if (line[i].Mark is ',' or '—' or '–' or '-')
        {
            i++;
        }

        // “…,” as Kallas said.
        i += line.IsWord(i, "as") ? 1 : 0;
        while (i < end && line[i].IsWord && !line[i].Capitalised && (line[i].Is(WordClass.Adverb) || PhraseParser.EndsWith(line, i, "ly")))
        {
            i++;
        }

        if (i >= end)
        {
            return;
        }

        if (PhraseParser.VerbThenSubject(line, i, end) is { } inverted && !IsRestOfClause(quote, i))
        {
            Propose(9.5, Reading.ClauseAfter, inverted.Subject, inverted.Verb, inverted.Subject.Last, inverted.Verb);
        }
        else if (PhraseParser.SubjectThenVerb(line, i, end) is { } plain
            && (LastCharacter(quote) is ',' or '?' or '!' or '—' or '–' or '-' or '…' || line[quote + 1].Mark is ',' or '—' or '–' || OpensSentence(quote)))
        {
            Propose(9.5, Reading.ClauseAfter, PhraseParser.WithApposition(line, plain.Subject, plain.Verb), i, plain.Verb, plain.Verb);
        }
    }

    /// <summary>Words before the quotation in its sentence make a clause of which the verb behind it is part: He called it “x” said little, and left.</summary>
    private bool IsRestOfClause(int quote, int verb) => verb == quote + 1 && !OpensSentence(quote) && LastCharacter(quote) is not (',' or '?' or '!' or '—');

    private bool OpensSentence(int quote) => quote == 0 || line.SentenceOf(quote - 1) != line.SentenceOf(quote) || line[quote - 1].IsQuote;

    /// <summary>Kaja Kallas said: “…”; said the plan was “…”.</summary>
    private void Before(int quote, int start)
    {
        var verbs = 0;
        for (var (i, distance) = (quote - 1, 0); i >= start && verbs < 6; i--, distance++)
        {
            if (line.Word(i) is "asked" or "told" or "found" or "accused" or "ordered" or "called" && ClauseParser.IsBe(line, i - (line[i - 1].Is(WordClass.Adverb) ? 2 : 1)) && !HasAgent(i))
            {
                // “Reed was asked, “…””: by somebody else.
                continue;
            }

            if (!ClauseParser.IsReportVerb(line, i) && !(line[i].Is(WordClass.Thinks) && !line[i].Capitalised && distance <= 2))
            {
                continue;
            }

            if (ClauseParser.SubjectOf(line, i, start) is { } subject)
            {
                var adjacent = Adjacent(i, quote);
                if (adjacent && IsNaming(i) && !line.IsWord(quote + 1, "by") && (ClauseParser.Voice(line, subject) == 1 || ClauseParser.IsBe(line, i - 1) || (subject.Last == i - 1 && line.Word(subject.First) is "a" or "an")))
                {
                    (_best, _score) = (new Attribution(Reading.Mention, null, -1, -1), double.PositiveInfinity);
                    return;
                }

                Propose((adjacent ? line[i].Is(WordClass.Loose) ? 9 : 10.5 : distance <= 6 ? 8 : 7) - (0.6 * verbs) - Dependence(subject, i, quote), distance <= 4 ? Reading.ClauseBefore : Reading.Distant, subject, Math.Min(subject.First, i),
                    Math.Max(subject.Last, i), i);
                verbs++;
            }
        }
    }

    /// <summary>“was called “…” ‹by› Reed”.</summary>
    private bool HasAgent(int verb) => Enumerable.Range(verb + 1, 6).Any(i => line.IsWord(i, "by"));

    /// <summary>“A said B had promised “…””: words woven into a clause are mostly those of the outer speaker; “when B spoke” introduces nothing.</summary>
    private double Dependence(NounPhrase subject, int verb, int quote)
    {
        var before = line[subject.First - 1];
        if (subject.First > verb || subject.First == 0 || !before.IsWord || line[quote - 1].Mark is ',' or ':')
        {
            return 0;
        }

        var reported = OuterVerb(subject) >= 0;
        var subordinate = before.Is(WordClass.Conjunction) && !line.IsWord(subject.First - 1, "and") && !line.IsWord(subject.First - 1, "but") && !line.IsWord(subject.First - 1, "so");
        if (reported && quote - verb <= 6 && !line[verb].Is(WordClass.Loose) && !line[verb + 1].Is(WordClass.Preposition) && ClauseParser.Voice(line, subject) >= 2 && !line[subject.First].Is(WordClass.Pronoun))
        {
            // “A said B had called the plan “…””: the words are B’s, by A’s account.
            return 0;
        }

        return reported || (subordinate && !Adjacent(verb, quote)) ? 1.5 : 0;
    }

    /// <summary>The verb of saying whose clause begins with this subject.</summary>
    private int OuterVerb(NounPhrase subject)
    {
        if (line.Word(subject.First - 1) is "heard" or "hear" or "overheard")
        {
            return subject.First - 1;
        }

        var before = subject.First - (line.IsWord(subject.First - 1, "that") ? 2 : 1);
        var inverted = before >= 0 && (line[before - 1].IsQuote || (!line[before - 1].IsWord && line[before - 2].IsQuote));
        return before >= 0 && !inverted && line[before].IsWord && line[before].Is(before == subject.First - 1 ? WordClass.Reports | WordClass.Reporting : WordClass.AnyReport) ? before : -1;
    }

    private bool IsNaming(int verb) => line.IsWord(verb, "called") || line.IsWord(verb, "titled") || line.IsWord(verb, "entitled") || line.IsWord(verb, "named") || line.IsWord(verb, "dubbed")
        || line.IsWord(verb, "nicknamed") || line.IsWord(verb, "christened") || line.IsWord(verb, "labeled") || line.IsWord(verb, "labelled") || line.IsWord(verb, "termed");

    /// <summary>Nothing but “that”, “as”, a comma or a colon stands between the verb and the quotation.</summary>
    private bool Adjacent(int verb, int quote)
    {
        for (var k = verb + 1; k < quote; k++)
        {
            if (line[k].IsWord ? !line.IsWord(k, "that") && !line.IsWord(k, "as") && !line.IsWord(k, "it") && !line.IsWord(k, "the") && !line.IsWord(k, "a")
                : line[k].Mark is not (',' or ':'))
            {
                return false;
            }
        }

        return true;
    }

    private void According(int quote, int start, int end)
    {
        for (var i = start; i + 1 < end; i++)
        {
            if (i > start && line.IsWord(i, "words") && (line[i - 1].Possessive || line.IsWord(i - 1, "his") || line.IsWord(i - 1, "her") || line.IsWord(i - 1, "their")))
            {
                // “In her words, …”.
                var owner = line[i - 1].Possessive ? PhraseParser.EndingAt(line, i - 1, start) : new NounPhrase(Naming.Pronoun, i - 1, i - 1, i - 1, i - 1);
                if (owner is { } own && line.IsWord(own.First - 1, "in"))
                {
                    Propose(9, Reading.AccordingTo, own, own.First, i);
                }
            }

            var source = line.IsWord(i, "according") && line.IsWord(i + 1, "to") ? i + 2 : line.IsWord(i, "según") ? i + 1
                : line.IsWord(i, "words") && line.IsWord(i + 1, "of") ? i + 2 : line.IsWord(i, "selon") || line.IsWord(i, "laut") || (line.IsWord(i, "per") && i > quote) ? i + 1 : -1;
            if (source > 0 && PhraseParser.ForwardFrom(line, source, end) is { } who)
            {
                Propose(i >= quote && i <= quote + 2 ? 9.5 : 6.5, Reading.AccordingTo, PhraseParser.WithApposition(line, who, end), i, who.Last);
            }
        }
    }

    /// <summary>“… labelled a “…” by A”.</summary>
    private void Agent(int quote, int start, int end)
    {
        if (!line.IsWord(quote + 1, "by") || PhraseParser.ForwardFrom(line, quote + 2, end) is not { } agent)
        {
            return;
        }

        for (var i = quote - 1; i >= start && quote - i <= 4; i--)
        {
            if (line[i].Is(WordClass.Reports) && !line[i].Capitalised && Adjacent(i, quote))
            {
                Propose(11, Reading.ClauseBefore, PhraseParser.WithApposition(line, agent, end), i, agent.Last, i);
                return;
            }
        }
    }

    /// <summary>“A poster attributes to Kallas the words “…””, “the words, attributed to Kallas, “…””.</summary>
    private void Ascribed(int quote, int start)
    {
        for (var i = quote - 1; i > start && quote - i < 20; i--)
        {
            if (line.IsWord(i, "to") && line.Word(i - 1) is "attributed" or "attributes" or "attribute" or "attributing" or "ascribed" or "ascribes" or "ascribe" or "credited"
                && PhraseParser.ForwardFrom(line, i + 1, quote) is { } owner)
            {
                Propose(12, Reading.ClauseBefore, PhraseParser.WithApposition(line, owner, quote), i - 1, owner.Last, i - 1);
                _best = _best with { Outer = i - 1 };
                return;
            }
        }
    }

    /// <summary>“Kallas: “…””, “… — Kallas”.</summary>
    private void Label(int quote, int end)
    {
        var start = line.SentenceStart(quote - 2, 40);
        if (line[quote - 1].Mark == ':' && quote >= 2 && PhraseParser.EndingAt(line, quote - 2, start) is { Naming: not Naming.Pronoun } before)
        {
            if (before.Naming == Naming.Description && line[before.HeadLast].Is(WordClass.SpeechNoun) && before.First > start && ClauseParser.First(line, start, before.First) is { } giver)
            {
                // “Reed delivered a blunt reply: “…””.
                before = giver;
            }

            Propose(before.First == 0 ? 9 : 5, Reading.Label, before, before.First, before.Last);
        }

        if (line[quote + 1].Mark is '—' or '–' or '-' or '(' && PhraseParser.ForwardFrom(line, quote + (line[quote + 2].Mark == '-' ? 3 : 2), end) is { Naming: Naming.Name } after
            && (after.Last + 1 >= line.Count || line[after.Last + 1].Mark is '.' or ',' or '('))
        {
            Propose(9, Reading.Label, after, after.First, after.Last);
        }
    }

    /// <summary>“Kallas's “…””, “her call for “…””, “in Kallas's words”.</summary>
    private void Possessor(int quote, int start)
    {
        if (line[quote - 1] is { IsWord: true, Possessive: true } && PhraseParser.EndingAt(line, quote - 1, start) is { } owner && (owner.Naming != Naming.Description || PhraseParser.HasRole(line, owner.First, owner.Last)))
        {
            Propose(5, Reading.Possessive, owner, owner.First, owner.Last);
        }

        for (var i = quote - 1; i > start && quote - i < 8; i--)
        {
            if (line[i].Is(WordClass.Auxiliary | WordClass.Verb | WordClass.Relative) && !line.IsWord(i, "that"))
            {
                return;
            }

            if (!line[i].Is(WordClass.SpeechNoun))
            {
                continue;
            }

            for (var k = i - 1; k >= start && i - k < 4; k--)
            {
                if (line[k].Possessive && PhraseParser.EndingAt(line, k, start) is { } speaker)
                {
                    Propose(5.5, Reading.Possessive, speaker, speaker.First, i);
                    break;
                }

                if (line.IsWord(k, "his") || line.IsWord(k, "her") || line.IsWord(k, "their"))
                {
                    Propose(5.5, Reading.Possessive, new NounPhrase(Naming.Pronoun, k, k, k, k), k, i);
                    break;
                }

                if (!line[k].IsWord || line[k].Is(WordClass.Preposition))
                {
                    break;
                }
            }
        }
    }

    /// <summary>“The plan was “…” and would fail, Kallas said.”</summary>
    private void LaterInSentence(int quote, int end)
    {
        for (var i = quote + 1; i < end; i++)
        {
            if (line[i].Mark != ',' && !(line[i].IsQuote && LastCharacter(i) == ','))
            {
                continue;
            }

            if (PhraseParser.SubjectThenVerb(line, i + 1, end) is { } plain)
            {
                Propose(6, Reading.Distant, PhraseParser.WithApposition(line, plain.Subject, plain.Verb), i + 1, plain.Verb, plain.Verb);
            }
            else if (PhraseParser.VerbThenSubject(line, i + 1, end) is { } inverted)
            {
                Propose(6, Reading.Distant, inverted.Subject, i + 1, inverted.Subject.Last, inverted.Verb);
            }
        }
    }

    private void SubjectOnly(int quote, int start)
    {
        if (quote > start && ClauseParser.First(line, start, quote) is { } subject)
        {
            Propose(3, Reading.Subject, subject, subject.First, subject.Last);
        }
    }
}
