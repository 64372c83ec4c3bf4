using System.Text;

namespace Bot.Language;

/// <summary>Lays out the bytes that <see cref="Lexicon"/> reads.</summary>
public static class LexiconFile
{
    /// <param name="entries">Sorted by their text in ordinal order, without repeats, at most 65,535.</param>
    public static byte[] Write(IReadOnlyList<LexiconEntry> entries, int dimensions)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(0x3158454c);
        writer.Write(entries.Count);
        writer.Write(dimensions);
        writer.Write(entries.Sum(entry => entry.Relatives.Count));
        WriteOffsets(writer, entries, entry => entry.Text.Length);
        foreach (var entry in entries)
        {
            writer.Write(entry.Rank);
        }

        WriteOffsets(writer, entries, entry => entry.Relatives.Count);
        foreach (var relative in entries.SelectMany(entry => entry.Relatives))
        {
            writer.Write((ushort)relative.Id);
            writer.Write((byte)relative.Relation);
            writer.Write((byte)Math.Round(relative.Weight * 100));
        }

        foreach (var entry in entries)
        {
            writer.Write((float)Math.Sqrt(entry.Vector.Sum(x => (double)x * x)));
        }

        foreach (var entry in entries)
        {
            writer.Write((ushort)entry.Base);
        }

        foreach (var entry in entries)
        {
            writer.Write(Array.ConvertAll(entry.Vector, x => unchecked((byte)x)));
        }

        foreach (var entry in entries)
        {
            writer.Write(Encoding.ASCII.GetBytes(entry.Text));
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static void WriteOffsets(BinaryWriter writer, IReadOnlyList<LexiconEntry> entries, Func<LexiconEntry, int> length)
    {
        var offset = 0;
        writer.Write(offset);
        foreach (var entry in entries)
        {
            offset += length(entry);
            writer.Write(offset);
        }
    }
}

/// <param name="Text">Lower case, ASCII.</param>
/// <param name="Rank">From 0, the most frequent word first.</param>
/// <param name="Base">Index of the base form; its own when it is one.</param>
/// <param name="Vector">As many numbers as the lexicon has dimensions.</param>
public sealed record LexiconEntry(string Text, int Rank, int Base, IReadOnlyList<Relative> Relatives, sbyte[] Vector);
