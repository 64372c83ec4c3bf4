namespace Bot.Storage.Tests;

public sealed class EveryDatabaseTests
{
    [Fact]
    public void Every_database_runs_the_whole_suite()
    {
        var databases = typeof(Database).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Database)));
        var suites = typeof(ArticleLibraryTests).Assembly.GetTypes().Where(type => type.IsPublic && !type.IsAbstract && type.IsSubclassOf(typeof(ArticleLibraryTests)));

        Assert.Equal(
            databases.Select(type => type.Name.Replace("Database", "ArticleLibraryTests", StringComparison.Ordinal)).Order(),
            suites.Select(type => type.Name).Order());
    }
}
