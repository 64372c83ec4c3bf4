using System.CommandLine;
using Bot.Storage;

namespace Bot.Cli;

/// <summary><c>backup</c> and <c>restore</c>: the whole record as one file.</summary>
internal static class BackupVerbs
{
    public static Command Backup(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it; there must be no such file yet." };
        var command = new Command("backup", "Write everything the bot keeps into one file, also while it runs.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var path = parsed.GetRequiredValue(file);
            var contents = await LibraryBackup.WriteAsync(
                services.GetRequiredService<Database>(), path, services.GetRequiredService<TimeProvider>(), cancellationToken);
            await context.Terminal.Output.WriteLineAsync($"Wrote {Describe(contents)} to {path}. It holds people's questions: keep it as you keep the database.");
            return ExitCode.Answered;
        });
        return command;
    }

    public static Command Restore(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "Made by `bot backup`, from this or an older release and from either database." };
        var force = new Option<bool>("--force") { Description = "Also where there are articles or answers already; they are gone afterwards." };
        var command = new Command("restore", "Put a backup in the place of everything the bot keeps. Stop `bot run` first.") { file, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await context.OpenAsync(cancellationToken);
            var path = parsed.GetRequiredValue(file);
            var contents = await LibraryBackup.RestoreAsync(
                path, services.GetRequiredService<Database>(), parsed.GetValue(force), services.GetRequiredService<TimeProvider>(), cancellationToken);
            await context.Terminal.Output.WriteLineAsync($"Restored {Describe(contents)} from {path}.");
            return ExitCode.Answered;
        });
        return command;
    }

    private static string Describe(BackupContents contents) => $"{Count.Of(contents.Articles, "article")} and {Count.Of(contents.Answers, "answer")}";
}
