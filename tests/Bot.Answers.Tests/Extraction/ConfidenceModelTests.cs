using Bot.Answers.Extraction.Scoring;
using Bot.Answers.Learned;

namespace Bot.Answers.Tests.Extraction;

public sealed class ConfidenceModelTests
{
    // One tree with one test: below 0.5 it says -2, above it +2.
    private static readonly ConfidenceModel Model = new(new BoostedTrees(1, [0], [0.5f], [-2, 2]), [1, 0], bias: 1);

    [Fact]
    public void Is_the_mean_of_sum_and_trees_as_a_probability() => Assert.Equal(1 / (1 + Math.Exp(-(2 + 1 + 3) / 2.0)), Model.Probability([3, 7]), 6);

    [Fact]
    public void Reads_what_it_wrote()
    {
        using var stream = new MemoryStream();
        Model.Write(stream);
        stream.Position = 0;
        var read = ConfidenceModel.Read(stream);
        float[] values = [-3, 0, 0.4f, 2];
        Assert.All(values, value => Assert.Equal(Model.Probability([value, 1]), read.Probability([value, 1])));
    }
}
