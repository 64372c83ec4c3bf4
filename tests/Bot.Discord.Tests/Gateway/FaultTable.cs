using System.Collections.Concurrent;
using System.Text;

[assembly: AssemblyFixture(typeof(Bot.Discord.Tests.Gateway.FaultTable))]

namespace Bot.Discord.Tests.Gateway;

/// <summary>Collects what the client was seen to do and writes it as one table when the last test is done.</summary>
public sealed class FaultTable : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _rows = new();

    public void Add(string fault, string seen) => _rows[fault] = seen;

    public void Dispose()
    {
        var text = new StringBuilder("| fault | what the client does | lost | twice |\n|---|---|---|---|\n");
        foreach (var (fault, seen) in _rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            _ = text.Append("| ").Append(fault).Append(" | ").Append(seen).Append(" |\n");
        }

        File.WriteAllText(Path.Combine(Artifacts(), "fault-matrix.md"), text.ToString());
    }

    private static string Artifacts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Name != ".artifacts" && folder.Parent is { } parent)
        {
            folder = parent;
        }

        return folder.FullName;
    }
}
