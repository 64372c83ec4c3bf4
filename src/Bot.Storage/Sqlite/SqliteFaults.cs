using Bot.Articles;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>SQLite's result codes in sentences for people. https://sqlite.org/rescode.html</summary>
internal static class SqliteFaults
{
    public static OperatorException? Explain(SqliteException exception, string path)
    {
        return exception.SqliteErrorCode switch
        {
            11 or 26 => Sentence("is damaged or no database at all: put a backup in its place, or choose another file with Storage:Path."),
            8 => Sentence("is read-only: let the bot write the file and its folder, or choose another one with Storage:Path or BOT_DATA."),
            3 or 14 or 23 => Sentence("cannot be opened: let the bot read and write the file and its folder, or choose another one with Storage:Path or BOT_DATA."),
            13 => Sentence("cannot grow, the disk is full: free some space and try again."),
            10 => Sentence("cannot be read or written: look at the disk it lies on."),
            5 or 6 => Sentence("is being written by another process, which takes too long: try again."),
            _ => null,
        };

        OperatorException Sentence(string predicate) => new($"The library {path} {predicate}", exception);
    }
}
