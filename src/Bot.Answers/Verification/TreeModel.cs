using System.Globalization;
using System.Text;

namespace Bot.Answers.Verification;

/// <summary>Boosted regression trees: the sum of their leaves is a log-odds.</summary>
/// <remarks>
/// One tree a line: nodes in the order they are visited, each “feature&lt;=bound” followed by its two branches, or “=value” for a leaf.
/// Features are named, so that weights which do not fit the code fail at once.
/// </remarks>
internal sealed class TreeModel
{
    private readonly Node[] _nodes;
    private readonly int[] _roots;

    public TreeModel(IEnumerable<IEnumerable<Node>> trees)
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

    /// <typeparam name="TFeature">Names the inputs, in order.</typeparam>
    public static TreeModel Parse<TFeature>(string text)
        where TFeature : struct, Enum =>
        new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => ParseTree(line.Split(' '), Enum.GetNames<TFeature>())));

    public string Format<TFeature>()
        where TFeature : struct, Enum
    {
        var text = new StringBuilder();
        var names = Enum.GetNames<TFeature>();
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            var end = tree + 1 < _roots.Length ? _roots[tree + 1] : _nodes.Length;
            text.AppendJoin(' ', _nodes[_roots[tree]..end].Select(node =>
                node.Feature < 0 ? FormattableString.Invariant($"={node.Value:G6}") : FormattableString.Invariant($"{names[node.Feature]}<={node.Value:G6}")));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static List<Node> ParseTree(string[] words, string[] names)
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
            var feature = Array.IndexOf(names, word[..bound]);
            if (feature < 0)
            {
                throw new InvalidDataException($"The support models name an unknown measure, {word[..bound]}; train them again.");
            }

            var node = new Node(feature, float.Parse(word.AsSpan(bound + 2), CultureInfo.InvariantCulture), 0);
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
