namespace Bot.Answers.Verification.Evidence;

/// <summary>What has been measured so far, by <see cref="Feature"/>, and what was found on the way.</summary>
internal sealed class Measures
{
    private static readonly int Count = Enum.GetValues<Feature>().Length;

    private readonly float[] _values = new float[Count];
    private readonly List<Finding> _findings = [];

    public ReadOnlyMemory<float> Values => _values;

    public IReadOnlyList<Finding> Findings => _findings;

    public float this[Feature feature] => _values[(int)feature];

    public void Set(Feature feature, double value) => _values[(int)feature] = (float)value;

    public void Add(Feature feature, float amount = 1) => _values[(int)feature] += amount;

    public void Note(FindingKind kind, string words) => _findings.Add(new Finding(kind, words));
}
