using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Articles;
using Bot.Storage.Sqlite;

namespace Bot.Storage;

/// <summary>A library in one file, whichever database it comes from or goes to: the tables are the same in both, and the file is a SQLite database.</summary>
public static class LibraryBackup
{
    /// <summary>What is kept, in the order in which rows refer to one another.</summary>
    internal static readonly ImmutableArray<string> Tables =
    [
        "library", "articles", "originals", "paragraphs", "quotations", "quotation_speakers", "speakers", "changes", "added_once", "word_runs", "vectors",
        "answers", "answer_statements", "answer_citations", "feedback", "guild_settings", "channel_articles", "allowances",
    ];

    /// <summary>What is worth nothing later: what processes are doing just now.</summary>
    internal static readonly ImmutableArray<string> LeftOut =
        ["interaction_claims", "unfinished_interactions", "gateway_sessions", "gateway_identifies", "gateway_processes"];

    /// <summary>Writes one state of the library; others may go on using it meanwhile. The file is readable for its owner only, and there is none when this fails.</summary>
    /// <exception cref="OperatorException">The file is there already or cannot be written.</exception>
    public static async Task<BackupContents> WriteAsync(Database library, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            throw new OperatorException($"{file} is there already. Choose another name, or remove it first.");
        }

        var unfinished = $"{file}.unfinished";
        try
        {
            Create(unfinished);
            BackupContents contents;
            await using (var backup = await SqliteDatabase.OpenAsync(unfinished, time, cancellationToken))
            {
                contents = await library.ReadAsync(
                    from => backup.WriteAsync(to => CopyAsync(from, to, backup, cancellationToken), cancellationToken), cancellationToken);
            }

            File.Move(unfinished, file);
            return contents;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{file} cannot be written: choose another file.", exception);
        }
        finally
        {
            Delete(unfinished);
        }
    }

    /// <summary>Puts a backup of this or an older release in the place of all that the library holds, everything or nothing.</summary>
    /// <param name="replace">Also when the library holds more than a new one does.</param>
    /// <exception cref="OperatorException">The file is no backup, or there is something that would be lost.</exception>
    public static async Task<BackupContents> RestoreAsync(string file, Database library, bool replace, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new OperatorException($"There is no file {file}.");
        }

        // A copy, because a backup of an older release is brought up to date before it is read.
        var copy = Path.Combine(Directory.CreateTempSubdirectory("bot-restore-").FullName, "library.db");
        try
        {
            File.Copy(file, copy);
            await using var backup = await OpenAsync(copy, file, time, cancellationToken);
            return await backup.ReadAsync(
                from => library.WriteAsync(
                    async to =>
                    {
                        if (!replace && await HoldsSomethingAsync(to, cancellationToken))
                        {
                            throw new OperatorException("There are articles or answers here already, which a restore would remove. Add --force to replace them.");
                        }

                        var contents = await CopyAsync(from, to, library, cancellationToken);

                        // Another library than before, so that no index takes it for the one that it knows.
                        await to.ExecuteAsync("UPDATE library SET id = @id", cancellationToken, ("@id", Guid.NewGuid().ToString("N")));
                        await library.AnnounceChangeAsync(to, cancellationToken);
                        return contents;
                    },
                    cancellationToken),
                cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{file} cannot be read: {exception.Message}", exception);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    private static async Task<SqliteDatabase> OpenAsync(string copy, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        if (new FileInfo(copy).Length == 0)
        {
            throw new OperatorException($"{file} is empty, and so no backup.");
        }

        try
        {
            return await SqliteDatabase.OpenAsync(copy, time, cancellationToken);
        }
        catch (OperatorException exception)
        {
            throw new OperatorException($"{file} is no backup that this release can read; {exception.Message.Replace(copy, "it", StringComparison.Ordinal)}", exception);
        }
    }

    // A new library has made one change: the built-in article.
    private static async Task<bool> HoldsSomethingAsync(DbTransaction library, CancellationToken cancellationToken) =>
        await library.ScalarAsync<long>("SELECT sequence FROM library", cancellationToken) > 1
        || await library.ScalarAsync<long>("SELECT count(*) FROM answers", cancellationToken) > 0;

    private static async Task<BackupContents> CopyAsync(DbTransaction from, DbTransaction to, Database target, CancellationToken cancellationToken)
    {
        foreach (var table in Tables.Reverse())
        {
            await to.ExecuteAsync($"DELETE FROM {table}", cancellationToken);
        }

        foreach (var table in Tables)
        {
            await CopyAsync(table, from, to, target, cancellationToken);
        }

        await target.ContinueNumbersAsync(to, cancellationToken);
        return new BackupContents(
            await to.ScalarAsync<long>("SELECT count(*) FROM (SELECT DISTINCT guild, id FROM articles) a", cancellationToken),
            await to.ScalarAsync<long>("SELECT count(*) FROM answers", cancellationToken));
    }

    [SuppressMessage("Security", "CA2100", Justification = "Tables are named in this class, columns are checked.")]
    private static async Task CopyAsync(string table, DbTransaction from, DbTransaction to, Database target, CancellationToken cancellationToken)
    {
        await using var select = from.Connection!.CreateCommand();
        select.Transaction = from;
        select.CommandText = $"SELECT * FROM {table}";
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        await using var insert = to.Connection!.CreateCommand();
        insert.Transaction = to;
        var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToArray();
        if (columns.Any(column => column.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_')))
        {
            throw new OperatorException("a table has a column with an unknown name.");
        }

        insert.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO {table} ({string.Join(", ", columns)}) {target.KeepingNumbers} VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})");
        foreach (var column in columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = column;
            insert.Parameters.Add(parameter);
        }

        while (await rows.ReadAsync(cancellationToken))
        {
            for (var i = 0; i < columns.Length; i++)
            {
                insert.Parameters[i].Value = rows.GetValue(i);
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }

    private static void Delete(string file)
    {
        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" })
        {
            File.Delete(part);
        }
    }
}

/// <summary>How much a backup holds.</summary>
public sealed record BackupContents(long Articles, long Answers);
