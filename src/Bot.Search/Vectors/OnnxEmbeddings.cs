using System.Globalization;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using Bot.Articles;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace Bot.Search.Vectors;

/// <summary>A sentence model on this machine: <c>model.onnx</c> of the BERT kind with its <c>vocab.txt</c>, as they are published beside each other.</summary>
/// <remarks>Takes <c>input_ids</c> and, where it has them, <c>attention_mask</c> and <c>token_type_ids</c>; a vector for each token is averaged to one.</remarks>
public sealed class OnnxEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    // What models of this kind were trained with; a paragraph is shorter.
    private const int MostTokens = 256;

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;
    private readonly string _output;

    private OnnxEmbeddings(InferenceSession session, BertTokenizer tokenizer, string name)
    {
        _session = session;
        _tokenizer = tokenizer;
        _output = session.OutputNames.Contains("sentence_embedding", StringComparer.Ordinal) ? "sentence_embedding" : session.OutputNames[0];
        Name = name;
    }

    /// <summary>Of the model's bytes, so that another model in the same folder is another model.</summary>
    public string Name { get; }

    /// <exception cref="OperatorException">There is no such model, or none that can be used.</exception>
    public static OnnxEmbeddings Open(string folder)
    {
        var (model, vocabulary) = (Path.Combine(folder, "model.onnx"), Path.Combine(folder, "vocab.txt"));
        try
        {
            string hash;
            using (var stream = File.OpenRead(model))
            {
                hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            }

            // Questions of other people want the processor too.
            using var options = new SessionOptions { IntraOpNumThreads = Math.Max(1, Environment.ProcessorCount / 2) };
            return new OnnxEmbeddings(new InferenceSession(model, options), BertTokenizer.Create(vocabulary), string.Create(CultureInfo.InvariantCulture, $"onnx-{hash[..16]}"));
        }
        catch (Exception exception) when (exception is DllNotFoundException || exception.InnerException is DllNotFoundException)
        {
            throw new OperatorException(
                "Model:EmbeddingFolder needs ONNX Runtime, which has no library for this platform. Leave it out.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OnnxRuntimeException or ArgumentException or InvalidOperationException)
        {
            throw new OperatorException("Model:EmbeddingFolder must be a folder with a model.onnx of the BERT kind and its vocab.txt.", exception);
        }
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            var embeddings = new GeneratedEmbeddings<Embedding<float>>();
            foreach (var value in values)
            {
                cancellationToken.ThrowIfCancellationRequested();
                embeddings.Add(new Embedding<float>(Embed(value)));
            }

            return embeddings;
        },
        cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _session.Dispose();

    private float[] Embed(string text)
    {
        var ids = _tokenizer.EncodeToIds(text, MostTokens, addSpecialTokens: true, out _, out _).Select(id => (long)id).ToArray();
        var inputs = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        try
        {
            foreach (var input in _session.InputNames)
            {
                var values = input switch
                {
                    "input_ids" => ids,
                    "attention_mask" => [.. Enumerable.Repeat(1L, ids.Length)],
                    "token_type_ids" => new long[ids.Length],
                    _ => throw new InvalidDataException("The embedding model wants an input that models of the BERT kind do not have."),
                };
                inputs.Add(input, OrtValue.CreateTensorValueFromMemory(values, [1, ids.Length]));
            }

            using var run = new RunOptions();
            using var outputs = _session.Run(run, inputs, [_output]);
            return Average(outputs[0].GetTensorDataAsSpan<float>(), (int)outputs[0].GetTensorTypeAndShape().Shape[^1]);
        }
        finally
        {
            foreach (var input in inputs.Values)
            {
                input.Dispose();
            }
        }
    }

    /// <summary>Of the rows; a model that gives one row has averaged already.</summary>
    private static float[] Average(ReadOnlySpan<float> rows, int dimensions)
    {
        var average = new float[dimensions];
        for (var start = 0; start + dimensions <= rows.Length; start += dimensions)
        {
            TensorPrimitives.Add(average, rows.Slice(start, dimensions), average);
        }

        TensorPrimitives.Divide(average, Math.Max(1, rows.Length / dimensions), average);
        return average;
    }
}
