using Bot.Testing.Discord;
using Bot.Testing.Models;
using Bot.Tests.Cli;

namespace Bot.Tests.Operations;

public sealed class CheckVerbTests : IAsyncLifetime
{
    private readonly CommandLineRun _bot = new();
    private FakeDiscord _discord = null!;

    public async ValueTask InitializeAsync() => _discord = await FakeDiscord.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task Everything_in_place_is_one_line_each_and_the_invite_asks_for_the_least()
    {
        var outcome = await CheckAsync();

        Assert.Equal(0, outcome.Code);
        Assert.Contains("ok    Discord token: valid for fakebot", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("ok    Discord mode: interactions come over the gateway", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("off   Discord commands: not all are registered yet", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"ok    Discord permissions in guild {_discord.Options.GuildId}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"client_id={_discord.Options.ApplicationId}&scope=bot+applications.commands&permissions=274877975552", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_that_is_missing_in_a_server_is_named()
    {
        _discord.Rest.BotPermissions = 1024;

        var outcome = await CheckAsync();

        Assert.Equal(1, outcome.Code);
        Assert.Contains("FAIL  Discord permissions in guild", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("SendMessages", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_the_developer_portal_that_turns_the_gateway_off_is_found()
    {
        _discord.Rest.InteractionsEndpoint = "https://elsewhere.example/interactions";

        var outcome = await CheckAsync();

        Assert.Equal(1, outcome.Code);
        Assert.Contains("Clear Interactions Endpoint URL", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_the_bot_is_not_a_member_of_is_found()
    {
        var outcome = await CheckAsync("--Discord:Guild=42");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("not a member of the server in Discord:Guild", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_told_from_a_discord_out_of_reach()
    {
        var refused = await CheckAsync("--Discord:Token=wrong");
        var unreachable = await CheckAsync("--Discord:ApiBaseUrl=http://127.0.0.1:1/api");

        Assert.Equal((1, 1), (refused.Code, unreachable.Code));
        Assert.Contains("FAIL  Discord token: Discord cannot be reached. Check the network", unreachable.Output, StringComparison.Ordinal);
        Assert.Contains("Discord refused the bot token", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embedding_model_that_works_is_tried()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var outcome = await CheckAsync(Embeddings(model.Endpoint));

        Assert.Equal(0, outcome.Code);
        Assert.Contains("ok    Embeddings: small makes vectors of 64 dimensions", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Model:ApiKey")]
    [InlineData(404, "no embedding model of the name in Model:EmbeddingName")]
    [InlineData(400, "check that Model:EmbeddingName is an embedding model")]
    [InlineData(503, "is failing")]
    public async Task An_embedding_model_of_no_use_is_found_and_the_setting_named(int status, string words)
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        model.RefusesEmbeddingsWith = status;

        var outcome = await CheckAsync(Embeddings(model.Endpoint));

        Assert.Equal(1, outcome.Code);
        Assert.Contains(words, Assert.Single(outcome.Output.Split('\n'), line => line.StartsWith("FAIL  Embeddings: ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_an_embedding_model_is_found()
    {
        var outcome = await CheckAsync("--Model:EmbeddingFolder=/nowhere");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("FAIL  Embeddings: Model:EmbeddingFolder must be a folder with a model.onnx", outcome.Output, StringComparison.Ordinal);
    }

    private static string[] Embeddings(Uri endpoint) =>
        [$"--Model:Endpoint={endpoint}", $"--Model:Name={FakeModel.ModelName}", "--Model:EmbeddingName=small", "--Model:Retries=0"];

    private Task<Outcome> CheckAsync(params string[] more) =>
        _bot.RunAsync(["check", $"--Discord:Token={_discord.Options.Token}", $"--Discord:ApiBaseUrl={_discord.ApiBaseUrl}", .. more]);
}
