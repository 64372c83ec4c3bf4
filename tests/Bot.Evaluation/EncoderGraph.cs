using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using DataType = Onnx.TensorProto.Types.DataType;

namespace Bot.Evaluation;

/// <summary>A sentence model of the BERT kind written anew for ONNX Runtime, one text at a time, with weights of seven bits and a sign.</summary>
/// <remarks>
/// <para>Inputs: <c>tokens</c> [1, length] and <c>positions</c> [length], counted from 0. Outputs: the hidden states [1, length, 384] of the third layer (<c>early</c>) and the last (<c>late</c>).</para>
/// <para>
/// The operators are those that the runtime would fuse the exported graph to, so that a session opens without optimising; only “skip” normalisation is left
/// out, since it takes several times as long as addition and normalisation apart. The matrices are multiplied in integers, with a scale for each column; half
/// of the eight bits' range is left unused, since processors without VNNI cut off sums of two larger products.
/// https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html
/// </para>
/// </remarks>
internal sealed class EncoderGraph
{
    private const string Fused = "com.microsoft";
    private const int Width = 384;
    private const int Layers = 6;
    private const int EarlyLayer = 3;
    private const int Heads = 12;
    private const int Positions = 256;
    private const int LargestWeight = 63;
    private const int LargestEmbedding = 127;

    private readonly GraphProto _graph = new() { Name = "encoder" };
    private readonly Dictionary<string, TensorProto> _weights;
    private readonly Queue<TensorProto> _matrices;

    private EncoderGraph(GraphProto exported)
    {
        _weights = exported.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);

