using System.Buffers;
using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>The payloads a client sends. https://docs.discord.com/developers/events/gateway-events#send-events</summary>
internal static class GatewayPayloads
{
    /// <summary>Discord closes the connection on anything larger.</summary>
    public const int Largest = 4096;

    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(GatewayOpcode.Heartbeat, json =>
    {
        if (sequence is { } number)
        {
            json.WriteNumber("d", number);
        }
        else
        {
            json.WriteNull("d");
        }
    });

    public static ReadOnlyMemory<byte> Identify(string token, GatewayIntents intents, int shardId, int shardCount) => Write(GatewayOpcode.Identify, json =>
    {
        json.WriteStartObject("d");
        json.WriteString("token", token);
        json.WriteNumber("intents", (int)intents);
        json.WriteStartObject("properties");
        json.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        json.WriteString("browser", "Bot.Discord");
        json.WriteString("device", "Bot.Discord");
        json.WriteEndObject();
        json.WriteBoolean("compress", false);
        json.WriteNumber("large_threshold", 50);
        json.WriteStartArray("shard");
        json.WriteNumberValue(shardId);
        json.WriteNumberValue(shardCount);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(string token, string sessionId, long sequence) => Write(GatewayOpcode.Resume, json =>
    {
        json.WriteStartObject("d");
        json.WriteString("token", token);
        json.WriteString("session_id", sessionId);
        json.WriteNumber("seq", sequence);
        json.WriteEndObject();
    });

    /// <param name="status"><c>online</c>, <c>idle</c>, <c>dnd</c> or <c>invisible</c>.</param>
    /// <param name="activity">What the bot is said to be doing, shown under its name; null for nothing.</param>
    public static ReadOnlyMemory<byte> Presence(string status, string? activity) => Write(GatewayOpcode.PresenceUpdate, json =>
    {
        json.WriteStartObject("d");
        json.WriteNull("since");
        json.WriteStartArray("activities");
        if (activity is not null)
        {
            // Type 4: the text stands alone, without "Playing" before it.
            json.WriteStartObject();
            json.WriteString("name", activity);
            json.WriteNumber("type", 4);
            json.WriteString("state", activity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("status", status);
        json.WriteBoolean("afk", false);
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write(GatewayOpcode opcode, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("op", (int)opcode);
            data(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
