namespace Bot.Storage.Tests;

public sealed class EveryDatabaseTests
{
    public static TheoryData<string> Suites { get; } =
        [.. typeof(EveryDatabaseTests).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: true, IsSealed: false }).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Suites))]
    public void Every_database_runs_the_whole_suite(string suite)
    {
        var databases = typeof(Database).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Database)));
        var classes = typeof(EveryDatabaseTests).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false } && type.BaseType?.Name == suite);

        Assert.Equal(databases.Select(type => type.Name.Replace("Database", suite, StringComparison.Ordinal)).Order(), classes.Select(type => type.Name).Order());
    }
}
