using System.Text.Json.Nodes;
using Bot.Localization;

namespace Bot.Tests.Operations;

public sealed class SettingsTests : OperationsFixture
{
    [Fact]
    public async Task Settings_are_offered_to_managers_and_refused_to_everybody_else()
    {
        var command = Bot.Discord.Rest.Commands.Global.Single(command => command["name"]!.GetValue<string>() == "settings");
        Assert.Equal("32", command["default_member_permissions"]!.GetValue<string>());

        var refused = await Reader.UseAsync("settings", ("private", true));
        var shown = await Manager.UseAsync("settings");

        Assert.True(refused.IsEphemeral && shown.IsEphemeral);
        Assert.Contains("Only people with the permission Manage Server", refused.Content, StringComparison.Ordinal);
        Assert.Contains("shown to everyone", shown.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_confirmed_in_private_and_holds_for_this_guild_alone()
    {
        var changed = await Manager.UseAsync("settings", ("private", true), ("days", 7), ("person", 3), ("server", 9), ("adding", "everyone"));
        var here = await Manager.UseAsync("settings");
        var there = await Stranger.UseAsync("settings");

        Assert.True(changed.IsEphemeral);
        Assert.Contains("kept for 7 days", changed.Content, StringComparison.Ordinal);
        Assert.Contains("3 an hour for each person, 9 a day for the server", here.Content, StringComparison.Ordinal);
        Assert.Contains("by everyone", here.Content, StringComparison.Ordinal);
        Assert.Contains("kept for 30 days", there.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_answers_are_private_by_default_a_question_may_still_be_public()
    {
        await Manager.UseAsync("settings", ("private", true));

        var usual = await Reader.UseAsync("ask", ("question", "When was NATO formed?"));
        var open = await Reader.UseAsync("ask", ("question", "When was NATO formed?"), ("private", false));

        Assert.Equal((true, false), (usual.IsEphemeral, open.IsEphemeral));
    }

    [Fact]
    public async Task A_guild_that_speaks_one_language_is_answered_in_it_whatever_the_persons()
    {
        await Manager.UseAsync("settings", ("language", "de"));
        var german = await Reader.UseAsync("article use");
        await Manager.UseAsync("settings", ("language", "auto"));
        var french = await (Reader with { Locale = "fr" }).UseAsync("article use");

        Assert.Contains("Du darfst hier keine Artikel", german.Content, StringComparison.Ordinal);
        Assert.Contains("Vous ne pouvez pas", french.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_language_is_spoken_failures_are_told_in_it_too()
    {
        var person = Reader with { Locale = "fr" };
        var own = await person.PressAsync((JsonObject?)null, "1.gone.0.aaaaaaaaaaaaaaaaaaaaaa");
        await Manager.UseAsync("settings", ("language", "de"));
        var servers = await person.PressAsync((JsonObject?)null, "1.gone.0.aaaaaaaaaaaaaaaaaaaaaa");

        Assert.Equal(Translation.For("fr").Sentences.UnknownButton, own.Content);
        Assert.Equal(Translation.For("de").Sentences.UnknownButton, servers.Content);
    }

    [Fact]
    public async Task A_role_that_may_add_has_to_be_named_and_then_may()
    {
        var nameless = await Manager.UseAsync("settings", ("adding", "role"));
        var named = await Manager.UseAsync("settings", ("role", "1234567890123456789"));
        var editor = Reader with { Roles = [1_234_567_890_123_456_789] };

        Assert.Contains("Name the role too", nameless.Content, StringComparison.Ordinal);
        Assert.Contains("<@&1234567890123456789>", named.Content, StringComparison.Ordinal);
        Assert.Contains("about all articles", (await editor.UseAsync("article use")).Content, StringComparison.Ordinal);
        Assert.Contains("You may not add", (await Reader.UseAsync("article use")).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("days", -1)]
    [InlineData("days", 1_000_000)]
    [InlineData("person", 0)]
    [InlineData("server", -5)]
    public async Task A_value_beyond_its_range_changes_nothing(string option, int value)
    {
        await Manager.UseAsync("settings", (option, value));

        Assert.Contains("kept for 30 days", (await Manager.UseAsync("settings")).Content, StringComparison.Ordinal);
        Assert.Contains("100 an hour for each person, 10000 a day", (await Manager.UseAsync("settings")).Content, StringComparison.Ordinal);
    }
}
