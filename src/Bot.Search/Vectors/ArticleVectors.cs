using Bot.Articles;

namespace Bot.Search.Vectors;

/// <summary>The vectors of one article, by paragraph and sentence.</summary>
public sealed class ArticleVectors
{
    private readonly VectorBlock _block;
    private readonly int[] _starts;

    internal ArticleVectors(VectorBlock block)
    {
        _block = block;
        _starts = new int[block.Sentences.Length + 1];
        _starts[0] = 1;
        for (var i = 0; i < block.Sentences.Length; i++)
        {
            _starts[i + 1] = _starts[i] + block.Sentences[i];
        }
    }

    /// <summary>Null where the vectors are of the article as it was read by another release.</summary>
    public static ArticleVectors? Of(Article article, VectorBlock? block) => block?.IsOf(article) == true ? new ArticleVectors(block) : null;

    public UnitVector Headline => At(0);

    /// <param name="paragraph">From 1.</param>
    /// <param name="sentence">From 0.</param>
    /// <returns>Null for one that is too far back in a very long text.</returns>
    public UnitVector? SentenceOf(int paragraph, int sentence) => sentence < _block.Sentences[paragraph - 1] ? At(_starts[paragraph - 1] + sentence) : null;

    /// <summary>The same of the sentence with the one before it (<see cref="SentenceInContext"/>).</summary>
    /// <returns>Null also where the model that made them was not asked for these.</returns>
    public UnitVector? InContextOf(int paragraph, int sentence) => _block.HasContexts && sentence < _block.Sentences[paragraph - 1]
        ? At(_starts[^1] + _starts[paragraph - 1] - 1 + sentence)
        : null;

    /// <summary>The vector with this number, counted from the headline's, which is 0.</summary>
    internal UnitVector At(int vector) => new(_block.Components.AsMemory().Slice(vector * _block.Dimensions, _block.Dimensions), _block.Scales[vector]);

    /// <summary>From 1; the headline stands for the first.</summary>
    internal int ParagraphOf(int vector) => Math.Max(1, Array.FindLastIndex(_starts, _starts.Length - 2, start => start <= vector) + 1);
}
