using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Detection;

/// <summary>What one paragraph of a transcript or an interview is.</summary>
/// <param name="Label">Who speaks, as it stands before the colon; null for an answer that the article gives without a name.</param>
/// <param name="Start">Where the spoken words begin, in UTF-16 code units.</param>
internal sealed record Turn(string? Label, int Start);

/// <summary>Finds transcripts and interviews, whose turns are their speakers' words without quotation marks.</summary>
internal static partial class Turns
{
    private const int LongestLabel = 62;
    private const int MostWords = 6;
    private const int LongestSignature = 140;

    private const int FewestQuestions = 3;
    private const int LongestQuestion = 300;

    // Paragraphs.
    private const int LongestAnswer = 4;

    // What an answer is like shows in its first sentences.
    private const int LongestOpening = 2000;

    /// <summary>By index of the paragraph; empty for an article that is no conversation.</summary>
    public static Dictionary<int, Turn> Find(ImmutableArray<Paragraph> paragraphs)
    {
        var labels = new Dictionary<int, (string Label, int Start)>();
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (paragraphs[i].Text.AsSpan(0, Math.Min(paragraphs[i].Text.Length, LongestLabel)).Contains(':') && Label().Match(paragraphs[i].Text) is { Success: true } match && IsLabel(match.Groups["who"].Value))
            {
                labels[i] = (match.Groups["who"].Value, match.Length);
            }
        }

        var turns = new Dictionary<int, Turn>();
        if (labels.Count > 0)
        {
            var times = labels.Values.CountBy(label => Key(label.Label)).ToDictionary(StringComparer.Ordinal);
            var known = labels.Where(entry => IsTurn(entry.Key, entry.Value.Label)).ToList();
            var keys = known.ToDictionary(entry => entry.Key, entry => Key(entry.Value.Label));
            var answered = known.Any(entry => paragraphs[entry.Key].Text.TrimEnd().EndsWith('?') && keys.GetValueOrDefault(entry.Key + 1) is { } next && next != keys[entry.Key]);
            if (keys.Values.Distinct(StringComparer.Ordinal).Count() > 1 && (answered || keys.Values.CountBy(key => key).Any(times => times.Value > 1)))
            {
                foreach (var (i, (label, start)) in known)
                {
                    turns[i] = new Turn(IsAnswer(label) ? null : label, start);
                }

                Continue(paragraphs, turns, known.All(entry => IsShouted(entry.Value.Label)));
            }

            bool IsTurn(int paragraph, string label) =>
                times[Key(label)] > 1 || IsShouted(label) || IsNamed(paragraphs, labels.Keys, Key(label)) || paragraphs[paragraph].Text.TrimEnd().EndsWith('?');
        }

