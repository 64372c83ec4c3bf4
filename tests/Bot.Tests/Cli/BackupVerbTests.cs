namespace Bot.Tests.Cli;

public sealed class BackupVerbTests : IDisposable
{
    private readonly CommandLineRun _bot = new();
    private readonly CommandLineRun _other = new();

    public void Dispose()
    {
        _bot.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_backup_moves_a_library_to_another_data_folder()
    {
        await _bot.RunAsync("article", "add", _bot.File("dunes.txt", "Dunes move inland\n\nThe dunes moved forty metres inland in March, the park said.\n\nNobody was hurt."));
        var file = Path.Combine(_bot.Data, "library.bak");

        var written = await _bot.RunAsync("backup", file);
        var restored = await _other.RunAsync("restore", file);
        var answer = await _other.RunAsync("ask", "How far did the dunes move inland?");

        Assert.StartsWith("Wrote 2 articles and 0 answers", written.Output, StringComparison.Ordinal);
        Assert.StartsWith("Restored 2 articles and 0 answers", restored.Output, StringComparison.Ordinal);
        Assert.Contains("forty metres", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_with_articles_of_its_own_is_replaced_by_force_only()
    {
        var file = Path.Combine(_bot.Data, "library.bak");
        await _bot.RunAsync("backup", file);
        await _bot.RunAsync("article", "add", _bot.File("dunes.txt", "Dunes move inland\n\nThe dunes moved forty metres inland in March, the park said.\n\nNobody was hurt."));

        var refused = await _bot.RunAsync("restore", file);
        var forced = await _bot.RunAsync("restore", file, "--force");
        var answer = await _bot.RunAsync("ask", "How far did the dunes move inland?");

        Assert.Equal((1, 0), (refused.Code, forced.Code));
        Assert.Contains("--force", refused.OneErrorLine(), StringComparison.Ordinal);
        Assert.DoesNotContain("forty metres", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_cannot_be_written_is_one_line()
    {
        var missing = await _bot.RunAsync("restore", "/nowhere/library.bak");
        var unwritable = await _bot.RunAsync("backup", "/proc/library.bak");

        Assert.Equal((1, 1), (missing.Code, unwritable.Code));
        Assert.Equal("There is no file /nowhere/library.bak.", missing.OneErrorLine());
        Assert.Contains("/proc/library.bak cannot be written", unwritable.OneErrorLine(), StringComparison.Ordinal);
    }
}
