namespace Bot.Configuration;

/// <summary>Section <c>Storage</c>: where articles are kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A file of its own, or a server that several processes share.</summary>
    public StorageKind Kind { get; set; } = StorageKind.Sqlite;

    /// <summary>Database file of kind Sqlite; <c>articles.db</c> in the data folder when unset.</summary>
    public string? Path { get; set; }

    /// <summary>Needed by kind Postgres: <c>Host=…;Database=…;Username=…;Password=…</c>; a secret.</summary>
    public string? ConnectionString { get; set; }
}

public enum StorageKind
{
    Sqlite,
    Postgres,
}
