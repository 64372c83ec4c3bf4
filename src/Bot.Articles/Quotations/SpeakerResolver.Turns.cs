using Bot.Articles.Quotations.Detection;
using Bot.Articles.Quotations.Grammar;
using Bot.Articles.Quotations.Speakers;

namespace Bot.Articles.Quotations;

/// <content>The turns of a transcript or an interview.</content>
internal sealed partial class SpeakerResolver
{
    /// <summary>Gives each turn to whom its label names, and the answers without a label to the one who answers.</summary>
    private void Answer()
    {
        var answered = new Dictionary<Person, int>();
        var open = new List<Utterance>();
        foreach (var utterance in _utterances.Where(utterance => turns.ContainsKey(utterance.Span.Paragraph)))
        {
            var label = turns[utterance.Span.Paragraph].Label;
            utterance.Attribution = new Attribution(Reading.Label, null, -1, -1) { Lead = 9 };
            if (label is null)
            {
                open.Add(utterance);
            }
            else if (Turns.IsQuestion(label))
            {
                utterance.Attribution = utterance.Attribution with { Reading = Reading.Mention };
            }
            else if (SpeakerOf(label) is { } person)
            {
                utterance.Speak(person, null);
                utterance.Label = label;
                var asks = utterance.ParagraphTokens.Text.TrimEnd().EndsWith('?');
                answered[person] = answered.GetValueOrDefault(person) + (asks ? -1 : 1);
            }
            else
            {
                utterance.Describe(Turns.Bare(label).ToLowerInvariant());
                utterance.Label = label;
            }
        }

        var interviewee = answered.Where(entry => entry.Value > 0).OrderByDescending(entry => entry.Value).Select(entry => entry.Key).FirstOrDefault() ?? _cast.Foremost();
        foreach (var utterance in open)
        {
            utterance.Refer(interviewee);
        }
    }

    /// <summary>Null for somebody without a name (“THE WITNESS”).</summary>
    private Person? SpeakerOf(string label)
    {
        var words = Turns.Bare(label).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["THE", ..])
        {
            return null;
        }

        var name = words.SkipWhile((word, i) => i < words.Length - 1 && (WordClasses.Of(word.TrimEnd('.')) & (WordClass.Title | WordClass.Role)) != 0 && (WordClasses.Of(word) & WordClass.Given) == 0);
        return _cast.Called([.. name.Select(Cased)]);
    }

    /// <summary>“O'NEILL-SMITH” as “O'Neill-Smith”; a word that has a small letter is left alone.</summary>
    private static string Cased(string word)
    {
        if (word.Any(char.IsLower) || word.Length < 2)
        {
            return word;
        }

        var cased = word.ToCharArray();
        for (var i = 1; i < cased.Length; i++)
        {
            cased[i] = cased[i - 1] is '\'' or '’' or '-' or '.' ? cased[i] : char.ToLowerInvariant(cased[i]);
        }

        return new string(cased);
    }
}
