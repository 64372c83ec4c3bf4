using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Bot.Storage;

/// <summary>One step forward of the schema; there is no way back.</summary>
/// <param name="Version">What the database is at after it.</param>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>What SQL alone cannot fill new tables with, by the version that brings them.</summary>
    private static readonly Dictionary<int, Func<DbTransaction, CancellationToken, Task>> Fillings = new() { [4] = StoredCopies.FillAsync };

    /// <summary>The embedded scripts of one database (“001-library”), in order.</summary>
    /// <param name="database">Name of its folder.</param>
    public static ImmutableArray<Migration> Of(string database)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"{database}/Migrations/";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => new Migration(int.Parse(name.AsSpan(prefix.Length, 3), CultureInfo.InvariantCulture), Read(assembly, name)))
                .OrderBy(migration => migration.Version),
        ];
    }

    public async Task ApplyAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Sql, cancellationToken);
        if (Fillings.TryGetValue(Version, out var fill))
        {
            await fill(transaction, cancellationToken);
        }
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
