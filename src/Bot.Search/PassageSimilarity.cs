using Lucene.Net.Search.Similarities;

namespace Bot.Search;

/// <summary>BM25 with lengths kept finely: Lucene's byte of length knows only seven steps between 16 and 64 words, where paragraphs are.</summary>
internal sealed class PassageSimilarity(float k1, float b) : BM25Similarity(k1, b)
{
    // Up to this length the byte is the length; above it each step is a 24th of a doubling, which ends at about 5,000 words.
    private const int Exact = 128;
    private const double StepsPerDoubling = 24;

    private static readonly float[] Lengths =
        [.. Enumerable.Range(0, 256).Select(code => code <= Exact ? code : (float)(Exact * Math.Pow(2, (code - Exact) / StepsPerDoubling)))];

    public static PassageSimilarity Bm25 { get; } = new(k1: 1.2f, b: 0.85f);

    protected override byte EncodeNormValue(float boost, int fieldLength) =>
        fieldLength <= Exact ? (byte)fieldLength : (byte)Math.Min(255, Exact + (int)Math.Round(StepsPerDoubling * Math.Log2(fieldLength / (double)Exact)));

    protected override float DecodeNormValue(byte norm) => Lengths[norm];
}
