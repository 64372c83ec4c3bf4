using System.Collections.Immutable;
using Bot.Articles.Quotations.Detection;
using Bot.Articles.Quotations.Grammar;
using Bot.Articles.Quotations.Speakers;

namespace Bot.Articles.Quotations;

/// <summary>Reads an article line by line, keeping in mind who has been named and who spoke last, and gives each quotation its speaker.</summary>
internal sealed partial class SpeakerResolver(IReadOnlyList<ParagraphTokens> lines, IReadOnlyDictionary<int, Turn> turns)
{
    private readonly PersonRegistry _cast = PersonRegistry.Of(lines);
    private readonly PronounResolver _discourse = new();
    private readonly List<Utterance> _utterances = [];
    private UncasedSpeakers? _uncased;
    private int _sentences;
    private int _position;

    public QuotationReading Read()
    {
        Utterance? previous = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var utterances = ReadLine(lines[i], previous);
            if (!turns.ContainsKey(i))
            {
                Continue(i, utterances, previous);
            }

            if (utterances.Length == 0 && previous is not null && previous.ParagraphTokens.Paragraph == i - 1 && SignatureOf(lines[i]) is { } signature)
            {
                Sign(lines[i], signature);
            }

            _utterances.AddRange(utterances);
            previous = utterances.Length > 0 ? utterances[^1] : previous;
        }

        Answer();
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

