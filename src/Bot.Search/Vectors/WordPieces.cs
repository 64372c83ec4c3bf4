using System.Globalization;
using System.Text;
using Bot.Language;

namespace Bot.Search.Vectors;

/// <summary>Cuts a text into the pieces of words that a model of the BERT kind knows, each with its place in the text. Safe for every thread.</summary>
/// <remarks>
/// As the uncased models were trained: lower case, no accents, punctuation and CJK characters apart, the longest known piece first. Own code since libraries
/// count places in a text of their making, and take accents off by culture data that the bot does without. https://arxiv.org/abs/1810.04805
/// </remarks>
internal sealed class WordPieces
{
    private const string Continued = "##";

    // From the models' own reading: anything longer is no word.
    private const int LongestWord = 100;

    // Letters of their own, which have no accent to lose.
    private const string Strokes = "ðđħıłøŋŧƀɨ";

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _first;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _later;
    private readonly int _unknown;

    /// <param name="vocabulary">One piece a line; its number is its id.</param>
    /// <exception cref="InvalidDataException">It has no [CLS], [SEP] or [UNK].</exception>
    public WordPieces(IEnumerable<string> vocabulary)
    {
        var first = new Dictionary<string, int>(32_768, StringComparer.Ordinal);
        var later = new Dictionary<string, int>(8_192, StringComparer.Ordinal);
        var id = 0;
        foreach (var line in vocabulary)
        {
            var isLater = line.StartsWith(Continued, StringComparison.Ordinal) && line.Length > Continued.Length;
            (isLater ? later : first).TryAdd(isLater ? line[Continued.Length..] : line, id++);
        }

        Opening = Special("[CLS]");
        Closing = Special("[SEP]");
        _unknown = Special("[UNK]");
        _first = first.GetAlternateLookup<ReadOnlySpan<char>>();
        _later = later.GetAlternateLookup<ReadOnlySpan<char>>();

        int Special(string name) => first.TryGetValue(name, out var special) ? special : throw new InvalidDataException($"The vocabulary has no {name}.");
    }

    /// <summary>Stands before every text.</summary>
    public int Opening { get; }

    /// <summary>Stands after every text.</summary>
    public int Closing { get; }

    /// <param name="most">What is beyond so many pieces is left out.</param>
    public List<WordPiece> Read(string text, int most)
    {
        var pieces = new List<WordPiece>(Math.Min(most, (text.Length / 4) + 4));
        Span<char> word = stackalloc char[LongestWord];
        Span<int> places = stackalloc int[LongestWord];
        var (length, start, position) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (pieces.Count >= most)
            {
                break;
            }

            var end = position + rune.Utf16SequenceLength;
            switch (SortOf(rune))
            {
                case Sort.Space:
                    Close(word, places, ref length, start, position, pieces);
                    break;
                case Sort.Apart:
                    Close(word, places, ref length, start, position, pieces);
                    start = position;
                    Append(rune, position, word, places, ref length);
                    Close(word, places, ref length, start, end, pieces);
                    break;
                case Sort.Letter:
                    start = length == 0 ? position : start;
                    Append(rune, position, word, places, ref length);
                    break;
            }

            position = end;
        }

        Close(word, places, ref length, start, position, pieces);
        if (pieces.Count > most)
        {
            pieces.RemoveRange(most, pieces.Count - most);
        }

        return pieces;
    }

    private enum Sort
    {
        Letter,
        Space,
        Apart,
        Nothing,
    }

    private static Sort SortOf(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.IsLetterOrDigit(rune) ? Sort.Letter : rune.Value is ' ' or '\t' or '\n' or '\r' ? Sort.Space : Rune.IsControl(rune) ? Sort.Nothing : Sort.Apart;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator => Sort.Space,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => Sort.Nothing,
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation => Sort.Apart,
            _ => rune == Rune.ReplacementChar ? Sort.Nothing : IsIdeograph(rune.Value) ? Sort.Apart : Sort.Letter,
        };
    }

    private static bool IsIdeograph(int value) => value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2CEAF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>Adds a character in lower case and without its accent; of a word that is too long, only that it is.</summary>
    private static void Append(Rune rune, int position, Span<char> word, Span<int> places, ref int length)
    {
        Span<char> characters = stackalloc char[2];
        var count = Rune.ToLowerInvariant(rune).EncodeToUtf16(characters);
        characters[0] = count == 1 ? WithoutAccent(characters[0]) : characters[0];
        for (var i = 0; i < count; i++, length++)
        {
            if (length < LongestWord)
            {
                (word[length], places[length]) = (characters[i], position);
            }
        }
    }

    private static char WithoutAccent(char letter)
    {
        // The table knows letters far from any alphabet too; those that the model was trained to see with no accent are Latin.
        return letter is (>= 'à' and <= 'ɏ') or (>= 'ḁ' and <= 'ỿ') && !Strokes.Contains(letter, StringComparison.Ordinal) && Folding.Fold([letter]) is [var plain] ? plain : letter;
    }

    /// <summary>Cuts the word into its pieces: a word that is not made of known pieces is one unknown piece.</summary>
    private void Close(ReadOnlySpan<char> word, ReadOnlySpan<int> places, ref int length, int start, int end, List<WordPiece> pieces)
    {
        var (known, begin) = (pieces.Count, 0);
        while (begin < length && length <= LongestWord)
        {
            var (stop, id) = (length, -1);
            var lookup = begin == 0 ? _first : _later;
            while (stop > begin && !lookup.TryGetValue(word[begin..stop], out id))
            {
                stop--;
            }

            if (stop == begin)
            {
                break;
            }

            pieces.Add(new WordPiece(id, places[begin], stop == length ? end : places[stop]));
            begin = stop;
        }

        if (begin < length)
        {
            pieces.RemoveRange(known, pieces.Count - known);
            pieces.Add(new WordPiece(_unknown, start, end));
        }

        length = 0;
    }
}

/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct WordPiece(int Id, int Start, int End);
