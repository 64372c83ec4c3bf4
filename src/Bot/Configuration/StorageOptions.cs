namespace Bot.Configuration;

/// <summary>Section <c>Storage</c>: where articles are kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    public StorageKind Kind { get; set; } = StorageKind.Sqlite;

    /// <summary>Database file of kind Sqlite; <c>articles.db</c> in the data folder when unset.</summary>
    public string? Path { get; set; }

    /// <summary>Needed by kind Postgres; a secret.</summary>
    public string? ConnectionString { get; set; }
}

public enum StorageKind
{
    Sqlite,
    Postgres,
}
