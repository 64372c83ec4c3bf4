using Bot.Tests.Hosting;

namespace Bot.Tests.Operations;

/// <summary>A running bot and people of two guilds.</summary>
public abstract class OperationsFixture : IAsyncLifetime
{
    private protected const ulong OtherGuild = 1_200_000_000_000_000_777;

    private protected const string Bridge =
        "New bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n\n“It will outlast us all,” Calder said.\n\nIt cost 14 million euros.\n";

    private protected HostedBot Bot { get; private set; } = null!;

    private protected Member Reader => new(Bot.Discord, TestContext.Current.CancellationToken);

    private protected Member Manager => Reader.AsManager() with { Id = 1_400_000_000_000_000_002 };

    private protected Member Stranger => Manager with { Id = 1_400_000_000_000_000_003, Guild = OtherGuild };

    private protected ulong Guild => Bot.Discord.Options.GuildId.Value;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Bot = await HostedBot.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Bot.Discord.Rest.Violations);
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
