using System.Numerics.Tensors;
using Bot.Search.Vectors;
using CsCheck;

namespace Bot.Search.Tests.Vectors;

public sealed class QuantisedTests
{
    private static readonly Gen<(float[] A, float[] B)> Pairs =
        Gen.Int[1, 200].SelectMany(length => Gen.Float[-1, 1].Array[length].Select(Gen.Float[-1, 1].Array[length]));

    [Fact]
    public void Cosines_stay_within_a_fiftieth() => Pairs.Sample((a, b) =>
    {
        if (TensorPrimitives.Norm<float>(a) < 0.01f || TensorPrimitives.Norm<float>(b) < 0.01f)
        {
            return;
        }

        Assert.Equal(TensorPrimitives.CosineSimilarity(a, b), UnitVector.Of(a).Cosine(UnitVector.Of(b)), tolerance: 0.02f);
    });

    [Fact]
    public void The_sum_of_products_is_exact() => Gen.SByte[-127, 127].Array[0, 300].Sample(values =>
    {
        var reversed = values.AsEnumerable().Reverse().ToArray();
        Assert.Equal(values.Zip(reversed).Sum(pair => pair.First * pair.Second), Quantised.Dot(values, reversed));
    });

    [Fact]
    public void The_largest_products_do_not_overflow()
    {
        var values = Enumerable.Repeat((sbyte)-127, 4096).ToArray();
        Assert.Equal(127 * 127 * 4096, Quantised.Dot(values, values));
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(float.NaN, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    public void What_has_no_direction_is_near_nothing(float first, float second)
    {
        var vector = UnitVector.Of([first, second]);
        Assert.Equal(0f, vector.Scale);
        Assert.Equal([0, 0], vector.Components.ToArray().Select(component => (int)component));
    }

    [Fact]
    public void Vectors_of_different_lengths_are_near_nothing() => Assert.Equal(0, UnitVector.Of([1, 0]).Cosine(UnitVector.Of([1])));
}
