using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Bot.Articles;

namespace Bot.Search.Vectors;

/// <summary>Vectors of unit length in eight bits a component: a quarter of the memory, and cosines within a hundredth or so.</summary>
internal static class Quantised
{
    private const float Largest = 127;

    /// <param name="vectors">Of what <see cref="Embedder.Texts"/> says of the article, all of the same length; they need not be of unit length.</param>
    public static VectorBlock Block(Article article, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var dimensions = vectors.Count == 0 ? 0 : vectors[0].Length;
        var scales = new float[vectors.Count];
        var components = new sbyte[vectors.Count * dimensions];
        for (var i = 0; i < vectors.Count; i++)
        {
            scales[i] = Write(vectors[i].Span, components.AsSpan(i * dimensions, dimensions));
        }

        return new VectorBlock(
            dimensions, VectorBlock.SentencesOf(article), ImmutableCollectionsMarshal.AsImmutableArray(scales), ImmutableCollectionsMarshal.AsImmutableArray(components));
    }

    /// <returns>What the components are to be multiplied with; 0 for a vector without direction.</returns>
    public static float Write(ReadOnlySpan<float> vector, Span<sbyte> components)
    {
        var length = TensorPrimitives.Norm(vector);
        var largest = vector.IsEmpty ? 0 : MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (!float.IsFinite(length) || largest == 0)
        {
            components.Clear();
            return 0;
        }

        var scaled = new float[vector.Length];
        TensorPrimitives.Multiply(vector, Largest / largest, scaled);
        TensorPrimitives.Round(scaled, scaled);
        TensorPrimitives.ConvertSaturating<float, sbyte>(scaled, components);
        return largest / Largest / length;
    }

    /// <summary>The sum of products, exact.</summary>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector<int>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var a1, out var a2);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var b1, out var b2);

            // Two products of 127 by 127 fit in sixteen bits.
            Vector.Widen((a1 * b1) + (a2 * b2), out var low, out var high);
            sum += low + high;
        }

        var dot = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            dot += a[i] * b[i];
        }

        return dot;
    }
}
