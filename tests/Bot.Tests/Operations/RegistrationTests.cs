using Bot.Commands;
using Bot.Testing.Discord.Rest;
using Bot.Tests.Hosting;

namespace Bot.Tests.Operations;

public sealed class RegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_all_commands_are_refused_for_one_the_others_are_registered()
    {
        await using var bot = await HostedBot.StartAsync(Token);
        bot.Discord.Rest.Commands.Clear();
        bot.Discord.Rest.Commands.UnknownOptions = ["length"];
        File.Delete(Path.Combine(bot.Folder, "commands.json"));
        await bot.RestartAsync(Token);
        var expected = CommandRegistry.Definitions(1000).Select(command => command.Name).Where(name => name != "summary").Order().ToList();
        while (bot.Discord.Rest.Commands.Global.Count < expected.Count)
        {
            await Task.Delay(20, Token);
        }

        Assert.Equal(expected, bot.Discord.Rest.Commands.Global.Select(command => command["name"]!.GetValue<string>()).Order());

        // What was refused is tried again at the next start.
        bot.Discord.Rest.Commands.UnknownOptions = [];
        await bot.RestartAsync(Token);
        while (bot.Discord.Rest.Commands.Global.Count <= expected.Count)
        {
            await Task.Delay(20, Token);
        }
    }

    [Fact]
    public async Task A_question_may_be_as_long_in_Discord_as_the_settings_say()
    {
        await using var bot = await HostedBot.StartAsync(Token, more: new KeyValuePair<string, string?>("Limits:QuestionLength", "321"));
        var ask = bot.Discord.Rest.Commands.Global.Single(command => command["name"]!.GetValue<string>() == "ask");
        Assert.Equal(321, ask["options"]![0]!["max_length"]!.GetValue<int>());
    }

    [Fact]
    public void Commands_work_for_people_who_install_the_bot_for_themselves_and_those_of_servers_in_servers_alone() => Assert.All(
        CommandRegistry.Definitions(1000),
        command => Assert.Equal(command.Name is "article" or "settings" ? [0] : [0, 1], command.IntegrationTypes!));

    [Fact]
    public async Task Help_knows_the_commands_to_click_on_after_a_restart_too()
    {
        await using var bot = await HostedBot.StartAsync(Token);
        await bot.RestartAsync(Token);
        var id = bot.Discord.Rest.Commands.Global.Single(command => command["name"]!.GetValue<string>() == "quotes")["id"]!.GetValue<string>();

        FakeInteraction help;
        do
        {
            // Registration is looked at after the start.
            help = await new Person(bot, Token).UseAsync("help");
        }
        while (!help.Content!.Contains("</", StringComparison.Ordinal));

        Assert.Contains($"</quotes:{id}>", help.Content, StringComparison.Ordinal);
        Assert.Contains($"</article add:", help.Content, StringComparison.Ordinal);
    }
}
