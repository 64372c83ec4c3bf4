using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>The word lists under <c>Data</c>: one file a list, in words between white space.</summary>
/// <remarks>Lines that begin with “# ” say what the list is and where it comes from. Changing a list needs no C#.</remarks>
public static class WordList
{
    /// <param name="name">The file without its ending, with its language: <c>en/stop-words</c>.</param>
    public static FrozenSet<string> Set(string name, StringComparer? comparer = null) => Words(name).ToFrozenSet(comparer ?? StringComparer.Ordinal);

    /// <summary>Every word of the list, in the order of the file.</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(line => line);

    /// <summary>The list line by line, for those whose lines belong together.</summary>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public static IEnumerable<string[]> Lines(string name)
    {
        // Built on Windows, the name of a resource holds the other slash.
        var assembly = typeof(WordList).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name + ".txt")
            ?? assembly.GetManifestResourceStream(name.Replace('/', '\\') + ".txt")
            ?? throw new ArgumentException($"There is no word list “{name}”.", nameof(name)));
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal) && line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [_, ..] words)
            {
                yield return words;
            }
        }
    }
}
