using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Bot.Tests;

/// <summary>
/// In each project the namespaces stand one above the other: none uses, however far around, one that uses it.
/// A project's root is left out, since it holds what all of the project shares and the ways in.
/// </summary>
public sealed class NamespaceCirclesTests
{
    public static TheoryData<string> Projects => ArchitectureTests.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_namespace_uses_one_that_uses_it(string project)
    {
        var examples = UsesIn(Assembly.Load(project));
        var circles = examples.Select(use => use.Key).ToHashSet();
        while (circles.RemoveWhere(use => !circles.Any(next => next.From == use.To) || !circles.Any(before => before.To == use.From)) > 0)
        {
            // Whatever leads out of the circles, or into them, is no part of one.
        }

        Assert.True(circles.Count == 0, string.Join('\n', circles.Select(use => $"{use.From} uses {use.To}: {string.Join(", ", examples[use])}").Order(StringComparer.Ordinal)));
    }

    /// <summary>Which namespaces use which, with the types that do.</summary>
    private static ILookup<Use, string> UsesIn(Assembly assembly)
    {
        var types = new ArchLoader().LoadAssembly(assembly).Build().Types.ToHashSet();
        var root = assembly.GetName().Name == "bot" ? "Bot" : assembly.GetName().Name;
        return types.SelectMany(type => type.Dependencies)
            .Where(dependency => types.Contains(dependency.Target))
            .Select(dependency => (Use: new Use(dependency.Origin.Namespace.FullName, dependency.Target.Namespace.FullName), Types: $"{dependency.Origin.Name} → {dependency.Target.Name}"))
            .Where(found => found.Use.From != found.Use.To && found.Use.From != root && found.Use.To != root)
            .Distinct()
            .ToLookup(found => found.Use, found => found.Types);
    }

    private sealed record Use(string From, string To);
}
