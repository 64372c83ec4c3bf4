using Bot.Search.Vectors;

namespace Bot.Answers.Verification.Evidence;

/// <summary>How near a statement is, in what it means, to the sentences that it relies on.</summary>
internal static class Nearness
{
    /// <summary>The cosine with the two nearest sentences taken together, since a statement often tells what two of them say; null when nothing is known of what they mean.</summary>
    /// <param name="allowed">Which sentences of the source count; empty for all.</param>
    public static float? Of(string statement, SourceText source, ReadOnlySpan<bool> allowed)
    {
        if (source.Vectors?.VectorOf(statement) is not { } vector)
        {
            return null;
        }

        (float Cosine, UnitVector Vector)? first = null, second = null;
        for (var i = 0; i < source.Sentences.Length; i++)
        {
            if ((allowed.Length > 0 && !allowed[i]) || source.VectorOf(i) is not { } sentence)
            {
                continue;
            }

            var cosine = vector.Cosine(sentence);
            if (first is null || cosine > first.Value.Cosine)
            {
                (first, second) = ((cosine, sentence), first);
            }
            else if (second is null || cosine > second.Value.Cosine)
            {
                second = (cosine, sentence);
            }
        }

        return (first, second) switch
        {
            ({ } one, { } other) => (one.Cosine + other.Cosine) / MathF.Sqrt(2 + (2 * one.Vector.Cosine(other.Vector))),
            ({ } one, null) => one.Cosine,
            _ => null,
        };
    }
}
