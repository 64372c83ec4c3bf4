using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Bot.Discord.Gateway;
using Bot.Testing.Discord;
using CsCheck;

namespace Bot.Discord.Tests.Gateway;

/// <summary>What no Discord would send: the connection or the event is refused and counted, and the client goes on.</summary>
public sealed class BadInputTests
{
    private const int Limit = 1024 * 1024;

    [Theory]
    [InlineData("{\"op\":0,\"s\":3,\"t\":\"X\",\"d\":{\"a\":[1,2}")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"op\":\"ten\",\"d\":null}")]
    [InlineData("{\"op\":1.5}")]
    [InlineData("{\"d\":{}}")]
    [InlineData("{\"op\":0,\"s\":\"3\",\"t\":\"X\",\"d\":{}}")]
    [InlineData("{\"op\":0,\"s\":-3,\"t\":\"X\",\"d\":{}}")]
    [InlineData("{\"op\":0,\"s\":3,\"t\":7,\"d\":{}}")]
    [InlineData("{\"op\":11} {\"op\":11}")]
    [InlineData("{\"op\":10,\"d\":{\"heartbeat_interval\":\"soon\"}}")]
    [InlineData("{\"op\":10,\"d\":{\"heartbeat_interval\":0}}")]
    [InlineData("{\"op\":10,\"d\":null}")]
    [InlineData("{\"op\":0,\"s\":3,\"t\":\"READY\",\"d\":{\"v\":10}}")]
    public async Task A_malformed_payload_ends_the_connection_and_the_session_is_resumed(string payload)
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();

        connection.Send(payload);

        _ = await rig.ResumingAsync();
        _ = await rig.AskAsync();
        Assert.Equal(GatewayClosure.KeepsSession, await connection.ClosedByClient.WaitAsync(GatewayRig.Patience));
        Assert.Equal(1, rig.Metrics["refused malformed"]);
    }

    [Fact]
    public async Task Nesting_without_end_is_malformed()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();

        connection.Send($$"""{"op":0,"s":3,"t":"X","d":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""");

        _ = await rig.ResumingAsync();
        Assert.Equal(1, rig.Metrics["refused malformed"]);
    }

    [Fact]
    public async Task An_event_of_the_wrong_shape_is_passed_over_and_the_connection_stays()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();

        foreach (var data in (string[])["5", "null", "[]", "{\"id\":{},\"type\":2,\"token\":\"t\"}", "{\"id\":\"1\",\"type\":\"two\",\"token\":\"t\"}", "{\"type\":2}"])
        {
            connection.Session!.Dispatch("INTERACTION_CREATE", data);
        }

        Assert.Equal("ask", (await rig.AskAsync("ask")).Data!.Name);
        Assert.Equal(6, rig.Metrics["events malformed"]);
        Assert.False(connection.ClosedByClient.IsCompleted);
    }

    [Fact]
    public async Task Unknown_opcodes_events_and_fields_are_ignored()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();
        connection.Send("""{"op":77,"d":{"new":true}}""");
        connection.Send("""{"op":-1,"d":null,"extra":{"op":7}}""");
        connection.Session!.Dispatch("SOMETHING_NEW", """{"anything":[1,2,3]}""");
        connection.Session.Dispatch(new string('X', 500), "{}");
        var interaction = FakePayloads.Command(rig.Discord, "ask");
        interaction["a_field_from_the_future"] = true;
        interaction["context"] = 9;
        interaction["data"]!["type"] = 55;

        rig.Discord.Gateway.Dispatch("INTERACTION_CREATE", interaction);

        Assert.Equal("ask", (await rig.Interactions.ReadAsync(GatewayRig.Patience)).Data!.Name);
        Assert.False(connection.ClosedByClient.IsCompleted);
    }

    [Theory]
    [InlineData(TransportCompression.None)]
    [InlineData(TransportCompression.ZlibStream)]
    [InlineData(TransportCompression.ZstdStream)]
    public async Task A_payload_that_unpacks_to_50_megabytes_is_refused(TransportCompression compression)
    {
        await using var rig = await GatewayRig.StartAsync(client: options => options.Compression = compression);
        var connection = await rig.ReadyAsync();
        var bomb = Encoding.UTF8.GetBytes($$"""{"op":0,"s":3,"t":"X","d":"{{new string('x', 50 * Limit)}}"}""");

        if (compression == TransportCompression.None)
        {
            connection.SendRaw(bomb, WebSocketMessageType.Text);
        }
        else
        {
            connection.SendCompressed(bomb);
        }

        _ = await rig.ResumingAsync();
        _ = await rig.AskAsync();
        Assert.Equal(1, rig.Metrics["refused too_large"]);
    }

    [Fact]
    public async Task A_payload_of_many_megabytes_below_the_limit_is_read()
    {
        await using var rig = await GatewayRig.StartAsync();
        _ = await rig.ReadyAsync();
        var interaction = FakePayloads.Command(rig.Discord, "ask");
        interaction["padding"] = new string('x', 12 * Limit);

        rig.Discord.Gateway.Dispatch("INTERACTION_CREATE", interaction);

        Assert.Equal("ask", (await rig.Interactions.ReadAsync(GatewayRig.Patience)).Data!.Name);
    }

    [Theory]
    [InlineData(TransportCompression.None, "broken_frame")]
    [InlineData(TransportCompression.ZlibStream, "malformed")]
    public async Task Invalid_utf8_ends_the_connection_and_the_session_is_resumed(TransportCompression compression, string counted)
    {
        await using var rig = await GatewayRig.StartAsync(client: options => options.Compression = compression);
        var connection = await rig.ReadyAsync();
        byte[] bytes = [.. "{\"op\":0,\"s\":3,\"t\":\"X\",\"d\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        if (compression == TransportCompression.None)
        {
            connection.SendRaw(bytes, WebSocketMessageType.Text);
        }
        else
        {
            connection.SendCompressed(bytes);
        }

        _ = await rig.ResumingAsync();
        Assert.Equal(1, rig.Metrics[$"refused {counted}"]);
    }

    [Theory]
    [InlineData(TransportCompression.ZlibStream)]
    [InlineData(TransportCompression.ZstdStream)]
    public async Task A_broken_compression_stream_ends_the_connection_and_the_session_is_resumed(TransportCompression compression)
    {
        await using var rig = await GatewayRig.StartAsync(client: options => options.Compression = compression);
        var connection = await rig.ReadyAsync();

        // Both formats know four kinds of block and reserve the one these bits name.
        connection.SendRaw(new byte[] { 7, 2, 3, 250, 251, 0x00, 0x00, 0xFF, 0xFF }, WebSocketMessageType.Binary);

        _ = await rig.ResumingAsync();
        _ = await rig.AskAsync();
        Assert.Equal(1, rig.Metrics["refused broken_compression"]);
    }

    [Fact]
    public void Random_bytes_are_malformed_and_nothing_else() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            _ = GatewayFrame.Parse(bytes).Opcode;
        }
        catch (JsonException)
        {
            return;
        }

        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(bytes).ValueKind);
    });

    [Fact]
    public void Random_damage_to_a_payload_is_malformed_or_another_payload()
    {
        var whole = """{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"id":"1","content":"caf\u00e9 \"quoted\"","list":[1,2.5e3,true,null]}}"""u8.ToArray();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] damaged = [.. whole];
            damaged[at] = value;
            try
            {
                var frame = GatewayFrame.Parse(damaged);
                Assert.True(frame.Data.Length <= damaged.Length);
            }
            catch (JsonException)
            {
                _ = Assert.ThrowsAny<Exception>(() => Strictly(damaged));
            }
        });
    }

    /// <summary>Reads as System.Text.Json does, with the envelope's types.</summary>
    private static void Strictly(byte[] bytes)
    {
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        _ = root.GetProperty("op").GetInt32();
        ArgumentOutOfRangeException.ThrowIfNegative(root.TryGetProperty("s", out var s) && s.ValueKind != JsonValueKind.Null ? s.GetInt64() : 0);
        _ = root.TryGetProperty("t", out var t) && t.ValueKind != JsonValueKind.Null ? t.GetString() : null;
    }
}
