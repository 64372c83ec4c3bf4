using System.Numerics.Tensors;
using Bot.Articles;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Search.Vectors;

/// <summary>The sentence model that comes with the bot (<c>Learned/README.md</c>): gives questions and sentences that mean the same vectors that are near.</summary>
/// <remarks>
/// The same vector for the same text, whatever else is asked at the time. One encoding takes one processor for some milliseconds, on the caller's thread.
/// Safe for every thread.
/// </remarks>
public sealed class SentenceEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimensions = 384;

    /// <summary>What its vectors are stored under: other weights have another name.</summary>
    public const string Name = "arctic-embed-xs-2";

    // What the model was trained to see before a question.
    private const string QuestionPrefix = "Represent this sentence for searching relevant passages: ";

    // A sentence is shorter, and so is the longest question; the model's rows of positions end here.
    private const int MostTokens = 256;

    private static readonly string[] VectorOutput = ["late"];
    private static readonly string[] AllOutputs = ["late", "early"];
    private static readonly string[] Inputs = ["tokens", "positions"];
    private static readonly long[] Positions = [.. Enumerable.Range(0, MostTokens).Select(i => (long)i)];

    private readonly InferenceSession _session;
    private readonly WordPieces _words;
    private readonly RunOptions _run = new();
    private readonly long[] _prefix;
    private readonly PairReader _reader;

    private SentenceEncoder(InferenceSession session, PairReader reader, WordPieces words)
    {
        _session = session;
        _reader = reader;
        _words = words;
        _prefix = [.. words.Read(QuestionPrefix, MostTokens).Select(piece => (long)piece.Id)];
    }

    /// <summary>The folder beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Learned");

    /// <exception cref="OperatorException">ONNX Runtime has no native library for this platform, or the files are missing or broken.</exception>
    public static SentenceEncoder Open(string folder)
    {
        try
        {
            // The graph is written as it is to be run; questions are encoded beside one another, each by one thread.
            using var options = new SessionOptions
            {
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
                IntraOpNumThreads = 1,
                EnableMemoryPattern = false,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            var words = new WordPieces(File.ReadLines(Path.Combine(folder, "vocabulary.txt")));
            return new SentenceEncoder(new InferenceSession(Path.Combine(folder, "encoder.onnx"), options), PairReader.Open(folder, options), words);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException or TypeInitializationException or EntryPointNotFoundException)
        {
            throw new OperatorException("ONNX Runtime has no library for this platform; questions are read by their words alone.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or OnnxRuntimeException)
        {
            throw new OperatorException($"The sentence model in {folder} cannot be used; questions are read by their words alone. Install the bot again.", exception);
        }
    }

    /// <summary>A question, as the model wants to be told that it is one.</summary>
    public EncodedText Question(string text) => Read(text, _prefix);

    /// <summary>A sentence with its tokens.</summary>
    public EncodedText Sentence(string text) => Read(text, []);

    /// <summary>A sentence's vector alone: cheaper to keep and a little cheaper to make.</summary>
    public UnitVector SentenceVector(string text)
    {
        var (ids, _) = Tokens(text, []);
        using var outputs = Run(ids, VectorOutput);
        return UnitVector.Of(outputs[0].GetTensorDataAsSpan<float>()[..Dimensions]);
    }

    /// <summary>Of a question and a sentence encoded here: how surely the one answers the other, in log-odds beside there being no answer.</summary>
    public float Answers(EncodedText question, EncodedText sentence) => _reader.Read(question, sentence);

    /// <summary>Of sentences, one after another, while nobody waits for them: whatever else there is to do goes on between two.</summary>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            var (ids, _) = Tokens(value, []);
            using var outputs = Run(ids, VectorOutput);
            embeddings.Add(new Embedding<float>(outputs[0].GetTensorDataAsSpan<float>()[..Dimensions].ToArray()));
        }

        return embeddings;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        _reader.Dispose();
        _run.Dispose();
        _session.Dispose();
    }

    private EncodedText Read(string text, ReadOnlySpan<long> prefix)
    {
        var (ids, pieces) = Tokens(text, prefix);
        using var outputs = Run(ids, AllOutputs);
        var late = outputs[0].GetTensorDataAsSpan<float>();
        return new EncodedText(
            UnitVector.Of(late[..Dimensions]),
            [.. pieces.Select(piece => new TokenSpan(piece.Start, piece.End))],
            Rows(outputs[1].GetTensorDataAsSpan<float>(), prefix.Length + 1, pieces.Count),
            Rows(late, prefix.Length + 1, pieces.Count));
    }

    private (long[] Ids, List<WordPiece> Pieces) Tokens(string text, ReadOnlySpan<long> prefix)
    {
        var pieces = _words.Read(text, MostTokens - prefix.Length - 2);
        long[] ids = [_words.Opening, .. prefix, .. pieces.Select(piece => (long)piece.Id), _words.Closing];
        return (ids, pieces);
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(long[] ids, string[] outputs)
    {
        using var tokens = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var positions = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, Positions.AsMemory(0, ids.Length), [ids.Length]);
        return _session.Run(_run, Inputs, [tokens, positions], outputs);
    }

    /// <summary>So many rows from <paramref name="first"/>, each made of unit length.</summary>
    private static float[] Rows(ReadOnlySpan<float> all, int first, int count)
    {
        var rows = all.Slice(first * Dimensions, count * Dimensions).ToArray();
        for (var start = 0; start < rows.Length; start += Dimensions)
        {
            var row = rows.AsSpan(start, Dimensions);
            TensorPrimitives.Divide(row, Math.Max(TensorPrimitives.Norm<float>(row), float.Epsilon), row);
        }

        return rows;
    }
}
