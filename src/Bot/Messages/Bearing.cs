using Bot.Language;

namespace Bot.Messages;

/// <summary>Whether a passage that answers nothing is worth showing to whoever asked.</summary>
internal static class Bearing
{
    // Fewer are a heading or a dateline.
    private const int FewestWords = 6;
    private const int FewestShared = 2;

    /// <summary>Whether the passage is a sentence and shares with the question what it is about: two words, or all that it has.</summary>
    public static bool Bears(string question, string passage)
    {
        var said = Words.Read(passage);
        if (said.Length < FewestWords || passage.TrimEnd('”', '"', '’', '\'', ')', ' ') is not [.., '.' or '!' or '?' or '…' or ','])
        {
            return false;
        }

        var stems = said.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var asked = Words.Read(question).Where(word => !word.IsStop).Select(word => word.Stem).Distinct(StringComparer.Ordinal).ToList();
        var shared = asked.Count(stems.Contains);
        return shared >= FewestShared || (shared > 0 && shared == asked.Count);
    }
}
