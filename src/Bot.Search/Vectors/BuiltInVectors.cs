using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Articles;

namespace Bot.Search.Vectors;

/// <summary>The vectors of the built-in article, which come with the bot so that the first question of all does not wait for them.</summary>
/// <remarks><c>built-in.vectors</c>, little-endian: how many paragraphs (int32), the sentences of each (uint16), then of each vector its scale (float32), then the components (int8).</remarks>
public static class BuiltInVectors
{
    /// <returns>Null where they are missing, or of the article as another release read it.</returns>
    public static VectorBlock? Read(Article article)
    {
        var path = Path.Combine(SentenceEncoder.Folder, "built-in.vectors");
        return File.Exists(path) && Read(File.ReadAllBytes(path)) is { } block && block.IsOf(article) ? block : null;
    }

    internal static byte[] Write(VectorBlock block) =>
    [
        .. BitConverter.GetBytes(block.Sentences.Length),
        .. MemoryMarshal.AsBytes(block.Sentences.AsSpan()),
        .. MemoryMarshal.AsBytes(block.Scales.AsSpan()),
        .. MemoryMarshal.AsBytes(block.Components.AsSpan()),
    ];

    private static VectorBlock Read(ReadOnlySpan<byte> bytes)
    {
        var paragraphs = BitConverter.ToInt32(bytes);
        var sentences = MemoryMarshal.Cast<byte, ushort>(bytes.Slice(sizeof(int), paragraphs * sizeof(ushort))).ToImmutableArray();
        var rest = bytes[(sizeof(int) + (paragraphs * sizeof(ushort)))..];
        var scales = rest[..(rest.Length / (sizeof(float) + SentenceEncoder.Dimensions) * sizeof(float))];
        return new VectorBlock(
            SentenceEncoder.Dimensions, sentences, MemoryMarshal.Cast<byte, float>(scales).ToImmutableArray(), MemoryMarshal.Cast<byte, sbyte>(rest[scales.Length..]).ToImmutableArray());
    }
}
