using System.Collections.Immutable;

namespace Bot.Articles.Quotations;

/// <summary>Reads an article line by line, keeping in mind who has been named and who spoke last, and gives each quotation its speaker.</summary>
internal sealed class Narration(IReadOnlyList<Line> lines, ImmutableArray<Paragraph> paragraphs)
{
    private readonly Cast _cast = Cast.Of(lines);
    private readonly Discourse _discourse = new();
    private readonly List<Utterance> _utterances = [];
    private int _sentences;
    private int _position;

    public QuotationReading Read()
    {
        Utterance? previous = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var utterances = ReadLine(lines[i], previous);
            Continue(i, utterances, previous);
            _utterances.AddRange(utterances);
            previous = utterances.Length > 0 ? utterances[^1] : previous;
        }

        var quotations = ImmutableArray.CreateBuilder<Quotation>();
        foreach (var utterance in _utterances)
        {
            if (SpeechFilter.IsSpeech(utterance))
            {
                quotations.Add(ToQuotation(utterance));
            }
        }

        return new QuotationReading(quotations.ToImmutable(), Speakers());
    }

    private Utterance[] ReadLine(Line line, Utterance? previous)
    {
        var attributions = new Attributor(line).Read();
        var utterances = new Utterance[attributions.Length];
        var byToken = new Dictionary<int, List<Utterance>>();
        var tokens = Enumerable.Range(0, line.Count).Where(t => line[t].IsQuote).ToArray();
        for (var i = 0; i < attributions.Length; i++)
        {
            utterances[i] = new Utterance(line, line.Spans[i], tokens[i], attributions[i]);
            if (attributions[i].Subject is { } subject)
            {
                if (!byToken.TryGetValue(subject.HeadFirst, out var list))
                {
                    byToken[subject.HeadFirst] = list = [];
                }

                list.Add(utterances[i]);
            }
        }

        var mentions = Cast.MentionsIn(line);
        var next = 0;
        for (var t = 0; t < line.Count; t++)
        {
            var sentence = _sentences + line.SentenceOf(t);
            _position++;
            if (next < mentions.Count && mentions[next].Phrase.HeadFirst == t)
            {
                var person = _cast.See(line, mentions[next], _position);
                if (person.Words.Length > 1 || !(line.IsHeadline || (mentions[next].Loose && Phrases.VerbAfter(line, mentions[next].Phrase, line.Count) < 0)))
                {
                    Note(line, mentions[next].Phrase, person, sentence);
                }

                next++;
            }

            if (byToken.TryGetValue(t, out var spoken))
            {
                foreach (var utterance in spoken)
                {
                    Name(utterance, sentence, previous);
                }
            }
            else if (line[t].Is(WordClass.He | WordClass.She) && (line.IsWord(t, "he") || line.IsWord(t, "she")))
            {
                if (_discourse.Resolve(GenderOf(line, t), sentence, line.Paragraph).Person is { } person)
                {
                    _discourse.Note(person, sentence, line.Paragraph, Prominence.Pronoun);
                }
            }
        }

        _sentences += line.Count > 0 ? line.SentenceOf(line.Count - 1) + 1 : 1;
        return utterances;
    }

    private void Note(Line line, NounPhrase phrase, Person person, int sentence)
    {
        if (!IsSubject(line, phrase))
        {
            _discourse.Note(person, sentence, line.Paragraph, 0);
        }
        else if (Phrases.VerbAfter(line, phrase, line.Count) >= 0)
        {
            // Speech that is only reported makes a speaker as well.
            _discourse.Spoke(person, sentence, line.Paragraph);
        }
        else
        {
            _discourse.Note(person, sentence, line.Paragraph, Prominence.Subject);
        }
    }

    private static Gender GenderOf(Line line, int token) => line[token].Is(WordClass.He) ? Gender.Male : Gender.Female;

    private static bool IsSubject(Line line, NounPhrase phrase) =>
        !line[phrase.Last].Possessive && (phrase.First == 0 || line[phrase.First - 1] is var before && (!before.IsWord || before.Is(WordClass.Conjunction))
            || line[phrase.Last + 1].Is(WordClass.Auxiliary | WordClass.Verb | WordClass.Reports));

    /// <summary>Gives an utterance the speaker that its own reporting words name.</summary>
    private void Name(Utterance utterance, int sentence, Utterance? previous)
    {
        var line = utterance.Line;
        var subject = utterance.Attribution.Subject!.Value;
        switch (subject.Naming)
        {
            case Naming.Name:
                utterance.Speak(_cast.Resolve(line, subject), subject.RoleFirst >= 0 ? line.Phrase(subject.RoleFirst, subject.RoleLast) : null);
                break;
            case Naming.Pronoun when line[subject.First].Is(WordClass.He | WordClass.She):
                var (person, lead) = _discourse.Resolve(GenderOf(line, subject.First), sentence, line.Paragraph);
                utterance.Refer(person, lead);
                if (person is { Gender: Gender.Unknown } && lead > 1)
                {
                    person.Gender = GenderOf(line, subject.First);
                }

                break;
            case Naming.Pronoun when line[subject.First].Is(WordClass.They) && previous is not null:
                utterance.Follow(previous);
                break;
            case Naming.Description:
                Describe(utterance, line, subject);
                break;
        }

        foreach (var first in subject.Others ?? [])
        {
            if (Phrases.Core(line, first, line.Count) is { } other)
            {
                utterance.Join(other.Naming == Naming.Name ? _cast.Resolve(line, other) : null, line.Phrase(other.HeadFirst, other.Last));
            }
        }

        if (utterance.Person is { } speaker)
        {
            _discourse.Spoke(speaker, sentence, line.Paragraph);
        }
    }

    private void Describe(Utterance utterance, Line line, NounPhrase subject)
    {
        if (subject.First == subject.Last - 1 && line.IsWord(subject.First, "the") && line[subject.HeadLast].Is(WordClass.Role | WordClass.Title)
            && _cast.WithRole(line.Word(subject.HeadLast).ToString()) is { } holder)
        {
            utterance.Refer(holder, 1);
        }
        else
        {
            utterance.Describe(line.Phrase(subject.HeadFirst, subject.Others is [var second, ..] ? second - 2 : subject.Last));
        }
    }

    /// <summary>Quotations without reporting words of their own go on from their neighbours.</summary>
    private void Continue(int index, Utterance[] utterances, Utterance? previous)
    {
        for (var i = 0; i < utterances.Length; i++)
        {
            var reading = utterances[i].Attribution;
            if (reading.Reading == Reading.Subject && Clauses.Voice(utterances[i].Line, reading.Subject!.Value) < 2)
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

    private void FromLineBefore(Utterance utterance, Line before, Utterance? previous)
    {
        var adjacent = previous is not null && ReferenceEquals(previous.Line, before);
        if (adjacent && (!previous!.Span.Closed || before[before.Count - 1].IsQuote))
        {
            utterance.Continue(previous, Reading.Continued);
            return;
        }

        if (Introduced(before, before.Count - 1) is { } subject)
        {
            Take(utterance, before, subject, _sentences - 1);
            return;
        }

        if (adjacent)
        {
            utterance.Continue(previous!, Reading.Neighbour);
        }
    }

    /// <summary>“Kallas was clear. “…”” in one paragraph.</summary>
    private bool FromSentenceBefore(Utterance utterance)
    {
        if (utterance.Token == 0 || Introduced(utterance.Line, utterance.Token - 1) is not { } subject)
        {
            return false;
        }

        Take(utterance, utterance.Line, subject, _sentences - 1);
        return true;
    }

    private void Take(Utterance utterance, Line line, NounPhrase subject, int sentence)
    {
        utterance.Attribution = new Attribution(Reading.Neighbour, null, -1, -1);
        if (subject.Naming == Naming.Name)
        {
            utterance.Speak(_cast.Resolve(line, subject), null);
            _discourse.Spoke(utterance.Person!, sentence, line.Paragraph);
        }
        else if (subject.Naming == Naming.Pronoun && line[subject.First].Is(WordClass.He | WordClass.She))
        {
            var (person, lead) = _discourse.Resolve(GenderOf(line, subject.First), sentence, line.Paragraph);
            utterance.Refer(person, lead);
        }
        else if (subject.Naming == Naming.Description)
        {
            Describe(utterance, line, subject);
        }
    }

    /// <summary>Whom the sentence that ends at <paramref name="last"/> lets speak next.</summary>
    private static NounPhrase? Introduced(Line before, int last)
    {
        var start = before.SentenceStart(last);
        for (var i = last; i > start; i--)
        {
            if (Clauses.IsReportVerb(before, i) && Clauses.SubjectOf(before, i, start) is { } subject && Clauses.Voice(before, subject) >= 2)
            {
                return subject;
            }
        }

        return Clauses.First(before, start, last);
    }

    private static Quotation ToQuotation(Utterance utterance)
    {
        var span = utterance.Span;
        return new Quotation(span.Paragraph + 1, span.Start, span.End, utterance.Line.Text[span.Start..span.End], utterance.Speakers, utterance.Role, utterance.ReportingWords, utterance.Certainty);
    }

    private ImmutableArray<Speaker> Speakers()
    {
        var counts = new Dictionary<string, (int Count, string? Role, Person? Person)>(StringComparer.Ordinal);
        foreach (var utterance in _utterances.Where(SpeechFilter.IsSpeech))
        {
            foreach (var name in utterance.Speakers)
            {
                var (count, role, person) = counts.GetValueOrDefault(name);
                counts[name] = (count + 1, role ?? utterance.Role, person ?? (utterance.Person?.Name == name ? utterance.Person : null));
            }
        }

        _ = paragraphs;
        return
        [
            .. counts.OrderByDescending(entry => entry.Value.Count).Select(entry =>
                new Speaker(entry.Key, [.. entry.Value.Person?.Forms.Where(form => form != entry.Key) ?? []], entry.Value.Role, entry.Value.Count)),
        ];
    }
}
