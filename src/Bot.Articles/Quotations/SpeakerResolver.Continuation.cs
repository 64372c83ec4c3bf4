using Bot.Articles.Quotations.Grammar;
using Bot.Articles.Quotations.Speakers;

namespace Bot.Articles.Quotations;

/// <content>Quotations without reporting words of their own.</content>
internal sealed partial class SpeakerResolver
{
    // In code units; people who answer each other in a report without “she said” are brief.
    private const int LongestTurn = 100;

    /// <summary>Quotations without reporting words of their own go on from their neighbours.</summary>
    private void Continue(int index, Utterance[] utterances, Utterance? previous)
    {
        for (var i = 0; i < utterances.Length; i++)
        {
            var reading = utterances[i].Attribution;
            if (reading.Reading == Reading.Subject && ClauseParser.Voice(utterances[i].ParagraphTokens, reading.Subject!.Value) < 2)
            {
                // “It was “…””: a thing says nothing, so it is still whoever spoke in this paragraph.
                if (i > 0)
                {
                    utterances[i].Continue(utterances[i - 1], Reading.Subject);
                }

                continue;
            }

            if (reading.Reading != Reading.None)
            {
                continue;
            }

            if (FromInside(utterances[i]))
            {
                continue;
            }

            if (i > 0)
            {
                utterances[i].Continue(utterances[i - 1], Reading.Continued);
            }
            else if (FromSentenceBefore(utterances[i]))
            {
                continue;
            }
            else if (Array.Find(utterances, u => u.Attribution.Reading == Reading.ClauseAfter) is { } later && utterances[0].Span.Open == 0)
            {
                utterances[i].Continue(later, Reading.Continued);
            }
            else if (index > 0 && lines[index - 1] is { Count: > 0 } before)
            {
                FromLineBefore(utterances[i], before, previous);
            }
        }
    }

    /// <summary>“— Olga Stein, club president”: a line of its own under the words.</summary>
    private static NounPhrase? SignatureOf(ParagraphTokens line) =>
        line.Count is > 1 and < 24 && line[0].Mark is '—' or '–' or '-' or '―' && PhraseParser.ForwardFrom(line, line[1].Mark == '-' ? 2 : 1, line.Count) is { Naming: Naming.Name } name
            && PhraseParser.VerbAfter(line, name, line.Count) < 0 ? name : null;

    /// <summary>Gives the quotations above a signature, as far as nobody else is said to have said them, to whoever signed.</summary>
    private void Sign(ParagraphTokens line, NounPhrase signature)
    {
        var person = _cast.Resolve(line, signature);
        for (var k = _utterances.Count - 1; k >= 0 && _utterances[k].StandsAlone; k--)
        {
            if (_utterances[k].Attribution.Reading is not (Reading.None or Reading.Neighbour or Reading.Continued) || (k < _utterances.Count - 1 && _utterances[k].ParagraphTokens.Paragraph < _utterances[k + 1].ParagraphTokens.Paragraph - 1))
            {
                break;
            }

            _utterances[k].Sign(person);
        }
    }

    /// <summary>“And from Chairwoman Ann Ek:”, “From the desk of Ann Ek, analyst.”, “A statement by Ann Ek:”: a line without a verb that hands over to whoever it names.</summary>
    private static NounPhrase? HandsOver(ParagraphTokens line)
    {
        var first = line.IsWord(0, "and") ? 1 : 0;
        var noun = first + (line[first].Is(WordClass.Determiner) ? 1 : 0);
        first = line[noun].Is(WordClass.SpeechNoun) && line.Word(noun + 1) is "from" or "of" or "by" ? noun + 1 : first;
        if (line.Count is < 3 or > 24 || !(first > noun || line.IsWord(first, "from")) || line[line.Count - 1].Mark is not (':' or '.'))
        {
            return null;
        }

        NounPhrase? found = null;
        for (var i = first + 1; i < line.Count; i++)
        {
            if (line[i].Is(WordClass.Reports | WordClass.Verb | WordClass.Auxiliary) && !line[i].Is(WordClass.Role | WordClass.SpeechNoun))
            {
                return null;
            }

            if (found is null or { Naming: Naming.Description } && PhraseParser.Core(line, i, line.Count) is { Naming: not Naming.Pronoun } phrase && (found is null || phrase.Naming == Naming.Name))
            {
                found = phrase;
            }
        }

        return found;
    }

