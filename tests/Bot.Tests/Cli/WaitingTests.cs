using System.Globalization;
using Bot.Articles;
using Bot.Articles.Parsing;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Storage;
using Bot.Testing.Models;

namespace Bot.Tests.Cli;

/// <summary>What somebody reads while there is no answer yet.</summary>
public sealed class WaitingTests : IDisposable
{
    private const string Writing = "Writing the answer";
    private const string Indexing = "Indexing the library: ";

    private readonly CommandLineRun _atTerminal = new() { IsTerminal = true };
    private readonly CommandLineRun _piped = new();

    public void Dispose()
    {
        _atTerminal.Dispose();
        _piped.Dispose();
    }

    [Fact]
    public async Task Somebody_at_a_terminal_is_told_that_a_model_writes_and_a_pipe_gets_the_answer_alone()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var (seen, piped) = (await AskAsync(_atTerminal, model), await AskAsync(_piped, model));

        Assert.InRange(seen.Output.IndexOf(Writing, StringComparison.Ordinal), 0, seen.Output.IndexOf("[1] ", StringComparison.Ordinal));
        Assert.Contains("[1] ", piped.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Writing, piped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_of_writing_where_no_model_does()
    {
        Assert.DoesNotContain(Writing, (await AskAsync(_atTerminal, null)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_far_a_library_is_indexed_stands_on_standard_error_of_a_terminal_and_is_gone_when_it_is_done()
    {
        await FillAsync(_atTerminal);
        await FillAsync(_piped);

        var (seen, again, piped) = (await AskAsync(_atTerminal, null), await AskAsync(_atTerminal, null), await AskAsync(_piped, null));

        Assert.Contains(Indexing + "64 of ", seen.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", seen.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Indexing, seen.Output, StringComparison.Ordinal);
        Assert.Equal(("", ""), (again.Error, piped.Error));
    }

    [Fact]
    public async Task That_an_article_is_being_read_is_said_at_a_terminal()
    {
        var outcome = await _atTerminal.RunAsync("article", "add", _atTerminal.File("ferry.txt", "The ferry sank\n\nThe ferry sank in the harbour on Monday.\n"));
        Assert.StartsWith("\r\e[KReading 1 paragraph", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", outcome.Error, StringComparison.Ordinal);
    }

    private static Task<Outcome> AskAsync(CommandLineRun bot, FakeModel? model) => bot.RunAsync(
        ["ask", "When was NATO formed?", .. model is null ? [] : new[] { $"--Model:Endpoint={model.Endpoint}", $"--Model:Name={FakeModel.ModelName}" }]);

    private static async Task FillAsync(CommandLineRun bot)
    {
        Assert.Equal(0, (await bot.RunAsync("article", "list")).Code);
        var settings = SettingSources.Read(new Dictionary<string, string?> { ["BOT_DATA"] = bot.Data });
        await using var database = await BotHost.OpenDatabaseAsync(settings, new StorageOptions(), TestContext.Current.CancellationToken);
        var library = new ArticleLibrary(database, TimeProvider.System);
        for (var i = 0; i < 70; i++)
        {
            var document = SourceDocument.FromText(string.Create(CultureInfo.InvariantCulture, $"Ferry {i} sank\n\nFerry number {i} sank in the harbour.\n"));
            await library.AddAsync(GuildId.Everyone, new ArticleReader().Read(document, TestContext.Current.CancellationToken), document.Bytes, TestContext.Current.CancellationToken);
        }
    }
}
