using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class FileGatewayStoreTests : IDisposable
{
    private static readonly ResumableSession Session = new("abc", 42, new Uri("wss://resume.example/?a=b"));

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Keeps_sessions_and_identifies_for_the_next_process()
    {
        var moments = new List<DateTimeOffset> { new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), new(2026, 2, 1, 13, 0, 0, TimeSpan.Zero) };
        var store = new FileGatewayStore(_folder);
        await store.SaveSessionAsync("discord.com 0 of 2", Session, TestContext.Current.CancellationToken);
        await store.SaveIdentifiesAsync(moments, TestContext.Current.CancellationToken);

        var later = new FileGatewayStore(_folder);

        Assert.Equal(Session, await later.LoadSessionAsync("discord.com 0 of 2", TestContext.Current.CancellationToken));
        Assert.Null(await later.LoadSessionAsync("discord.com 1 of 2", TestContext.Current.CancellationToken));
        Assert.Equal(moments, await later.LoadIdentifiesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_forgotten_session_is_gone()
    {
        var store = new FileGatewayStore(_folder);
        await store.SaveSessionAsync("key", null, TestContext.Current.CancellationToken);
        await store.SaveSessionAsync("key", Session, TestContext.Current.CancellationToken);
        await store.SaveSessionAsync("key", null, TestContext.Current.CancellationToken);

        Assert.Null(await store.LoadSessionAsync("key", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Id\":\"abc\",\"Seq")]
    [InlineData("[]")]
    public async Task A_damaged_file_counts_as_none(string content)
    {
        var store = new FileGatewayStore(_folder);
        await store.SaveSessionAsync("key", Session, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Directory.GetFiles(_folder).Single(), content, TestContext.Current.CancellationToken);

        Assert.Null(await store.LoadSessionAsync("key", TestContext.Current.CancellationToken));
    }
}