    private Utterance[] ReadLine(ParagraphTokens line, Utterance? previous)
    {
        var attributions = new Attributor(line).Read();
        var utterances = new Utterance[attributions.Length];
        var byToken = new Dictionary<int, List<Utterance>>();
        var tokens = Enumerable.Range(0, line.Count).Where(t => line[t].IsQuote).ToArray();
        for (var i = 0; i < attributions.Length; i++)
        {
            utterances[i] = new Utterance(line, line.Spans[i], tokens[i], attributions[i]) { Standing = Standings.Of(line, tokens[i], attributions[i]) };
            if (attributions[i].Subject is { } subject)
            {
                if (!byToken.TryGetValue(subject.HeadFirst, out var list))
                {
                    byToken[subject.HeadFirst] = list = [];
                }

                list.Add(utterances[i]);
            }
        }

        var uncased = utterances.Length > 0 && line.IsUncased;
        if (uncased)
        {
            Array.ForEach(utterances, utterance => utterance.Tell((_uncased ??= new()).Of(line, utterance.Span)));
        }

        var mentions = PersonRegistry.MentionsIn(line);
        var next = 0;
        for (var t = 0; t < line.Count; t++)
        {
            var sentence = _sentences + line.SentenceOf(t);
            _position++;
            if (next < mentions.Count && mentions[next].Phrase.HeadFirst == t)
            {
                var person = _cast.See(line, mentions[next], _position);
                if (person.Words.Length > 1 || !(line.IsHeadline || (mentions[next].Loose && PhraseParser.VerbAfter(line, mentions[next].Phrase, line.Count) < 0)))
                {
                    Note(line, mentions[next].Phrase, person, sentence);
                }

                next++;
            }

            if (!uncased && byToken.TryGetValue(t, out var spoken))
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
                    _discourse.Note(person, sentence, line.Paragraph, SalienceWeights.Pronoun);
                }
            }
        }

        _sentences += line.Count > 0 ? line.SentenceOf(line.Count - 1) + 1 : 1;
        return utterances;
    }

    private void Note(ParagraphTokens line, NounPhrase phrase, Person person, int sentence)
    {
        var opens = OpensClause(line, phrase);
        if (line[phrase.Last].Possessive || PhraseParser.LeadsToOffice(line, phrase.Last + 1))
        {
            // “Reed's wife”, “Reed adviser Ann Ek”: somebody else is the subject.
            _discourse.Note(person, sentence, line.Paragraph, 0);
        }
        else if ((opens && Speaks(line, phrase)) || EndsReport(line, phrase))
        {
            // Speech that is only reported makes a speaker as well.
            _discourse.Spoke(person, sentence, line.Paragraph);
        }
        else
        {
            _discourse.Note(person, sentence, line.Paragraph,
                opens ? SalienceWeights.Subject : line[phrase.Last + 1].Is(WordClass.Auxiliary | WordClass.Verb | WordClass.Reports) ? SalienceWeights.InnerSubject : 0);
        }
    }

    /// <summary>“…, said Reed” and “… Reed argues.”: a sentence of reported speech closes with its speaker.</summary>
    private static bool EndsReport(ParagraphTokens line, NounPhrase phrase) =>
        (line[phrase.First - 1].Is(WordClass.Reports) && line[phrase.First - 2].Mark == ',')
            || (line[phrase.Last + 1] is { Capitalised: false } verb && verb.Is(WordClass.Reports) && line[phrase.Last + 2].Mark == '.');

    private static bool Speaks(ParagraphTokens line, NounPhrase phrase) =>
        PhraseParser.VerbAfter(line, phrase, line.Count) >= 0
            || (line[phrase.Last + 1].Mark == ',' && line[phrase.Last + 2] is { Capitalised: false } verb && verb.Is(WordClass.Reports))
            || (line[phrase.Last + 1] is { Capitalised: false } thought && thought.Is(WordClass.Thinks));

    private static Gender GenderOf(ParagraphTokens line, int token) => line[token].Is(WordClass.He) ? Gender.Male : Gender.Female;

    /// <summary>Nothing but its own role stands between the name and the start of a clause.</summary>
    private static bool OpensClause(ParagraphTokens line, NounPhrase phrase)
    {
        const WordClass Other = WordClass.Preposition | WordClass.Conjunction | WordClass.Verb | WordClass.AnyReport | WordClass.Auxiliary | WordClass.Relative | WordClass.He | WordClass.She;
        var first = phrase.First;
        while (first > 0 && phrase.First - first < 6 && line[first - 1].IsWord && (!line[first - 1].Is(Other) || line[first - 1].Is(WordClass.Role)) && line.SentenceOf(first - 1) == line.SentenceOf(first))
        {
            first--;
        }

        if (line.IsWord(first, "a") || line.IsWord(first, "an"))
        {
            // “– a Dallas Cowboys fan –”: the name only tells what somebody is.
            return false;
        }

        return first == 0 || !line[first - 1].IsWord || line[first - 1].Is(WordClass.Conjunction) || line.SentenceOf(first - 1) != line.SentenceOf(first);
    }

    /// <summary>Gives an utterance the speaker that its own reporting words name.</summary>
    private void Name(Utterance utterance, int sentence, Utterance? previous)
    {
        var line = utterance.ParagraphTokens;
        var subject = utterance.Attribution.Subject!.Value;
        switch (subject.Naming)
        {
            case Naming.Name:
                utterance.Speak(_cast.Resolve(line, subject), subject.RoleFirst >= 0 ? line.Phrase(subject.RoleFirst, subject.RoleLast) : null, _cast.IsShared(line, subject));
                break;
            case Naming.Pronoun when line[subject.First].Is(WordClass.He | WordClass.She):
                var (person, lead) = _discourse.Resolve(GenderOf(line, subject.First), sentence, line.Paragraph, NotMeant(utterance, line, subject, previous));
                utterance.Refer(person);
                if (person is { Gender: Gender.Unknown } && lead > 1)
                {
                    person.Gender = GenderOf(line, subject.First);
                }

                break;
            case Naming.Pronoun when line.IsWord(subject.First, "it") || line.IsWord(subject.First, "they"):
                SpeakForBody(utterance, line, subject.First, previous);
                break;
            case Naming.Description when ClauseParser.Voice(line, subject) >= 2:
                Describe(utterance, line, subject);
                break;
        }

        foreach (var first in subject.Others ?? [])
        {
            if (PhraseParser.Core(line, first, line.Count) is { } other)
            {
                utterance.Join(other.Naming == Naming.Name ? _cast.Resolve(line, other) : null, line.Phrase(other.HeadFirst, other.Last));
            }
        }

        if (utterance.Person is { } speaker)
        {
            _discourse.Spoke(speaker, sentence, line.Paragraph);
        }
    }

    /// <summary>Whom a pronoun cannot mean: the name in “Reed, she said, …”, and the one who asked when somebody answers.</summary>
    private Person? NotMeant(Utterance utterance, ParagraphTokens line, NounPhrase subject, Utterance? previous)
    {
        if (line[subject.First - 1].Mark == ',' && PhraseParser.EndingAt(line, subject.First - 2, line.SentenceStart(subject.First)) is { Naming: Naming.Name } named)
        {
            return _cast.Resolve(line, named);
        }

        var answers = utterance.Attribution.Last >= 0 && line.Word(utterance.Attribution.Last) is "answered" or "replied" or "responded" or "answers" or "replies";
        return answers && previous is not null && previous.ParagraphTokens.LastCharacter(previous.ParagraphTokens[previous.Token]) == '?' ? previous.Person : null;
    }

    /// <summary>“The company denied it. “…,” it said.”: the body, the group or the document that the sentences before were about.</summary>
    private void SpeakForBody(Utterance utterance, ParagraphTokens line, int pronoun, Utterance? previous)
    {
        var they = line.IsWord(pronoun, "they");
        if (they && previous is { Speakers.Length: > 1 })
        {
            utterance.Follow(previous);
            return;
        }

        var end = line.SentenceStart(pronoun);
        for (var (at, back) = (line, 0); back < 4; back++)
        {
            if (end <= 0)
            {
                if (at.Paragraph == 0 || lines[at.Paragraph - 1].Count == 0)
                {
                    break;
                }

                at = lines[at.Paragraph - 1];
                end = at.Count;
            }

            var start = at.SentenceStart(end - 1);
            if (ClauseParser.First(at, start, end) is { } body)
            {
                if (body.Naming == Naming.Description && ClauseParser.Voice(at, body) == 2 && (!they || at[body.HeadLast].Is(WordClass.Plural | WordClass.Organisation | WordClass.Group)))
                {
                    utterance.Describe(at.Phrase(body.HeadFirst, body.Last));
                    return;
                }

                if (body.Naming == Naming.Name && ClauseParser.Voice(at, body) == 3 && body.Others is null && _cast.Resolve(at, body) is { IsNamedBody: true } named)
                {
                    utterance.Refer(named);
                    return;
                }
            }

            end = start;
        }

        if (they && previous is not null)
        {
            utterance.Follow(previous);
        }
    }

    private void Describe(Utterance utterance, ParagraphTokens line, NounPhrase subject)
    {
        if (subject.First == subject.Last && line[subject.First].Capitalised && _cast.Bearer(line, subject) is { } bearer)
        {
            // Somebody called Baker is no baker.
            utterance.Speak(bearer, null);
        }
        else if (line.IsWord(subject.First, "the") && line.Word(subject.HeadLast).EndsWith("-year-old"))
        {
            if (_discourse.Resolve(Gender.Unknown, _sentences, line.Paragraph).Person is { IsHuman: true } meant)
            {
                utterance.Refer(meant);
            }
            else
            {
                utterance.Describe(line.Phrase(subject.HeadFirst, subject.Last));
            }
        }
        else if (subject.First == subject.Last - 1 && line.IsWord(subject.First, "the") && line[subject.HeadLast].Is(WordClass.Role | WordClass.Title)
            && _cast.WithRole(line.Word(subject.HeadLast).ToString()) is { } holder)
        {
            utterance.Refer(holder);
        }
        else if (line.IsWord(subject.First, "the") && line[subject.HeadLast].Is(WordClass.Role) && subject.Last == subject.HeadLast && _discourse.Only is { Role: null } only)
        {
            // “said the actor”, when nobody else has been named.
            utterance.Refer(only);
        }
        else
        {
            utterance.Describe(line.Phrase(subject.HeadFirst, subject.Others is [var second, ..] ? second - 2 : subject.Last));
        }
    }

    private static Quotation ToQuotation(Utterance utterance)
    {
        var span = utterance.Span;
        return new Quotation(span.Paragraph + 1, span.Start, span.End, utterance.ParagraphTokens.Text[span.Start..span.End], utterance.Speakers, utterance.Role, utterance.ReportingWords, utterance.Certainty)
        {
            Standing = utterance.Standing,
        };
    }

    private ImmutableArray<Speaker> Speakers()
    {
        var counts = new Dictionary<string, (int Count, string? Role)>(StringComparer.Ordinal);
        foreach (var utterance in _utterances.Where(SpeechFilter.IsSpeech))
        {
            foreach (var name in utterance.Speakers)
            {
                var (count, role) = counts.GetValueOrDefault(name);
                counts[name] = (count + 1, role ?? utterance.Role);
            }
        }

        return
        [
            .. counts.OrderByDescending(entry => entry.Value.Count).Select(entry =>
                _cast.Named(entry.Key) is { } person
                    ? new Speaker(entry.Key, [.. person.Forms.Where(form => form != entry.Key)], person.Role ?? entry.Value.Role, entry.Value.Count)
                    : new Speaker(entry.Key, [], entry.Value.Role, entry.Value.Count)),
        ];
    }
}
