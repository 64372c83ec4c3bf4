using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Discord.Gateway;

/// <summary>One payload of the gateway, taken apart but not copied: it lives as long as the buffer it was read from.</summary>
public readonly ref struct GatewayFrame
{
    private static readonly JsonReaderOptions Strict = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    public GatewayOpcode Opcode { get; private init; }

    /// <summary>The event's number in its session; only dispatches have one.</summary>
    public long? Sequence { get; private init; }

    /// <summary>The event's name as UTF-8, such as <c>MESSAGE_CREATE</c>; empty unless the frame is a dispatch.</summary>
    public ReadOnlySpan<byte> Event { get; private init; }

    /// <summary>The JSON of <c>d</c>; empty when there is none.</summary>
    public ReadOnlySpan<byte> Data { get; private init; }

    /// <summary>Reads the envelope and checks that all of it is well-formed JSON in valid UTF-8. Fields it does not know are passed over.</summary>
    /// <exception cref="JsonException">It is not JSON, not an object, or has no numeric <c>op</c>.</exception>
    public static GatewayFrame Parse(ReadOnlySpan<byte> payload)
    {
        if (!Utf8.IsValid(payload))
        {
            throw new JsonException("The payload is not valid UTF-8.");
        }

        var reader = new Utf8JsonReader(payload, Strict);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The payload is not an object.");
        }

        int? opcode = null;
        long? sequence = null;
        ReadOnlySpan<byte> name = default, data = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                opcode = ReadInteger(ref reader, int.MinValue, int.MaxValue) is { } op ? (int)op : null;
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                sequence = ReadInteger(ref reader, 0, long.MaxValue);
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                name = ReadName(ref reader);
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                data = ReadData(ref reader, payload);
            }
            else
            {
                reader.Skip();
            }
        }

        // Reads on past the closing brace, where nothing but white space may stand.
        _ = reader.Read();
        return new GatewayFrame
        {
            Opcode = (GatewayOpcode)(opcode ?? throw new JsonException("The payload has no opcode.")),
            Sequence = sequence,
            Event = name,
            Data = data,
        };
    }

    private static long? ReadInteger(scoped ref Utf8JsonReader reader, long least, long most)
    {
        _ = reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) && value >= least && value <= most
            ? value
            : throw new JsonException("A number of the envelope is no integer.");
    }

    private static ReadOnlySpan<byte> ReadName(scoped ref Utf8JsonReader reader)
    {
        _ = reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.ValueSpan,
            JsonTokenType.Null => default,
            _ => throw new JsonException("The event's name is no string."),
        };
    }

    private static ReadOnlySpan<byte> ReadData(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> payload)
    {
        _ = reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return payload[start..(int)reader.BytesConsumed];
    }
}
