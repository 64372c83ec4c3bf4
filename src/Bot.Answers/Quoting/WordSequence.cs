using System.Text;

namespace Bot.Answers.Quoting;

/// <summary>The words of a text with where they stand; what has no letter and no digit is no word.</summary>
internal sealed class WordSequence
{
    private readonly List<(int Start, int End, string Key)> _words = [];

    private WordSequence(string text) => Text = text;

    public string Text { get; }

    public int Count => _words.Count;

    /// <summary>Letters and digits in lower case, by which words are compared.</summary>
    public string Key(int index) => _words[index].Key;

    public int Start(int index) => _words[index].Start;

    /// <summary>Exclusive; closing punctuation belongs to the word.</summary>
    public int End(int index) => _words[index].End;

    /// <param name="most">Words behind so many are left out.</param>
    public static WordSequence Of(string text, int most = int.MaxValue)
    {
        var sequence = new WordSequence(text);
        for (var i = 0; i < text.Length && sequence.Count < most;)
        {
            if (IsGap(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var key = new StringBuilder();
            for (; i < text.Length && !IsGap(text[i]); i++)
            {
                if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]))
                {
                    key.Append(char.ToLowerInvariant(text[i]));
                }
            }

            if (key.Length > 0)
            {
                sequence._words.Add((start, i, key.ToString()));
            }
        }

        return sequence;
    }

    // Dashes join thoughts as often as words (“ever — by 2035”, “bold—very bold”).
    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is '—' or '–' or '―';
}
