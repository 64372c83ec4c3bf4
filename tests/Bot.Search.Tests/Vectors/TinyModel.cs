using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Search.Tests.Vectors;

/// <summary>An ONNX model of the BERT kind with a vocabulary of a few words: each word has a vector, and words of one meaning have the same.</summary>
/// <remarks>Written field by field as https://github.com/onnx/onnx/blob/main/onnx/onnx.proto lays it out.</remarks>
internal static class TinyModel
{
    private const int FloatType = 1;
    private const int Int64Type = 7;
    private static readonly string[] Special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <param name="meanings">Words that mean the same stand in one group.</param>
    public static void Write(string folder, params string[][] meanings)
    {
        string[] words = [.. Special, .. meanings.SelectMany(group => group)];
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), words);
        var table = new float[words.Length * meanings.Length];
        for (var word = Special.Length; word < words.Length; word++)
        {
            table[(word * meanings.Length) + Array.FindIndex(meanings, group => group.Contains(words[word]))] = 1;
        }

        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Model(table, words.Length, meanings.Length));
    }

    private static byte[] Model(float[] table, int words, int dimensions)
    {
        var gather = Message(Text(1, "table"), Text(1, "input_ids"), Text(2, "last_hidden_state"), Text(4, "Gather"));
        var initializer = Message(Number(1, words), Number(1, dimensions), Number(2, FloatType), Text(8, "table"), Bytes(9, MemoryMarshal.AsBytes(table.AsSpan()).ToArray()));
        var graph = Message(
            Bytes(1, gather),
            Text(2, "tiny"),
            Bytes(5, initializer),
            Bytes(11, Value("input_ids", Int64Type)),
            Bytes(12, Value("last_hidden_state", FloatType, dimensions)));
        return Message(Number(1, 8), Bytes(7, graph), Bytes(8, Message(Text(1, ""), Number(2, 13))));
    }

    private static byte[] Value(string name, int type, int? last = null)
    {
        byte[][] shape = [Bytes(1, Message(Text(2, "batch"))), Bytes(1, Message(Text(2, "tokens"))), .. last is { } size ? [Bytes(1, Message(Number(1, size)))] : (byte[][])[]];
        return Message(Text(1, name), Bytes(2, Message(Bytes(1, Message(Number(1, type), Bytes(2, Message(shape)))))));
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Bytes(int field, byte[] value) => [.. Varint((field << 3) | 2), .. Varint(value.Length), .. value];

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