    /// <summary>Two people who answer each other in paragraphs of nothing but speech; never more than likely.</summary>
    private bool FromDialogue(Utterance utterance, Utterance previous)
    {
        var k = _utterances.Count - 1;
        while (k >= 0 && _utterances[k].ParagraphTokens.Paragraph >= previous.ParagraphTokens.Paragraph)
        {
            k--;
        }

        var other = k >= 0 && _utterances[k].ParagraphTokens.Paragraph == previous.ParagraphTokens.Paragraph - 1 ? _utterances[k] : null;
        if (other is null || !utterance.StandsAlone || !previous.Span.Closed || previous.Person is null || other.Person is null || ReferenceEquals(previous.Person, other.Person)
            || Longest(utterance, previous, other) > LongestTurn)
        {
            return false;
        }

        utterance.Continue(other, Reading.Neighbour);
        return true;
    }

    private static int Longest(params ReadOnlySpan<Utterance> turns)
    {
        var longest = 0;
        foreach (var turn in turns)
        {
            longest = Math.Max(longest, turn.ParagraphTokens.Text.Length);
        }

        return longest;
    }

    private void FromLineBefore(Utterance utterance, ParagraphTokens before, Utterance? previous)
    {
        if (HandsOver(before) is { } named)
        {
            Take(utterance, before, named, _sentences - 1);
            return;
        }

        var adjacent = previous is not null && ReferenceEquals(previous.ParagraphTokens, before);
        if (adjacent && FromDialogue(utterance, previous!))
        {
            return;
        }

        if (adjacent && (!previous!.Span.Closed || before[before.Count - 1].IsQuote))
        {
            utterance.Continue(previous, Reading.Continued);
            return;
        }

        if (Introduced(before, before.Count - 1) is { } subject && !(adjacent && subject.Naming == Naming.Pronoun && !before[subject.First].Is(WordClass.He | WordClass.She)))
        {
            Take(utterance, before, subject, _sentences - 1);
            return;
        }

        if (adjacent)
        {
            utterance.Continue(previous!, Reading.Neighbour);
        }
    }

    /// <summary>« …, raconte Claire Vasseur, … »: French leaves the reporting clause inside the marks.</summary>
    private bool FromInside(Utterance utterance)
    {
        var span = utterance.Span;
        if (utterance.ParagraphTokens.Text[span.Open] is not ('«' or '»'))
        {
            return false;
        }

        var inside = ParagraphTokens.Read(span.Paragraph, utterance.ParagraphTokens.Text[span.Start..span.End], []);
        for (var i = 0; i < inside.Count; i++)
        {
            if (inside[i].Mark == ',' && PhraseParser.VerbThenSubject(inside, i + 1, inside.Count) is { } clause)
            {
                Take(utterance, inside, clause.Subject, _sentences - 1);
                return utterance.Speakers.Length > 0;
            }
        }

        return false;
    }

    /// <summary>“Kallas was clear. “…”” in one paragraph.</summary>
    private bool FromSentenceBefore(Utterance utterance)
    {
        if (utterance.Token == 0 || Introduced(utterance.ParagraphTokens, utterance.Token - 1) is not { } subject)
        {
            return false;
        }

        Take(utterance, utterance.ParagraphTokens, subject, _sentences - 1);
        return true;
    }

    private void Take(Utterance utterance, ParagraphTokens line, NounPhrase subject, int sentence)
    {
        utterance.Attribution = new Attribution(Reading.Neighbour, null, -1, -1);
        if (subject.Naming == Naming.Name)
        {
            utterance.Speak(_cast.Resolve(line, subject), null);
            _discourse.Spoke(utterance.Person!, sentence, line.Paragraph);
        }
        else if (subject.Naming == Naming.Pronoun && line[subject.First].Is(WordClass.He | WordClass.She))
        {
            utterance.Refer(_discourse.Resolve(GenderOf(line, subject.First), sentence, line.Paragraph).Person);
        }
        else if (subject.Naming == Naming.Description && ClauseParser.Voice(line, subject) >= 2)
        {
            Describe(utterance, line, subject);
        }
    }

    /// <summary>Whom the sentence that ends at <paramref name="last"/> lets speak next.</summary>
    private static NounPhrase? Introduced(ParagraphTokens before, int last)
    {
        var start = before.SentenceStart(last);
        for (var i = last; i > start; i--)
        {
            if (ClauseParser.IsReportVerb(before, i) && ClauseParser.SubjectOf(before, i, start) is { } subject && ClauseParser.Voice(before, subject) >= 2)
            {
                return subject;
            }
        }

        return ClauseParser.First(before, start, last);
    }
}
