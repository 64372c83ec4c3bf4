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
        var first = new PastIdentify(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), Lane: 3);
        var second = new PastIdentify(first.At.AddHours(23), Lane: 0);
        using var store = new FileGatewayStore(_folder);
        await store.SaveSessionAsync("discord.com 0 of 2", Session, TestContext.Current.CancellationToken);
        await store.AddIdentifyAsync(first with { At = first.At.AddHours(-2) }, TestContext.Current.CancellationToken);
        await store.AddIdentifyAsync(first, TestContext.Current.CancellationToken);
        await store.AddIdentifyAsync(second, TestContext.Current.CancellationToken);

        using var later = new FileGatewayStore(_folder);

        Assert.Equal(Session, await later.LoadSessionAsync("discord.com 0 of 2", TestContext.Current.CancellationToken));
        Assert.Null(await later.LoadSessionAsync("discord.com 1 of 2", TestContext.Current.CancellationToken));
        Assert.Equal([first, second], await later.LoadIdentifiesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_forgotten_session_is_gone()
    {
        using var store = new FileGatewayStore(_folder);
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
        using var store = new FileGatewayStore(_folder);
        await store.SaveSessionAsync("key", Session, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Directory.GetFiles(_folder).Single(), content, TestContext.Current.CancellationToken);

        Assert.Null(await store.LoadSessionAsync("key", TestContext.Current.CancellationToken));
    }
}
