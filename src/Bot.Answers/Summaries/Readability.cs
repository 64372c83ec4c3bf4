using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>Whether a sentence can be read by itself: whom “he” means, who says what is quoted, what a “but” turns against.</summary>
internal static partial class Readability
{
    // A pronoun behind this many words has usually been given its noun inside the sentence.
    private const int Reach = 6;

    private static readonly FrozenSet<string> People = WordList.Set("en/readability/people-pronouns");

    private static readonly FrozenSet<string> OfOthers = WordList.Set("en/readability/third-persons");

    /// <summary>Opening words that point back to the sentence before.</summary>
    private static readonly FrozenSet<string> Backward = WordList.Set("en/readability/backward-openings");

    /// <summary>First words behind which “his” or “he” has nobody inside the sentence: “In his speech”, “Asked whether he”, “Yesterday she”.</summary>
    private static readonly FrozenSet<string> Unbound = WordList.Set("en/readability/unbound-openings");

    /// <summary>First words of phrases behind which the subject follows: “In one of her columns, Bradley wrote”.</summary>
    private static readonly FrozenSet<string> Adverbial = WordList.Set("en/readability/adverbial-openings");

    /// <summary>True when the sentence leans on another one, so that it misleads or puzzles by itself.</summary>
    public static bool Leans(Article article, SummarySentence sentence) => Leans(sentence, NoteFor(article, sentence));

    /// <param name="note">What <see cref="NoteFor"/> says of it.</param>
    public static bool Leans(SummarySentence sentence, string? note)
    {
        if (LeansBack(sentence.Words, sentence.Text))
        {
            // A name in brackets says who “he” is, and who “I” am where all is speech; nothing says what “that” is.
            return note is null || !(sentence.Words is [var first, ..] && (People.Contains(first.Text) || (InsideSpeech(sentence, first) && !Backward.Contains(first.Text))));
        }

        return (NamelessPerson(sentence) || IsBareSpeech(sentence)) && note is null;
    }

    /// <summary>The same of a text that somebody wrote about an article.</summary>
    public static bool Leans(string text) => LeansBack(Words.Read(text), text) || UnboundPronoun(Words.Read(text));

    /// <summary>The name of whoever speaks or is meant by “he”, when only the sentences around it give that.</summary>
    public static string? NoteFor(Article article, SummarySentence sentence) => SpeakerOf(sentence) ?? MeantBy(article, sentence);

    /// <summary>Whether it asks, or introduces what follows it, instead of telling something.</summary>
    public static bool IsOpen(string text) => text.AsSpan().TrimEnd("\"'”’»)]") is [.., '?' or ':' or ',' or ';' or '—' or '–' or '-'] || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…');

    private static string? SpeakerOf(SummarySentence sentence)
    {
        if (sentence.Speech is not [{ Certainty: not Certainty.Unknown, Speakers: { IsEmpty: false } speakers }, ..])
        {
            return null;
        }

        var unnamed = speakers.Where(name => !NamesPart(sentence.Text, name)).ToArray();
        return unnamed.Length == speakers.Length && sentence.Speech.All(quotation => quotation.Speakers.SequenceEqual(speakers)) ? string.Join(" and ", speakers) : null;
    }

    /// <summary>Whom “he”, “she”, “his” or “her” at the beginning stands for, where the text before leaves one reading of a full name.</summary>
    private static string? MeantBy(Article article, SummarySentence sentence)
    {
        var pronoun = sentence.Words is [{ Text: "he" or "his" }, ..] ? "he" : sentence.Words is [{ Text: "she" or "her" }, ..] ? "she" : null;
        if (pronoun is null || PronounNote.Antecedent(article, sentence.Paragraph, new Sentence(sentence.Start, sentence.End), pronoun) is not { } name)
        {
            return null;
        }

        var full = PronounNote.FullName(article, name);
        return full.Contains(' ', StringComparison.Ordinal) && PronounNote.Agrees(full, pronoun) ? full : null;
    }

    private static bool LeansBack(IReadOnlyList<Word> words, string text) =>
        words is [var first, ..] && (Backward.Contains(first.Text) || People.Contains(first.Text) || Connective().IsMatch(text) || words is [_, { Text: "then" or "too" or "also" }, ..]);

    private static bool InsideSpeech(SummarySentence sentence, Word word) => sentence.Speech.Any(speech => speech.Start <= sentence.Start + word.Start && speech.End >= sentence.Start + word.End);

    private static bool NamelessPerson(SummarySentence sentence) =>
        UnboundPronoun(sentence.Words) || (FirstPersonAt(sentence) && !sentence.Words.Take(Reach).Any(word => word.IsCapital && !word.IsStop));

    private static bool UnboundPronoun(IReadOnlyList<Word> words) => PronounAt(words) is not null;

    private static bool FirstPersonAt(SummarySentence sentence) => sentence.Words.Take(Reach).Any(word => word.Text is "i" or "we" or "our" or "my");

