using Bot.Articles;
using Bot.Commands.Privacy;
using Bot.Storage.Answers;
using Bot.Storage.Guilds;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Operations;

public sealed class PrivacyTests : OperationsFixture
{
    [Fact]
    public async Task Forgetting_deletes_what_the_person_asked_and_says_how_much()
    {
        await Reader.UseAsync("ask", ("question", "When was NATO formed?"));
        await Reader.UseAsync("ask", ("question", "Who is Kaja Kallas?"));
        await Manager.UseAsync("ask", ("question", "Who is Kaja Kallas?"));

        var forgotten = await Reader.PressAsync(await Reader.UseAsync("forget"), "Delete");
        var again = await Reader.PressAsync(await Reader.UseAsync("forget"), "Delete");
        var kept = await Manager.PressAsync(await Manager.UseAsync("forget"), "Keep");
        var others = await Manager.PressAsync(await Manager.UseAsync("forget"), "Delete");

        Assert.True(forgotten.IsEphemeral);
        Assert.Contains("Deleted: 2 questions", forgotten.Content, StringComparison.Ordinal);
        Assert.Contains("Nothing was deleted", kept.Content, StringComparison.Ordinal);
        Assert.Contains("I keep nothing of yours", again.Content, StringComparison.Ordinal);
        Assert.Contains("Deleted: 1 questions", others.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, 29, 0)]
    [InlineData(30, 31, 1)]
    [InlineData(2, 3, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 1)]
    public async Task What_people_wrote_is_kept_as_long_as_their_server_says(int kept, int days, int deleted)
    {
        var folder = Directory.CreateTempSubdirectory("bot-retention-");
        await using (var database = await SqliteDatabase.OpenAsync(Path.Combine(folder.FullName, "bot.db"), TimeProvider.System, Token))
        {
            var time = new FakeTimeProvider(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
            var settings = new GuildSettingsStore(database);
            var answers = new AnswerStore(database, time);
            var guild = new GuildId(1);
            await settings.ChangeAsync(guild, before => before with { KeptDays = kept }, Token);
            await answers.AddAsync(new AnswerRecord(1, guild, 2, 3, "asked", "question"), Token);
            time.Advance(TimeSpan.FromDays(days));
            using var retention = new Retention(answers, settings, new QuotaStore(database, time), time, NullLogger<Retention>.Instance);

            Assert.Equal(deleted, await retention.PurgeAsync(Token));
        }

        folder.Delete(recursive: true);
    }
}
