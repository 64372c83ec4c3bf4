using Bot.Answers.Learned;

namespace Bot.Answers.Tests.Extraction;

public sealed class BoostedTreesTests
{
    // Two trees of depth 1: +1 or -1 by the first value, +0.5 or 0 by the second.
    private static readonly BoostedTrees Trees = new(1, [0, 1], [10, 2], [-1, 1, 0, 0.5f]);

    [Theory]
    [InlineData(10, 2, -1)]
    [InlineData(11, 2, 1)]
    [InlineData(11, 3, 1.5)]
    public void Adds_up_a_leaf_of_every_tree(float first, float second, float score) => Assert.Equal(score, Trees.Score([first, second]));

    [Fact]
    public void Comes_back_from_a_file_as_it_was()
    {
        using var file = new MemoryStream();
        Trees.Write(file);
        file.Position = 0;
        var back = BoostedTrees.Read(file);
        Assert.Equal(Trees.Trees, back.Trees);
        Assert.Equal(Trees.Score([11, 3]), back.Score([11, 3]));
    }
}
