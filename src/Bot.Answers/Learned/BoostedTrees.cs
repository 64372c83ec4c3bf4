namespace Bot.Answers.Learned;

/// <summary>A sum of small decision trees: numbers in, one score out. Read-only.</summary>
/// <remarks>Trees are stored one after another; each has 2^depth - 1 tests in level order and 2^depth leaves.</remarks>
public sealed class BoostedTrees
{
    private readonly int _depth;
    private readonly byte[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;

    /// <param name="features">The feature that each test looks at; a value above the threshold goes right.</param>
    public BoostedTrees(int depth, byte[] features, float[] thresholds, float[] leaves)
    {
        _depth = depth;
        _features = features;
        _thresholds = thresholds;
        _leaves = leaves;
    }

    public int Trees => _leaves.Length >> _depth;

    public float Score(ReadOnlySpan<float> values)
    {
        var (sum, tests) = (0f, (1 << _depth) - 1);
        for (int tree = 0, first = 0, leaf = -tests; tree < Trees; tree++, first += tests, leaf += tests + 1)
        {
            var features = _features.AsSpan(first, tests);
            var thresholds = _thresholds.AsSpan(first, tests);
            var node = 0;
            for (var level = 0; level < _depth; level++)
            {
                // Added, not branched upon: which way a test goes cannot be guessed.
                node = (2 * node) + 1 + (values[features[node]] > thresholds[node] ? 1 : 0);
            }

            sum += _leaves[leaf + node];
        }

        return sum;
    }

    /// <summary>These trees and others of the same depth.</summary>
    public BoostedTrees With(BoostedTrees others) => _depth == others._depth
        ? new(_depth, [.. _features, .. others._features], [.. _thresholds, .. others._thresholds], [.. _leaves, .. others._leaves])
        : throw new ArgumentException("The trees are of another depth.", nameof(others));

    /// <summary>The trees whose scores are these times <paramref name="scale"/>.</summary>
    public BoostedTrees Scaled(float scale) => new(_depth, _features, _thresholds, Array.ConvertAll(_leaves, leaf => leaf * scale));

    /// <summary>How many tests look at each feature.</summary>
    public int[] Usage(int features)
    {
        var counts = new int[features];
        for (var i = 0; i < _features.Length; i++)
        {
            counts[_features[i]] += _thresholds[i] < float.MaxValue ? 1 : 0;
        }

        return counts;
    }

    public static BoostedTrees Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var depth = reader.ReadInt32();
        var trees = reader.ReadInt32();
        var tests = trees * ((1 << depth) - 1);
        var features = reader.ReadBytes(tests);
        var thresholds = ReadNumbers(reader, tests);
        return new BoostedTrees(depth, features, thresholds, ReadNumbers(reader, trees << depth));
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(_depth);
        writer.Write(Trees);
        writer.Write(_features);
        foreach (var number in _thresholds)
        {
            writer.Write(number);
        }

        foreach (var number in _leaves)
        {
            writer.Write(number);
        }
    }

    private static float[] ReadNumbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.ReadSingle();
        }

        return numbers;
    }
}
