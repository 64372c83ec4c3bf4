using System.Globalization;
using System.Text;
using Bot.Language;

namespace Bot.Evaluation;

/// <summary>WordNet's database files: https://wordnet.princeton.edu/documentation/wndb5wn.</summary>
internal sealed class WordNetFiles
{
    private const int Senses = 3;

    private static readonly (string Name, char Letter)[] Parts = [("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r')];

    private readonly Dictionary<(char Part, string Offset), Synset> _synsets = [];
    private readonly Dictionary<string, List<(char Part, string Offset, int Sense)>> _senses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _exceptions = new(StringComparer.Ordinal);

    public WordNetFiles(string folder)
    {
        foreach (var (name, letter) in Parts)
        {
            foreach (var line in ReadLines(Path.Combine(folder, "data." + name)))
            {
                var synset = Synset.Parse(line);
                _synsets[(letter, synset.Offset)] = synset;
            }

            foreach (var line in ReadLines(Path.Combine(folder, "index." + name)))
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var offsets = fields[(6 + int.Parse(fields[3], CultureInfo.InvariantCulture))..];
                var senses = _senses.TryGetValue(fields[0], out var known) ? known : _senses[fields[0]] = [];
                senses.AddRange(offsets.Take(Senses).Select((offset, sense) => (letter, offset, sense)));
            }

            foreach (var fields in File.ReadLines(Path.Combine(folder, name + ".exc")).Select(line => line.Split(' ')))
            {
                _exceptions.TryAdd(fields[0], fields[1]);
            }
        }
    }

    /// <summary>Of irregular forms only; null for every other word, and for one that is a word of its own (“found”, “left”).</summary>
    public string? BaseForm(string word) =>
        _exceptions.TryGetValue(word, out var basis) && basis != word && (!_senses.ContainsKey(word) || IsPlainForm(word, basis)) ? basis : null;

    public IEnumerable<(string Word, Relation Relation, float Weight)> RelativesOf(string word)
    {
        foreach (var (part, offset, sense) in _senses.GetValueOrDefault(word) ?? [])
        {
            var certainty = sense switch { 0 => 1f, 1 => 0.8f, _ => 0.6f };
            var synset = _synsets[(part, offset)];
            var self = synset.Words.IndexOf(word) + 1;
            foreach (var synonym in synset.Words)
            {
                yield return (synonym, Relation.Synonym, certainty);
            }

            foreach (var pointer in synset.Pointers.Where(pointer => pointer.Source == 0 || pointer.Source == self))
            {
                if (_synsets.TryGetValue((pointer.Part, pointer.Offset), out var other) && Meaning(pointer.Symbol) is var (relation, weight))
                {
                    foreach (var related in pointer.Target == 0 ? other.Words : [other.Words[pointer.Target - 1]])
                    {
                        yield return (related, relation, weight * certainty);
                    }
                }
            }
        }
    }

    private static (Relation Relation, float Weight)? Meaning(string symbol) => symbol switch
    {
        "+" or "\\" => (Relation.Derivation, 0.9f),
        "@" => (Relation.Broader, 0.5f),
        "~" => (Relation.Narrower, 0.4f),
        "&" => (Relation.Synonym, 0.5f),
        "!" => (Relation.Opposite, 0.8f),
        _ => null,
    };

    // “men”, “went”, “said”: forms that happen to have an entry too; their base is far more used.
    private bool IsPlainForm(string word, string basis) => _senses.TryGetValue(basis, out var senses) && senses.Count > _senses[word].Count;

    private static IEnumerable<string> ReadLines(string path) =>
        File.ReadLines(path, Encoding.Latin1).Where(line => !line.StartsWith("  ", StringComparison.Ordinal));

    private sealed record Synset(string Offset, List<string> Words, List<Pointer> Pointers)
    {
        public static Synset Parse(string line)
        {
            var fields = line.Split(' ');
            var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var words = Enumerable.Range(0, count).Select(i => fields[4 + (2 * i)].Split('(')[0].ToLowerInvariant()).ToList();
            var at = 4 + (2 * count);
            var pointers = Enumerable.Range(0, int.Parse(fields[at], CultureInfo.InvariantCulture)).Select(i => at + 1 + (4 * i)).Select(i => new Pointer(
                fields[i], fields[i + 1], fields[i + 2][0],
                int.Parse(fields[i + 3].AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                int.Parse(fields[i + 3].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ToList();
            return new Synset(fields[0], words, pointers);
        }
    }

    private sealed record Pointer(string Symbol, string Offset, char Part, int Source, int Target);
}