        // The exporter has named them by number: query, key, value, attention output, wide, narrow, layer by layer.
        _matrices = new(exported.Initializer.Where(tensor => tensor.Name.StartsWith("onnx::MatMul", StringComparison.Ordinal)));
    }

    /// <param name="exported">As <c>sentence-transformers</c> exports it.</param>
    public static byte[] Write(ModelProto exported)
    {
        var writer = new EncoderGraph(exported.Graph);
        writer.Build();
        return writer.Model();
    }

    /// <summary>
    /// The layers that read a question and a sentence together. Inputs: <c>question</c> and <c>sentence</c> [length, 384], what <c>early</c> says of their tokens, of unit
    /// length. Output: <c>answers</c> [1, 1], how surely the sentence answers, in log-odds beside there being no answer.
    /// </summary>
    /// <param name="learned">As <c>reader/train_reader.py</c> writes it.</param>
    public static byte[] WriteReader(ModelProto learned)
    {
        var writer = new EncoderGraph(learned.Graph);
        writer.BuildReader();
        return writer.Model();
    }

    private byte[] Model()
    {
        var model = new ModelProto { IrVersion = 8, ProducerName = "make-encoder", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = string.Empty, Version = 17 });
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = Fused, Version = 1 });
        return model.ToByteArray();
    }

    private void BuildReader()
    {
        _graph.Input.Add(Value("question", DataType.Float, null, Width));
        _graph.Input.Add(Value("sentence", DataType.Float, null, Width));
        foreach (var name in new[] { "scale", "opening", "between", "of.question", "of.sentence", "answers.weight", "answers.bias" })
        {
            var values = Floats(name);
            Add(name, values, name == "answers.weight" ? [Width, 1] : [1, values.Length]);
        }

        foreach (var name in new[] { "question", "sentence" })
        {
            Node("Mul", [name, "scale"], [name + ".scaled"]);
            Node("Add", [name + ".scaled", "of." + name], [name + ".states"]);
        }

        Add("first", DataType.Int64, MemoryMarshal.AsBytes([0L]), 1);
        Node("Concat", ["opening", "question.states", "between", "sentence.states"], ["rows"], attributes: ("axis", 0));
        Node("Unsqueeze", ["rows", "first"], ["read0"]);
        var hidden = "read0";
        for (var layer = 0; layer < Layers - EarlyLayer; layer++)
        {
            hidden = Layer($"encoder.layer.{layer}.", hidden, $"read{layer + 1}");
        }

        Add("opening.row", DataType.Int64, MemoryMarshal.AsBytes([0L]));
        Node("Gather", [hidden, "opening.row"], ["read"], attributes: ("axis", 1));
        Node("MatMul", ["read", "answers.weight"], ["answers.product"]);
        Node("Add", ["answers.product", "answers.bias"], ["answers"]);
        _graph.Output.Add(Value("answers", DataType.Float, 1, 1));
    }

    private void Build()
    {
        _graph.Input.Add(Value("tokens", DataType.Int64, 1, null));
        _graph.Input.Add(Value("positions", DataType.Int64, [null]));
        var hidden = Embeddings();
        for (var layer = 0; layer < Layers; layer++)
        {
            hidden = Layer($"encoder.layer.{layer}.", hidden, layer + 1 == EarlyLayer ? "early" : layer + 1 == Layers ? "late" : $"hidden{layer}");
        }

        _graph.Output.Add(Value("early", DataType.Float, 1, null, Width));
        _graph.Output.Add(Value("late", DataType.Float, 1, null, Width));
    }

    /// <summary>Word and place; every text is of the first segment, so that is added to the places here.</summary>
    private string Embeddings()
    {
        var words = Floats("embeddings.word_embeddings.weight");
        var (quantised, scales) = Quantise(words, words.Length / Width, Width, LargestEmbedding);
        Add("words", DataType.Int8, MemoryMarshal.AsBytes(quantised.AsSpan()), scales.Length, Width);
        Add("words.scales", scales, scales.Length, 1);
        var places = Floats("embeddings.position_embeddings.weight")[..(Positions * Width)];
        var segment = Floats("embeddings.token_type_embeddings.weight")[..Width];
        for (var start = 0; start < places.Length; start += Width)
        {
            TensorPrimitives.Add(places.AsSpan(start, Width), segment, places.AsSpan(start, Width));
        }

        Add("places", places, Positions, Width);
        Node("Gather", ["words", "tokens"], ["word.rows"]);
        Node("Cast", ["word.rows"], ["word.floats"], attributes: ("to", (long)DataType.Float));
        Node("Gather", ["words.scales", "tokens"], ["word.scales"]);
        Node("Mul", ["word.floats", "word.scales"], ["word.vectors"]);
        Node("Gather", ["places", "positions"], ["place.vectors"]);
        return AddAndNormalise("embeddings.LayerNorm", "word.vectors", "place.vectors", "embedded");
    }

    private string Layer(string name, string hidden, string output)
    {
        // The three are one matrix here: what comes in is quantised once.
        string[] parts = ["query", "key", "value"];
        var matrices = parts.Select(_ => Matrix(_matrices.Dequeue())).ToArray();
        var together = new float[Width * Width * parts.Length];
        for (var i = 0; i < Width * parts.Length; i++)
        {
            matrices[i % parts.Length].AsSpan(i / parts.Length * Width, Width).CopyTo(together.AsSpan(i * Width));
        }

        var projected = Linear($"{name}attention.self", hidden, together, [.. parts.SelectMany(part => Floats($"{name}attention.self.{part}.bias"))]);
        Node("Split", [projected], [.. parts.Select(part => name + part)], attributes: ("axis", -1));
        Node("MultiHeadAttention", [.. parts.Select(part => name + part)], [name + "attended"], Fused, ("num_heads", Heads));
        var attended = AddAndNormalise($"{name}attention.output.LayerNorm", Linear($"{name}attention.output.dense", name + "attended"), hidden, name + "middle");
        Node("Gelu", [Linear($"{name}intermediate.dense", attended)], [name + "wide"], Fused);
        return AddAndNormalise($"{name}output.LayerNorm", Linear($"{name}output.dense", name + "wide"), attended, output);
    }

    private string Linear(string name, string input) => Linear(name, input, Matrix(_matrices.Dequeue()), Floats(name + ".bias"));

    private string Linear(string name, string input, float[] matrix, float[] bias)
    {
        var (columns, rows) = (bias.Length, matrix.Length / bias.Length);
        var (byColumn, scales) = Quantise(Transposed(matrix, rows, columns), columns, rows, LargestWeight);
        Add(name + ".weight", DataType.Int8, MemoryMarshal.AsBytes(Transposed(byColumn, columns, rows).AsSpan()), rows, columns);
        Add(name + ".scales", scales, columns);
        Add(name + ".bias", bias, columns);
        Node("DynamicQuantizeMatMul", [input, name + ".weight", name + ".scales", string.Empty, name + ".bias"], [name], Fused);
        return name;
    }

    private string AddAndNormalise(string name, string first, string second, string output)
    {
        Add(name + ".weight", Floats(name + ".weight"), Width);
        Add(name + ".bias", Floats(name + ".bias"), Width);
        Node("Add", [first, second], [name + ".sum"]);
        Node("LayerNormalization", [name + ".sum", name + ".weight", name + ".bias"], [output], attributes: ("axis", -1))
            .Attribute.Add(new AttributeProto { Name = "epsilon", Type = AttributeProto.Types.AttributeType.Float, F = 1e-12f });
        return output;
    }

    /// <summary>Each row with a scale of its own.</summary>
    private static (sbyte[] Values, float[] Scales) Quantise(float[] matrix, int rows, int columns, int largest)
    {
        var values = new sbyte[matrix.Length];
        var scales = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            var part = matrix.AsSpan(row * columns, columns);
            scales[row] = MathF.Abs(TensorPrimitives.MaxMagnitude<float>(part)) / largest;
            for (var column = 0; column < columns && scales[row] > 0; column++)
            {
                values[(row * columns) + column] = (sbyte)MathF.Round(part[column] / scales[row]);
            }
        }

        return (values, scales);
    }

    private static T[] Transposed<T>(T[] matrix, int rows, int columns)
    {
        var transposed = new T[matrix.Length];
        for (var i = 0; i < matrix.Length; i++)
        {
            transposed[(i % columns * rows) + (i / columns)] = matrix[i];
        }

        return transposed;
    }

    private float[] Floats(string name) => Matrix(_weights[name]);

    private static float[] Matrix(TensorProto tensor) => MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();

    private void Add(string name, float[] values, params ReadOnlySpan<int> shape) => Add(name, DataType.Float, MemoryMarshal.AsBytes(values.AsSpan()), shape);

    private void Add(string name, DataType type, ReadOnlySpan<byte> bytes, params ReadOnlySpan<int> shape)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        foreach (var size in shape)
        {
            tensor.Dims.Add(size);
        }

        _graph.Initializer.Add(tensor);
    }

    private NodeProto Node(string operation, string[] inputs, string[] outputs, string domain = "", params ReadOnlySpan<(string Name, long Value)> attributes)
    {
        var node = new NodeProto { OpType = operation, Domain = domain, Name = outputs[0] };
        node.Input.AddRange(inputs);
        node.Output.AddRange(outputs);
        foreach (var (name, value) in attributes)
        {
            node.Attribute.Add(new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value });
        }

        _graph.Node.Add(node);
        return node;
    }

    /// <param name="shape">Null for the length of the text; of texts of other lengths under another name, for the runtime uses buffers again.</param>
    private static ValueInfoProto Value(string name, DataType type, params ReadOnlySpan<int?> shape)
    {
        var dimensions = new TensorShapeProto();
        foreach (var size in shape)
        {
            dimensions.Dim.Add(size is { } known ? new TensorShapeProto.Types.Dimension { DimValue = known } : new TensorShapeProto.Types.Dimension { DimParam = name is "question" or "sentence" ? name : "length" });
        }

        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new() { ElemType = (int)type, Shape = dimensions } } };
    }
}
