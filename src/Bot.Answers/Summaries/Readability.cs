using System.Collections.Frozen;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>Whether a sentence can be read by itself: whom “he” means, who says what is quoted, what a “but” turns against.</summary>
internal static class Readability
{
    // A pronoun behind this many words has usually been given its noun inside the sentence.
    private const int Reach = 6;

    private static readonly PhraseList Backward = new("en/readability/backward-openings");

    private static readonly FrozenSet<string> OfOthers = WordList.Set("en/readability/third-persons");

    private static readonly FrozenSet<string> FirstPersons = WordList.Set("en/readability/first-persons");

    /// <summary>First words behind which “his” or “he” has nobody inside the sentence: “In his speech”, “Asked whether he”, “Yesterday she”.</summary>
    private static readonly FrozenSet<string> Unbound = WordList.Set("en/readability/unbound-openings");

    /// <summary>First words of phrases behind which the subject follows: “In one of her columns, Bradley wrote”.</summary>
    private static readonly FrozenSet<string> Adverbial = WordList.Set("en/readability/adverbial-openings");

    private static readonly FrozenSet<string> Calendar = WordList.Set("en/readability/days-and-months");

    /// <summary>True when the sentence leans on another one, so that it misleads or puzzles by itself.</summary>
    public static bool Leans(Article article, SummarySentence sentence) => Leans(sentence, NoteFor(article, sentence));

    /// <param name="note">What <see cref="NoteFor"/> says of it.</param>
    public static bool Leans(SummarySentence sentence, string? note)
    {
        var words = sentence.Words;
        if (words.IsEmpty)
        {
            return IsBareSpeech(sentence) && note is null;
        }

        // A name in brackets says who “he” is, and who “I” am in speech; nothing says what “that” is, or of whom somebody says “he”.
        if (Backward.Opens(sentence.Text, words) && !FirstPersons.Contains(words[0].Text))
        {
            return PronounOf(words[0]) is null || note is null || sentence.IsSpoken(words[0]);
        }

        var isNamed = note is not null || sentence.Speech.Any(speech => speech.Speakers.Any(name => NamesPart(sentence.Text, name)));
        return !isNamed && (PronounAt(words) is not null || IsFirstPerson(words) || IsBareSpeech(sentence));
    }

    /// <summary>The same of a text that somebody wrote about an article.</summary>
    public static bool Leans(string text) => Words.Read(text) is var words && (Backward.Opens(text, words) || PronounAt(words) is not null);

    /// <summary>The name of whoever is meant by “he” or speaks, when only the sentences around it give that.</summary>
    public static string? NoteFor(Article article, SummarySentence sentence)
    {
        var speaker = SpeakerOf(sentence);
        if (PronounAt(sentence.Words) is not { } at || PronounOf(sentence.Words[at]) is not { } pronoun || sentence.IsSpoken(sentence.Words[at]))
        {
            return speaker;
        }

        // Where “he” speaks, both ways to find him must agree.
        var meant = PronounNote.Antecedent(article, sentence.Paragraph, new Sentence(sentence.Start, sentence.End), pronoun);
        return meant is not null && meant.Contains(' ', StringComparison.Ordinal) && (speaker is null || NamesPart(speaker, meant)) ? meant : null;
    }

    /// <summary>Whether it asks, or introduces what follows it, instead of telling something.</summary>
    public static bool IsOpen(string text) => text.AsSpan().TrimEnd("\"'”’»)]") is [.., '?' or ':' or ',' or ';' or '—' or '–' or '-'] || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…');

    private static string? SpeakerOf(SummarySentence sentence)
    {
        if (sentence.Speech is not [{ Certainty: not Certainty.Unknown, Speakers: { IsEmpty: false } speakers }, ..])
        {
            return null;
        }

        var isNamed = speakers.Any(name => NamesPart(sentence.Text, name));
        return !isNamed && sentence.Speech.All(quotation => quotation.Speakers.SequenceEqual(speakers)) ? string.Join(" and ", speakers) : null;
    }

    private static string? PronounOf(Word word) => word.Text is "he" or "his" ? "he" : word.Text is "she" or "her" ? "she" : null;

    private static bool IsFirstPerson(IReadOnlyList<Word> words) =>
        words.Take(Reach).TakeWhile((word, i) => i == 0 || !word.IsCapital || word.IsStop).Any(word => FirstPersons.Contains(word.Text));

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
        words[pronoun].Text is "his" or "her" or "their" or "its" && Adverbial.Contains(words[0].Text) && words.Skip(pronoun + 1).Take(Reach).Any(word => word.IsCapital && !word.IsStop && !Calendar.Contains(word.Text));

    /// <summary>“Police said they”, “residents fled their homes”, “about 190 families and their lawyers” have whom they mean; “in his speech” and “asked whether he” have not.</summary>
    private static bool IsUnbound(IReadOnlyList<Word> words, int pronoun)
    {
        var first = words[0].Text;
        return (Unbound.Contains(first) && !(words[1].IsNumber && words[pronoun].Text is ("they" or "their"))) || first.EndsWith("ing", StringComparison.Ordinal) || first.EndsWith("ly", StringComparison.Ordinal)
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
}
