using Bot.Articles;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>PostgreSQL's error codes in sentences for people. https://www.postgresql.org/docs/current/errcodes-appendix.html</summary>
internal static class PostgresFaults
{
    public static OperatorException? Explain(NpgsqlException exception)
    {
        return exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
                Sentence("refuses the user or password in Storage:ConnectionString."),
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                Sentence("has no database of the name in Storage:ConnectionString: make it with createdb."),
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                Sentence("does not let the user in Storage:ConnectionString do this: grant it the database."),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Sentence("has no room left on its disk."),
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => Sentence("takes no more connections: raise max_connections or run fewer processes."),
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => Sentence("is read-only: name the primary server in Storage:ConnectionString."),
            PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } =>
                Sentence("is starting or stopping: try again."),
            PostgresException => null,
            _ => Sentence("is out of reach: see that it runs and that Storage:ConnectionString names it."),
        };

        OperatorException Sentence(string predicate) => new($"The PostgreSQL server {predicate}", exception);
    }
}
