using System.Numerics.Tensors;
using Bot.Language;

namespace Bot.Answers.Extraction;

/// <summary>The direction that the words of a text point in together, rare words more than common ones.</summary>
internal sealed class SentenceVector
{
    private readonly float[] _sum = new float[Lexicon.Default.Dimensions];

    public void Add(int lexiconId)
    {
        if (lexiconId < 0)
        {
            return;
        }

        var vector = Lexicon.Default.Vector(lexiconId);
        var weight = (float)Lexicon.Default.Rarity(lexiconId) / Math.Max(1, Lexicon.Default.Norm(lexiconId));
        for (var d = 0; d < _sum.Length; d++)
        {
            _sum[d] += vector[d] * weight;
        }
    }

    /// <summary>Cosine, from -1 to 1; 0 when either text has no known word.</summary>
    public float Likeness(SentenceVector other)
    {
        var scale = MathF.Sqrt(TensorPrimitives.Dot<float>(_sum, _sum) * TensorPrimitives.Dot<float>(other._sum, other._sum));
        return scale == 0 ? 0 : TensorPrimitives.Dot<float>(_sum, other._sum) / scale;
    }
}
