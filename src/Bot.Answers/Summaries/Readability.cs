using System.Collections.Frozen;
using Bot.Articles;

namespace Bot.Answers.Summaries;

/// <summary>Whether a sentence can be read by itself: whom “he” means, who says what is quoted, what a “but” turns against.</summary>
internal static class Readability
{
    // A pronoun behind this many words has usually been given its noun inside the sentence.
    private const int Reach = 6;

    private static readonly FrozenSet<string> People = FrozenSet.Create(StringComparer.Ordinal, "he", "she", "they", "his", "her", "their", "we", "i", "our", "my");

    private static readonly FrozenSet<string> Backward = FrozenSet.Create(
        StringComparer.Ordinal,
        "but", "and", "or", "nor", "so", "yet", "however", "nevertheless", "nonetheless", "therefore", "thus", "hence", "moreover", "furthermore", "meanwhile", "otherwise",
        "instead", "likewise", "similarly", "consequently", "besides", "too", "also", "then", "still", "indeed", "afterwards", "elsewhere",
        "it", "its", "this", "that", "these", "those", "such", "both", "neither", "others", "another", "here", "there", "him", "them", "ones");

    /// <summary>True when the sentence leans on another one, so that it misleads or puzzles by itself.</summary>
    public static bool Leans(SummarySentence sentence) =>
        (OpensBackward(sentence) || NamelessPerson(sentence) || IsBareSpeech(sentence)) && NoteFor(sentence) is null;

    /// <summary>The speaker's name, when the sentence quotes somebody whom only the sentences around it name.</summary>
    public static string? NoteFor(SummarySentence sentence)
    {
        if (sentence.Speech is not [{ Certainty: not Certainty.Unknown, Speakers: { IsEmpty: false } speakers }, ..] || OpensBackwardOutside(sentence))
        {
            return null;
        }

        var unnamed = speakers.Where(name => !NamesPart(sentence.Text, name)).ToArray();
        return unnamed.Length == speakers.Length && sentence.Speech.All(quotation => quotation.Speakers.SequenceEqual(speakers)) ? string.Join(" and ", speakers) : null;
    }

    /// <summary>Captions and headlines that were read as sentences.</summary>
    public static bool IsWhole(string text) => text.AsSpan().TrimEnd("\"'”’»)]") is [.., '.' or '!' or '?' or '…'];

    public static bool IsQuestion(string text) => text.AsSpan().TrimEnd("\"'”’»)]") is [.., '?'];

    private static bool OpensBackward(SummarySentence sentence) =>
        sentence.Words is [var first, ..] && (Backward.Contains(first.Text) || People.Contains(first.Text) || sentence.Words is [{ Text: "more" }, { Text: "recently" }, ..]);

    /// <summary>A “but” of the reporter's, not one inside somebody's speech.</summary>
    private static bool OpensBackwardOutside(SummarySentence sentence) => OpensBackward(sentence) && sentence.Start < sentence.Speech[0].Start - 1;

    private static bool NamelessPerson(SummarySentence sentence)
    {
        var words = sentence.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsCapital && i > 0 && !words[i].IsStop)
            {
                return false;
            }

            if (i < Reach && People.Contains(words[i].Text))
            {
                return true;
            }
        }

        return false;
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
