using System.Text.Json;
using Bot.Discord.Gateway;
using Bot.Testing.Discord;

namespace Bot.Discord.Tests.Gateway;

public sealed class ConnectingTests
{
    [Theory]
    [InlineData(TransportCompression.None, "")]
    [InlineData(TransportCompression.ZlibStream, "zlib-stream")]
    [InlineData(TransportCompression.ZstdStream, "zstd-stream")]
    public async Task Identifies_and_hands_interactions_on(TransportCompression compression, string asked)
    {
        await using var rig = await GatewayRig.StartAsync(client: options => options.Compression = compression);
        var connection = await rig.ReadyAsync();

        var interaction = await rig.AskAsync("ask");

        Assert.Equal(asked, connection.Query["compress"].ToString());
        Assert.Equal("ask", interaction.Data!.Name);
        Assert.Equal(rig.Discord.Options.UserId, interaction.Invoker!.Id);
        Assert.Equal(GatewayState.Ready, rig.Client.State);
    }

    [Fact]
    public async Task Sends_a_bare_token_intents_properties_and_the_shard()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.Discord.Gateway.NextConnectionAsync(GatewayRig.Patience);

        var data = (await connection.ReceiveAsync(GatewayOpcode.Identify, GatewayRig.Patience)).GetProperty("d");

        Assert.Equal(rig.Discord.Options.Token, data.GetProperty("token").GetString());
        Assert.Equal((int)rig.Shared.Options.Intents, data.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", JsonSerializer.Serialize(data.GetProperty("shard")));
        Assert.Equal(["os", "browser", "device"], data.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Resumes_on_the_resume_address_and_receives_what_it_missed()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();
        _ = await rig.AskAsync("before");
        connection.Drop();
        rig.Discord.Gateway.Dispatch("INTERACTION_CREATE", FakePayloads.Command(rig.Discord, "while-away"));

        var next = await rig.ResumingAsync();

        Assert.Equal("while-away", (await rig.Interactions.ReadAsync(GatewayRig.Patience)).Data!.Name);
        _ = await rig.Resumes.ReadAsync(GatewayRig.Patience);
        Assert.NotEqual(connection.Path, next.Path);
        Assert.Equal(1, rig.Discord.Gateway.Identifies);
    }

    [Fact]
    public async Task A_restart_resumes_and_loses_nothing()
    {
        await using var first = await GatewayRig.StartAsync();
        var connection = await first.ReadyAsync();
        _ = await first.AskAsync("before");
        await first.StopAsync();
        var code = await connection.ClosedByClient.WaitAsync(GatewayRig.Patience);
        first.Discord.Gateway.Dispatch("INTERACTION_CREATE", FakePayloads.Command(first.Discord, "while-down"));

        await using var second = await GatewayRig.StartAsync(earlier: first);

        Assert.Equal("while-down", (await second.Interactions.ReadAsync(GatewayRig.Patience)).Data!.Name);
        Assert.Equal(GatewayClosure.KeepsSession, code);
        Assert.Equal(1, first.Discord.Gateway.Identifies);
    }

    [Fact]
    public async Task A_restart_with_other_intents_starts_a_new_session()
    {
        await using var first = await GatewayRig.StartAsync();
        _ = await first.ReadyAsync();
        await first.StopAsync();

        await using var second = await GatewayRig.StartAsync(earlier: first, client: options => options.Intents = GatewayIntents.None);

        _ = await second.ReadyAsync();
        Assert.Equal(2, first.Discord.Gateway.Identifies);
        Assert.Equal(0, first.Discord.Gateway.Resumes);
    }
}
