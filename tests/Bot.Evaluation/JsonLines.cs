using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Evaluation;

/// <summary>JSON Lines in and out; gold fields are simply not in the types that are read.</summary>
internal static class JsonLines
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async IAsyncEnumerable<T> ReadAsync<T>(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return JsonSerializer.Deserialize<T>(line, Options) ?? throw new InvalidDataException($"{path}: a line holds null.");
            }
        }
    }

    public static Task WriteAsync<T>(string path, IEnumerable<T> predictions, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(path, predictions.Select(prediction => JsonSerializer.Serialize(prediction, Options)), cancellationToken);
}
