using System.Net;
using System.Net.Sockets;
using Bot.Testing.Discord;
using Bot.Tests.Cli;

namespace Bot.Tests.Operations;

public sealed class RefusedTokenTests : IAsyncLifetime
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
    public async Task A_token_that_discord_refuses_ends_run_with_2_over_the_gateway() => Assert.Equal(2, (await RunAsync()).Code);

    [Fact]
    public async Task And_over_http() => Assert.Equal(
        2, (await RunAsync("--Discord:Mode=Http", $"--Discord:PublicKey={_discord.PublicKey}", "--urls=http://127.0.0.1:0")).Code);

    [Fact]
    public async Task An_address_that_is_taken_ends_run_with_2_and_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var outcome = await RunAsync($"--Discord:Token={_discord.Options.Token}", $"--urls=http://{taken.LocalEndpoint}");

        Assert.Equal(2, outcome.Code);
        Assert.StartsWith("The bot cannot listen on the address in urls: ", outcome.OneErrorLine(), StringComparison.Ordinal);
    }

    private Task<Outcome> RunAsync(params string[] more) =>
        _bot.RunAsync(["run", "--Discord:Token=wrong", $"--Discord:ApiBaseUrl={_discord.ApiBaseUrl}", .. more]).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
}
