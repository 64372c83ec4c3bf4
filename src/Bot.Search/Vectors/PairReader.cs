using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Search.Vectors;

/// <summary>The layers of the sentence model that read a question and a sentence together (<c>Learned/README.md</c>): does the one answer the other?</summary>
/// <remarks>Takes one processor for some milliseconds, on the caller's thread. Safe for every thread.</remarks>
internal sealed class PairReader : IDisposable
{
    private static readonly string[] Inputs = ["question", "sentence"];
    private static readonly string[] Outputs = ["answers"];

    // Of a text without a word.
    private const float Nothing = -10;

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();

    private PairReader(InferenceSession session) => _session = session;

    /// <param name="folder">That of the sentence model.</param>
    public static PairReader Open(string folder, SessionOptions options) => new(new InferenceSession(Path.Combine(folder, "reader.onnx"), options));

    /// <returns>How surely the sentence answers, in log-odds beside there being no answer.</returns>
    public float Read(EncodedText question, EncodedText sentence)
    {
        if (question.Tokens.IsEmpty || sentence.Tokens.IsEmpty)
        {
            return Nothing;
        }

        using var asked = Rows(question);
        using var said = Rows(sentence);
        using var outputs = _session.Run(_run, Inputs, [asked, said], Outputs);
        return outputs[0].GetTensorDataAsSpan<float>()[0];
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private static OrtValue Rows(EncodedText text) => OrtValue.CreateTensorValueFromMemory(
        OrtMemoryInfo.DefaultInstance, MemoryMarshal.AsMemory(text.Early), [text.Early.Length / SentenceEncoder.Dimensions, SentenceEncoder.Dimensions]);
}