    /// <summary>Where a pronoun stands that nobody has been named for; null when there is none near the beginning.</summary>
    private static int? PronounAt(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < Math.Min(Reach, words.Count); i++)
        {
            if (words[i].IsCapital && i > 0 && !words[i].IsStop && !Calendar.Contains(words[i].Text))
            {
                return null;
            }

            if (OfOthers.Contains(words[i].Text))
            {
                return i == 0 || (IsUnbound(words, i) && !IsNamedSoon(words, i)) ? i : null;
            }
        }

        return null;
    }

    /// <summary>“In one of her columns, Bradley wrote”: the name follows.</summary>
    private static bool IsNamedSoon(IReadOnlyList<Word> words, int pronoun) =>
        words[pronoun].Text is "his" or "her" or "their" && Adverbial.Contains(words[0].Text) && words.Skip(pronoun + 1).Take(Reach).Any(word => word.IsCapital && !word.IsStop && !Calendar.Contains(word.Text));

    /// <summary>“Police said they”, “residents fled their homes” have whom they mean; “in his speech” and “asked whether he” have not.</summary>
    private static bool IsUnbound(IReadOnlyList<Word> words, int pronoun)
    {
        var first = words[0].Text;
        return Unbound.Contains(first) || first.EndsWith("ing", StringComparison.Ordinal) || first.EndsWith("ly", StringComparison.Ordinal)
            || !words.Take(pronoun).Any(word => !word.IsStop && !word.IsNumber);
    }

    /// <summary>All of it stands between quotation marks, without the words that say whose it is.</summary>
    private static bool IsBareSpeech(SummarySentence sentence)
    {
        var outside = sentence.Words.Count(word => !sentence.Speech.Any(speech => speech.Start < sentence.Start + word.End && speech.End > sentence.Start + word.Start));
        return sentence.Speech.IsEmpty ? OpensInsideMarks(sentence) : outside == 0;
    }

    /// <summary>For articles whose quotations were not read: more marks opened than closed before the sentence, or all of it between marks.</summary>
    private static bool OpensInsideMarks(SummarySentence sentence)
    {
        var before = sentence.Paragraph.Text.AsSpan(0, sentence.Start);
        if (before.Count('“') > before.Count('”') || before.Count('"') % 2 == 1)
        {
            return true;
        }

        var text = sentence.Text;
        return text is ['“' or '"', ..] && text.IndexOfAny(['”', '"'], 1) is var close && (close < 0 || close == text.Length - 1);
    }

    private static bool NamesPart(string text, string name) =>
        name.Split(' ').Any(part => part.Length > 2 && text.Contains(part, StringComparison.Ordinal));

    private static readonly FrozenSet<string> Calendar = WordList.Set("en/readability/days-and-months");

    /// <summary>Openings of several words that point back: “in response”, “as a result”, “a day later”, “the two”, “one of them”.</summary>
    [GeneratedRegex(
        """
        ^[\W]*(
          in\ (addition|contrast|response|turn|fact|short|other\ words|particular|particular|return|that|this|those|these|doing\ so|the\ meantime|the\ process|both\ cases)
        | as\ (a\ (result|consequence)|such|well)
        | for\ (example|instance|this|that|these|those|(his|her|its|their)\ part|his|her)
        | on\ (the\ (other\ hand|contrary|other\ side)|top\ of\ (that|this)|(his|her|their|its)\ part)
        | at\ (the\ (same\ time|time|moment|end)|that|this)
        | even\ (so|then|if\ (he|she|it|they))
        | by\ (contrast|comparison|then|that\ time|doing\ so)
        | (after|before|since|until|from|despite|because\ of|given|with|like|unlike|to)\ (that|this|these|those|then|all)
        | (a|an|the|that|this)\ (first|second|third|fourth|new|newer|similar|different|further|bigger|smaller|better|other)\ ones?\b
        | (among|of|one\ of|some\ of|most\ of|all\ of|many\ of|none\ of|both\ of|each\ of|two\ of|half\ of)\ (them|these|those)
        | (asked|questioned|pressed)\ (about|if|whether|on|why)
        | the\ (former|latter|same|two|pair|duo|trio|three|other|others|second|third)
        | (a|one|two|three|four|five|six|several|some|the\ next|the\ following)\ (moment|minute|hour|day|night|week|month|year|decade)s?\ (later|earlier|before|after(wards)?)
        | (the\ (next|following|same|previous)|that)\ (morning|day|night|evening|week|month|year)
        | (soon|shortly|not\ long|long|immediately|right)\ (after(wards?)?|before|then)\b(?!\ (the|a|an|\p{Lu}))
        | (not\ only|worse|what('|’)s|more\ than)\ (that|this|more|still)
        | more\ recently | so\ far | no\ wonder | after\ all | of\ course | either\ way | if\ (so|not) | then\ again | that\ said | all\ (this|that|of\ (this|that|it))
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Connective();
}
