namespace Bot.Search.Vectors;

/// <summary>A vector of unit length in eight bits a component: cosines of two are within a hundredth or so.</summary>
/// <param name="Scale">What the components are multiplied with; 0 for a vector without direction.</param>
public readonly record struct UnitVector(ReadOnlyMemory<sbyte> Components, float Scale)
{
    /// <param name="vector">Need not be of unit length.</param>
    public static UnitVector Of(ReadOnlySpan<float> vector)
    {
        var components = new sbyte[vector.Length];
        return new UnitVector(components, Quantised.Write(vector, components));
    }

    /// <summary>From -1 to 1; 0 beside a vector of another length.</summary>
    public float Cosine(UnitVector other) => Components.Length == other.Components.Length
        ? Quantised.Dot(Components.Span, other.Components.Span) * Scale * other.Scale
        : 0;
}
