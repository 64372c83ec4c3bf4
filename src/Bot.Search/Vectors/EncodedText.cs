using System.Collections.Immutable;

namespace Bot.Search.Vectors;

/// <summary>A text as the encoder understands it: as a whole, and each piece of a word where it stands.</summary>
/// <param name="Vector">Of the whole text.</param>
/// <param name="Tokens">In order; what the encoder leaves out of a very long text is missing.</param>
/// <param name="Early">Of the third of six layers, still near the words: one row for each token, each of unit length.</param>
/// <param name="Late">Of the last layer, with what the words mean in this text: one row for each token, each of unit length.</param>
public sealed record EncodedText(UnitVector Vector, ImmutableArray<TokenSpan> Tokens, ReadOnlyMemory<float> Early, ReadOnlyMemory<float> Late)
{
    public ReadOnlySpan<float> EarlyOf(int token) => Early.Span.Slice(token * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);

    public ReadOnlySpan<float> LateOf(int token) => Late.Span.Slice(token * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);
}

/// <summary>A word or a piece of one, in UTF-16 code units of its text, end exclusive.</summary>
public readonly record struct TokenSpan(int Start, int End);