        AnswersBelowQuestions(paragraphs, turns, labels);
        AnswersBetweenQuestions(paragraphs, turns);
        Posts(paragraphs, turns);
        return turns;
    }

    /// <summary>“Q”, “Question”: whoever asks, whom nobody wants to hear of.</summary>
    public static bool IsQuestion(string? label) => label is "Q" or "Q." or "QUESTION" or "Question" or "Frage" or "FRAGE" or "Pregunta" or "P";

    private static bool IsAnswer(string label) => label is "A" or "A." or "ANSWER" or "Answer" or "Antwort" or "ANTWORT" or "Respuesta" or "Réponse" or "R";

    /// <summary>A paragraph between the turns of a transcript goes on with the turn before it.</summary>
    private static void Continue(ImmutableArray<Paragraph> paragraphs, Dictionary<int, Turn> turns, bool shouted)
    {
        var last = turns.Keys.Max();
        for (var i = turns.Keys.Min() + 1; shouted && i < last; i++)
        {
            if (!turns.ContainsKey(i) && turns.TryGetValue(i - 1, out var before) && paragraphs[i].Section == paragraphs[i - 1].Section && paragraphs[i].Text is not ['(' or '[' or '—', ..])
            {
                turns[i] = before with { Start = 0 };
            }
        }
    }

    /// <summary>An interview that sets its questions as headings: what stands below them is the answer.</summary>
    private static void AnswersBelowQuestions(ImmutableArray<Paragraph> paragraphs, Dictionary<int, Turn> turns, Dictionary<int, (string Label, int Start)> labels)
    {
        var asked = Enumerable.Range(0, paragraphs.Length).Where(i => paragraphs[i].Section is { } section && section.TrimEnd().EndsWith('?') && !turns.ContainsKey(i)).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var personal = asked.Count(i => FirstPerson().IsMatch(Opening(paragraphs[i].Text)) || SecondPerson().IsMatch(paragraphs[i].Section!));
        var introduced = paragraphs.Take(4).Any(paragraph => paragraph.Section?.EndsWith('?') != true && Meeting().IsMatch(Opening(paragraph.Text)));
        if ((3 * personal >= asked.Count || asked.Exists(i => labels.TryGetValue(i, out var label) && IsNamed(paragraphs, labels.Keys, Key(label.Label)))) && (turns.Count > 0 || personal > 1 || asked.Exists(labels.ContainsKey) || (introduced && asked.Count > 1)))
        {
            foreach (var i in asked)
            {
                turns[i] = labels.TryGetValue(i, out var label) ? new Turn(label.Label, label.Start) : new Turn(null, 0);
            }
        }
    }

    /// <summary>An interview that sets its questions as paragraphs: one question, one answer or more, and so on to its end.</summary>
    private static void AnswersBetweenQuestions(ImmutableArray<Paragraph> paragraphs, Dictionary<int, Turn> turns)
    {
        var asked = Enumerable.Range(0, paragraphs.Length).Where(i => paragraphs[i].Text.Length <= LongestQuestion && paragraphs[i].Text.TrimEnd().EndsWith('?')).ToList();
        if (turns.Count > 0 || asked.Count < FewestQuestions || asked.Zip(asked.Skip(1)).Any(pair => pair.Second - pair.First is 1 or > LongestAnswer) || asked[^1] == paragraphs.Length - 1
            || paragraphs.Any(paragraph => paragraph.Text.AsSpan().IndexOfAny('“', '"', '«') >= 0)
            || !(asked.Exists(i => SecondPerson().IsMatch(paragraphs[i].Text)) || paragraphs.Take(asked[0]).Any(paragraph => Meeting().IsMatch(Opening(paragraph.Text)))))
        {
            return;
        }

        for (var i = asked[0]; i < Math.Min(paragraphs.Length, asked[^1] + LongestAnswer); i++)
        {
            turns[i] = new Turn(asked.Contains(i) ? "Q" : null, 0);
        }
    }

    /// <summary>A post or a block of quoted words without marks, under which stands whose it is: “— Dana Orr (@danaorr)”.</summary>
    private static void Posts(ImmutableArray<Paragraph> paragraphs, Dictionary<int, Turn> turns)
    {
        for (var i = 0; i + 1 < paragraphs.Length; i++)
        {
            var signature = paragraphs[i + 1].Text;
            if (signature.Length <= LongestSignature && Signature().Match(signature) is { Success: true } match && IsLabel(match.Groups["who"].Value)
                && (match.Groups["more"].Success || i + 2 < paragraphs.Length) && paragraphs[i].Text is not ['“' or '"' or '«' or '„' or '‘' or '—' or '–', ..] && !turns.ContainsKey(i))
            {
                turns[i] = new Turn(match.Groups["who"].Value, 0);
            }
        }
    }

    private static ReadOnlySpan<char> Opening(string text) => text.AsSpan(0, Math.Min(text.Length, LongestOpening));

    /// <summary>The family name, or the one word, that tells labels apart.</summary>
    private static string Key(string label) => NameWords.Fold(Bare(label).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);

    /// <summary>Without what stands behind a comma or in brackets: “ANNA KERN, HOST”.</summary>
    public static string Bare(string label) => label[..(label.IndexOfAny([',', '(', '[']) is var cut && cut > 0 ? cut : label.Length)].Trim();

    private static bool IsShouted(string label) => !label.Any(char.IsLower) && label.Any(char.IsUpper);

    private static bool IsNamed(ImmutableArray<Paragraph> paragraphs, IEnumerable<int> labelled, string family) =>
        family.Length > 2 && Enumerable.Range(0, paragraphs.Length).Except(labelled).Any(i => NameWords.Fold(paragraphs[i].Text).Contains(family, StringComparison.Ordinal));

    /// <summary>Words in upper case, or the letters of question and answer; nothing that opens a note, a list or an update.</summary>
    private static bool IsLabel(string label)
    {
        var words = Bare(label).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords
            && Array.TrueForAll(words, word => char.IsUpper(word[0]) || (WordClasses.Of(word) & WordClass.Particle) != 0)
            && !(words.Length == 1 && (WordClasses.Of(words[0]) & (WordClass.SpeechNoun | WordClass.Calendar | WordClass.Work)) != 0)
            && !(words[0].Length > 1 && !IsShouted(words[0]) && (WordClasses.Of(words[0]) & WordClass.Common) != 0 && words[0] is not "The")
            && !Array.Exists(words, word => word is "NOTE" or "Note" or "UPDATE" or "Update" or "CORRECTION" or "Correction" or "PHOTO" or "Photo" or "VIDEO" or "Video");
    }

    [GeneratedRegex(@"^(?<who>[\p{Lu}](?:[^\s:“”""«»„?!]*|[^:“”""«»„?!\n]{0,58}[^\s:“”""«»„?!])):\s+(?![“""«„‘」])(?=\S)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Label();

    [GeneratedRegex(@"^([—–―]\s?|A post shared by )(?<who>\p{Lu}[^,(@:.]{1,50}?)\s*(?<more>[,(].{2,90})?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\b(I|we|my|our|me|us|ich|wir|je|nous|yo|nosotros)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"\b(you|your|Sie|Ihre?n?|vous|votre|usted|su)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex SecondPerson();

    [GeneratedRegex(@"\b(interview\w*|spoke (to|with)|talked (to|with)|sat down with|met|asked|gespräch|entretien|entrevista)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Meeting();
}
