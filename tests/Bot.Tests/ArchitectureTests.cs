using System.Reflection;

namespace Bot.Tests;

/// <summary>Holds the order of the projects: Language ← Articles ← Search, Storage ← Answers ← Bot; Discord stays alone.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        ["Bot.Language"] = [],
        ["Bot.Discord"] = [],
        ["Bot.Articles"] = ["Bot.Language"],
        ["Bot.Search"] = ["Bot.Articles", "Bot.Language"],
        ["Bot.Storage"] = ["Bot.Articles", "Bot.Language"],
        ["Bot.Answers"] = ["Bot.Search", "Bot.Articles", "Bot.Language"],
        ["bot"] = ["Bot.Answers", "Bot.Storage", "Bot.Search", "Bot.Articles", "Bot.Language", "Bot.Discord"],
    };

    public static TheoryData<string> Projects => [.. Below.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_those_below_it(string project) => Assert.Subset(
        Below[project].ToHashSet(),
        Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(Below.ContainsKey).ToHashSet());

    [Fact]
    public void Every_project_has_its_place_in_the_order() => Assert.Equal(
        Below.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => name == "bot" || (name.StartsWith("Bot.", StringComparison.Ordinal) && !name.Contains("Test", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
}
