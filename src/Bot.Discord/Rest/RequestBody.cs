using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Rest;

/// <summary>A body that can be sent more than once: JSON serialised up front, and files beside it.</summary>
internal sealed class RequestBody
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly byte[] _json;
    private readonly IReadOnlyList<FileUpload> _files;

    private RequestBody(byte[] json, IReadOnlyList<FileUpload> files)
    {
        _json = json;
        _files = files;
    }

    public ReadOnlyMemory<byte> Json => _json;

    public static RequestBody Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), []);

    public static RequestBody Of<T>(T value, JsonTypeInfo<T> type, IReadOnlyList<FileUpload> files) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), files);

    public HttpContent ToContent()
    {
        var json = new ByteArrayContent(_json) { Headers = { ContentType = JsonType } };
        if (_files.Count == 0)
        {
            return json;
        }

        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (var index = 0; index < _files.Count; index++)
        {
            var file = new ReadOnlyMemoryContent(_files[index].Content);
            file.Headers.ContentType = MediaTypeHeaderValue.TryParse(_files[index].ContentType, out var type) ? type : new("application/octet-stream");
            form.Add(file, string.Create(CultureInfo.InvariantCulture, $"files[{index}]"), _files[index].Name);
        }

        return form;
    }
}
