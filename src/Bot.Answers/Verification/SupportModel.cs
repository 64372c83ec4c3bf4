using System.Globalization;
using System.Text;

namespace Bot.Answers.Verification;

/// <summary>Boosted regression trees over <see cref="Feature"/>: how likely it is that a statement is not supported. Learned by <c>Bot.Evaluation -- train-verifier</c>.</summary>
/// <remarks>
/// One tree a line: nodes in the order they are visited, each “feature&lt;=bound” followed by its two branches, or “=value” for a leaf. The sum of the
/// leaves is a log-odds. Features are named, so that a weight file that does not fit the code fails at once.
/// </remarks>
internal sealed class SupportModel
{
    private static readonly Lazy<SupportModel> Shared = new(() =>
    {
        using var stream = typeof(SupportModel).Assembly.GetManifestResourceStream("support-model.txt")
            ?? throw new InvalidOperationException("The support model is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    });

    private readonly Node[] _nodes;
    private readonly int[] _roots;

    public SupportModel(IEnumerable<IEnumerable<Node>> trees)
    {
        var nodes = new List<Node>();
        var roots = new List<int>();
        foreach (var tree in trees)
        {
            roots.Add(nodes.Count);
            nodes.AddRange(tree);
        }

        (_nodes, _roots) = ([.. nodes], [.. roots]);
    }

    public static SupportModel Default => Shared.Value;

    /// <returns>From 0 to 1.</returns>
    public double Unsupported(ReadOnlySpan<float> features) => 1 / (1 + Math.Exp(-LogOdds(features)));

    public double LogOdds(ReadOnlySpan<float> features)
    {
        var sum = 0.0;
        foreach (var root in _roots)
        {
            var at = root;
            while (_nodes[at].Feature >= 0)
            {
                at = features[_nodes[at].Feature] <= _nodes[at].Value ? at + 1 : root + _nodes[at].Right;
            }

            sum += _nodes[at].Value;
        }

        return sum;
    }

    public static SupportModel Parse(string text) =>
        new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => ParseTree(line.Split(' '))));

    public string Format()
    {
        var text = new StringBuilder();
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            var end = tree + 1 < _roots.Length ? _roots[tree + 1] : _nodes.Length;
            text.AppendJoin(' ', _nodes[_roots[tree]..end].Select(node =>
                node.Feature < 0 ? FormattableString.Invariant($"={node.Value:G6}") : FormattableString.Invariant($"{(Feature)node.Feature}<={node.Value:G6}")));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static List<Node> ParseTree(string[] words)
    {
        var nodes = new List<Node>();
        var next = 0;
        Read();
        return nodes;

        void Read()
        {
            var word = words[next++];
            var bound = word.IndexOf("<=", StringComparison.Ordinal);
            if (bound < 0)
            {
                nodes.Add(new Node(-1, float.Parse(word.AsSpan(1), CultureInfo.InvariantCulture), 0));
                return;
            }

            var at = nodes.Count;
            var node = new Node((int)Enum.Parse<Feature>(word.AsSpan(0, bound)), float.Parse(word.AsSpan(bound + 2), CultureInfo.InvariantCulture), 0);
            nodes.Add(node);
            Read();
            nodes[at] = node with { Right = nodes.Count };
            Read();
        }
    }

    /// <param name="Feature">-1 for a leaf.</param>
    /// <param name="Value">The bound, the left branch (the next node) being at or below it; a leaf's value.</param>
    /// <param name="Right">Index of the right branch within its tree.</param>
    internal readonly record struct Node(int Feature, float Value, int Right);
}
