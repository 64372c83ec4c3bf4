using System.Globalization;
using System.Text;
using Bot.Articles;

namespace Bot.Search;

/// <summary>The file that tells how far the indexes of one folder have come: written last, so that all of them have come at least so far.</summary>
internal static class IndexState
{
    // Raised when documents are laid out otherwise, so that an index of an older release is rebuilt.
    private const string Layout = "3";
    private const string Name = "state";

    /// <summary>Null when there is none, or one of another layout.</summary>
    public static LibraryState? Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        return File.Exists(file)
            && File.ReadAllLines(file) is [Layout, { } library, { } sequence]
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new LibraryState(library, number)
                : null;
    }

    public static void Write(string folder, LibraryState state)
    {
        var file = Path.Combine(folder, Name);
        var next = file + ".new";
        using (var stream = File.Create(next))
        {
            stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Layout}\n{state.LibraryId}\n{state.Sequence}\n")));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, file, overwrite: true);
    }

    public static void Delete(string folder) => File.Delete(Path.Combine(folder, Name));
}
