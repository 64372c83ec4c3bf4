namespace Bot.Evaluation;

/// <param name="Data">JSON Lines to read; several for a task that learns.</param>
/// <param name="Out">Where the predictions go.</param>
/// <param name="Corpus">The documents of a retrieval task.</param>
/// <param name="Embeddings">A folder with an embedding model, which a retrieval task then searches by too; “endpoint” for the one that Model:EmbeddingName names.</param>
internal sealed record EvaluationOptions(IReadOnlyList<string> Data, string Out, string? Corpus, string? Embeddings = null)
{
    /// <summary>Data sets that are measured and not learned from.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>A file that keeps what the sentence model made of texts.</summary>
    public string? Encodings { get; init; }

    /// <summary>True to leave the sentence model out.</summary>
    public bool WordsOnly { get; init; }

    /// <summary>Null when an option is unknown, has no value, or one that is needed is missing.</summary>
    public static EvaluationOptions? Parse(ReadOnlySpan<string> args)
    {
        var data = new List<string>();
        var unseen = new List<string>();
        var wordsOnly = false;
        string? output = null, corpus = null, embeddings = null, encodings = null;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                return null;
            }

            switch (args[i])
            {
                case "--data": data.Add(args[i + 1]); break;
                case "--out": output = args[i + 1]; break;
                case "--corpus": corpus = args[i + 1]; break;
                case "--embeddings": embeddings = args[i + 1]; break;
                case "--unseen": unseen.Add(args[i + 1]); break;
                case "--encodings": encodings = args[i + 1]; break;
                case "--meaning": wordsOnly = args[i + 1] == "no"; break;
                default: return null;
            }
        }

        return data.Count > 0 && output is not null
            ? new EvaluationOptions(data, output, corpus, embeddings) { Unseen = unseen, Encodings = encodings, WordsOnly = wordsOnly }
            : null;
    }
}
