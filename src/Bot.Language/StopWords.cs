using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Words that say how a sentence is built rather than what it is about.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> All = WordList.Set("en/stop-words");

    /// <param name="word">In lower case (<see cref="Words.Fold"/>).</param>
    public static bool Contains(string word) => All.Contains(word);
}
