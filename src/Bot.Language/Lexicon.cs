using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Language;

/// <summary>What is known of English words beforehand: how common they are, their base forms, relatives and likeness. Never changes, safe for every thread.</summary>
/// <remarks>
/// One read-only block of bytes, used as it lies: nothing is parsed when the program starts. Compiled by <c>Bot.Evaluation -- build-lexicon</c> from
/// WordNet 3.0 (base forms, relatives) and GloVe (ranks, likeness); <c>lexicon.LICENCES.txt</c> holds their licences.
/// </remarks>
public sealed class Lexicon
{
    private const int Magic = 0x3158454c;
    private const int HeaderLength = 16;
    private const int ShortestBase = 3;

    private static readonly (string Ending, string Instead)[] Inflections =
        [("ied", "y"), ("ies", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("es", "e"), ("es", ""), ("s", "")];

    private static readonly Lazy<Lexicon> Shared = new(Load);

    private readonly byte[] _data;
    private readonly int _offsets;
    private readonly int _letters;
    private readonly int _ranks;
    private readonly int _bases;
    private readonly int _relationOffsets;
    private readonly int _relations;
    private readonly int _norms;
    private readonly int _vectors;
    private readonly string?[] _stems;

    /// <param name="data">The whole file, as <see cref="LexiconFile"/> lays it out.</param>
    public Lexicon(byte[] data)
    {
        if (data.Length < HeaderLength || Int32(data, 0) != Magic)
        {
            throw new InvalidDataException("The lexicon is damaged; build the program again.");
        }

        _data = data;
        Count = Int32(data, 4);
        _stems = new string?[Count];
        Dimensions = Int32(data, 8);
        var relations = Int32(data, 12);
        _offsets = HeaderLength;
        _ranks = _offsets + (4 * (Count + 1));
        _relationOffsets = _ranks + (4 * Count);
        _relations = _relationOffsets + (4 * (Count + 1));
        _norms = _relations + (4 * relations);
        _bases = _norms + (4 * Count);
        _vectors = _bases + (2 * Count);
        _letters = _vectors + (Count * Dimensions);
    }

    public static Lexicon Default => Shared.Value;

    /// <summary>Words have ids from 0 to this, exclusive, in ordinal order.</summary>
    public int Count { get; }

    public int Dimensions { get; }

    /// <param name="word">In lower case.</param>
    /// <returns>The word's id, or -1 when it is not known.</returns>
    public int Find(ReadOnlySpan<char> word)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Compare(word, Letters(middle));
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    public string TextOf(int id) => Encoding.ASCII.GetString(Letters(id));

    /// <summary>The stem of the word with this id, made once.</summary>
    public string StemOf(int id) => _stems[id] ??= Stems.Of(TextOf(id));

    /// <summary>“spent” is “spend”, “men” is “man”; regular forms are left to the stemmer.</summary>
    public string BaseForm(string word)
    {
        var id = Find(word);
        return id >= 0 && BaseOf(id) is var basis && basis != id ? TextOf(basis) : word;
    }

    /// <summary>The entry of the form that a dictionary lists: of “shift” for “shifted”, of “build” for “built”; -1 when there is none, or the word is it.</summary>
    /// <param name="stem">Of the word.</param>
    public int BaseEntry(string word, string stem)
    {
        var id = Find(word);
        if (id >= 0 && BaseOf(id) is var listed && listed != id)
        {
            return listed;
        }

        Span<char> letters = stackalloc char[word.Length + 1];
        word.CopyTo(letters);
        foreach (var (ending, instead) in Inflections)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < ShortestBase)
            {
                continue;
            }

            var length = word.Length - ending.Length;
            instead.CopyTo(letters[length..]);
            var found = Find(letters[..(length + instead.Length)]);
            if (found < 0 && instead.Length == 0 && length > ShortestBase && word[length - 1] == word[length - 2])
            {
                found = Find(letters[..(length - 1)]);
            }

            if (found >= 0 && StemOf(found) == stem)
            {
                return found;
            }

            word.CopyTo(letters);
        }

