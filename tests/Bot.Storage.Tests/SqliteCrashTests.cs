namespace Bot.Storage.Tests;

public sealed class SqliteCrashTests : CrashTests
{
    private readonly TemporaryFolder _folder = new();

    private protected override (string Kind, string Where) Library => ("Sqlite", _folder.File("bot.db"));

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private protected override ValueTask DeleteAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
