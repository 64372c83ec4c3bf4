using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Gateway;

/// <summary>Small JSON files in one folder, replaced in one step, so that a crash leaves the old or the new one. An unreadable file counts as none.</summary>
public sealed class FileGatewayStore(string folder) : IGatewayStore, IDisposable
{
    private const string Identifies = "identifies.json";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly FileStreamOptions Durable = new()
    {
        Mode = FileMode.Create,
        Access = FileAccess.Write,
        Options = FileOptions.Asynchronous | FileOptions.WriteThrough,
    };

    private readonly SemaphoreSlim _adding = new(1, 1);

    public Task<ResumableSession?> LoadSessionAsync(string key, CancellationToken cancellationToken) =>
        LoadAsync(SessionFile(key), GatewayStoreJson.Default.ResumableSession, cancellationToken);

    public Task SaveSessionAsync(string key, ResumableSession? session, CancellationToken cancellationToken)
    {
        if (session is null)
        {
            if (File.Exists(Path.Combine(folder, SessionFile(key))))
            {
                File.Delete(Path.Combine(folder, SessionFile(key)));
            }

            return Task.CompletedTask;
        }

        return SaveAsync(SessionFile(key), session, GatewayStoreJson.Default.ResumableSession, cancellationToken);
    }

    public async Task<IReadOnlyList<PastIdentify>> LoadIdentifiesAsync(CancellationToken cancellationToken) =>
        await LoadAsync(Identifies, GatewayStoreJson.Default.IReadOnlyListPastIdentify, cancellationToken) ?? [];

    public async Task AddIdentifyAsync(PastIdentify identify, CancellationToken cancellationToken)
    {
        await _adding.WaitAsync(cancellationToken);
        try
        {
            var past = await LoadIdentifiesAsync(cancellationToken);
            IReadOnlyList<PastIdentify> kept = [.. past.Where(old => identify.At - old.At < Kept), identify];
            await SaveAsync(Identifies, kept, GatewayStoreJson.Default.IReadOnlyListPastIdentify, cancellationToken);
        }
        finally
        {
            _ = _adding.Release();
        }
    }

    public void Dispose() => _adding.Dispose();

    private static string SessionFile(string key)
    {
        var name = new StringBuilder("session-");
        foreach (var character in key)
        {
            _ = name.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');
        }

        return name.Append(".json").ToString();
    }

    private async Task<T?> LoadAsync<T>(string file, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(Path.Combine(folder, file));
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken);
        }
        catch (Exception unusable) when (unusable is IOException or JsonException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    private async Task SaveAsync<T>(string file, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        _ = Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, file);
        var draft = $"{path}.{Environment.ProcessId}.new";
        await using (var stream = new FileStream(draft, Durable))
        {
            await JsonSerializer.SerializeAsync(stream, value, type, cancellationToken);
        }

        File.Move(draft, path, overwrite: true);
    }
}

[JsonSerializable(typeof(ResumableSession))]
[JsonSerializable(typeof(IReadOnlyList<PastIdentify>))]
internal sealed partial class GatewayStoreJson : JsonSerializerContext;