        return -1;
    }

    /// <summary>How much a word tells, from 0 (in every sentence) to 1 (unknown, or hardly ever met).</summary>
    public double Rarity(int id) => id < 0 ? 1 : Math.Log(1 + (Rank(id) / 20.0)) / Math.Log(1 + (400_000 / 20.0));

    /// <summary>Cosine of two words' vectors, from -1 to 1; 0 when either is unknown.</summary>
    public float Likeness(int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return 0;
        }

        var scale = Norm(a) * Norm(b);
        return scale == 0 ? 0 : Dot(Vector(a), Vector(b)) / scale;
    }

    /// <summary>The word's vector in whole numbers; only its direction means something. <see cref="Norm"/> is its length.</summary>
    public ReadOnlySpan<sbyte> Vector(int id) => MemoryMarshal.Cast<byte, sbyte>(_data.AsSpan(_vectors + (id * Dimensions), Dimensions));

    public float Norm(int id) => BinaryPrimitives.ReadSingleLittleEndian(_data.AsSpan(_norms + (4 * id)));

    /// <summary>Words that can stand for this one or are said of the same thing, nearest first.</summary>
    public IEnumerable<Relative> RelativesOf(int id)
    {
        var end = Int32(_data, _relationOffsets + (4 * (id + 1)));
        for (var i = Int32(_data, _relationOffsets + (4 * id)); i < end; i++)
        {
            var at = _relations + (4 * i);
            yield return new Relative(BinaryPrimitives.ReadUInt16LittleEndian(_data.AsSpan(at)), (Relation)_data[at + 2], _data[at + 3] / 100f);
        }
    }

    private static Lexicon Load()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.bin")
            ?? throw new InvalidOperationException("The lexicon is missing from the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new Lexicon(data);
    }

    private static float Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector<int>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            System.Numerics.Vector.Widen(new Vector<sbyte>(a[i..]), out var a1, out var a2);
            System.Numerics.Vector.Widen(new Vector<sbyte>(b[i..]), out var b1, out var b2);
            System.Numerics.Vector.Widen(a1 * b1, out var first, out var second);
            System.Numerics.Vector.Widen(a2 * b2, out var third, out var fourth);
            sum += first + second + third + fourth;
        }

        var total = System.Numerics.Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    private static int Compare(ReadOnlySpan<char> word, ReadOnlySpan<byte> letters)
    {
        var shorter = Math.Min(word.Length, letters.Length);
        for (var i = 0; i < shorter; i++)
        {
            var order = word[i] - letters[i];
            if (order != 0)
            {
                return order;
            }
        }

        return word.Length - letters.Length;
    }

    private static int Int32(byte[] data, int at) => BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(at));

    private ReadOnlySpan<byte> Letters(int id)
    {
        var start = Int32(_data, _offsets + (4 * id));
        return _data.AsSpan(_letters + start, Int32(_data, _offsets + (4 * (id + 1))) - start);
    }

    private int Rank(int id) => Int32(_data, _ranks + (4 * id));

    private int BaseOf(int id) => BinaryPrimitives.ReadUInt16LittleEndian(_data.AsSpan(_bases + (2 * id)));
}

/// <param name="Id">Of the other word.</param>
/// <param name="Weight">From 0 to 1: how safely it can stand for the word.</param>
public readonly record struct Relative(int Id, Relation Relation, float Weight);

public enum Relation
{
    None,

    /// <summary>Can stand for it in at least one of its common senses.</summary>
    Synonym,

    /// <summary>Another part of speech of the same root: “deter”, “deterrence”; “Russia”, “Russian”.</summary>
    Derivation,

    /// <summary>The kind it is of: “soldier” for “sergeant”.</summary>
    Broader,

    Narrower = 4,

    /// <summary>Says the contrary; never counts as evidence for.</summary>
    Opposite,
}
