using System.Collections.Immutable;
using Bot.Search.Vectors;
using CsCheck;

namespace Bot.Search.Tests.Vectors;

public sealed class RankFusionTests
{
    [Fact]
    public void What_both_rankings_have_stands_before_what_one_has() => Assert.Equal(["b", "a", "c"], Fuse(3, ["a", "b"], ["b", "c"]));

    [Fact]
    public void One_ranking_alone_keeps_its_order() => Assert.Equal(["c", "a", "b"], Fuse(5, ["c", "a", "b"], []));

    [Fact]
    public void Nothing_is_lost_doubled_or_more_than_asked_for() => Gen.Int[0, 30].HashSet[0, 20].Select(Gen.Int[0, 30].HashSet[0, 20], Gen.Int[1, 30]).Sample((first, second, limit) =>
    {
        var fused = RankFusion.Fuse(item => item, (item, _) => item, limit, [.. first], (ImmutableArray<int>)[.. second]);
        Assert.Equal(Math.Min(limit, first.Union(second).Count()), fused.Length);
        Assert.Equal(fused.Length, fused.Distinct().Count());
        Assert.All(fused, item => Assert.True(first.Contains(item) || second.Contains(item)));
    });

    private static ImmutableArray<string> Fuse(int limit, ImmutableArray<string> first, ImmutableArray<string> second) =>
        RankFusion.Fuse(item => item, (item, _) => item, limit, first, second);
}
