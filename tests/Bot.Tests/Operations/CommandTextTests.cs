using System.Text.RegularExpressions;
using Bot.Commands;
using Bot.Discord.Model;

namespace Bot.Tests.Operations;

/// <summary>Discord's limits: https://docs.discord.com/developers/interactions/application-commands</summary>
public sealed partial class CommandTextTests
{
    private static readonly string[] Locales = ["de", "fr", "es-ES", "es-419"];

    [Fact]
    public void Every_name_and_description_is_there_in_every_language()
    {
        foreach (var command in CommandRegistry.Definitions(longestQuestion: 1000))
        {
            Assert.Equal(Locales.Order(), command.NameLocalizations?.Keys.Order());
            Assert.True(command.Type != ApplicationCommandType.ChatInput || Locales.Order().SequenceEqual(command.DescriptionLocalizations!.Keys.Order()), command.Name);
            Assert.All(Options(command.Options), option =>
            {
                Assert.Equal(Locales.Order(), option.NameLocalizations?.Keys.Order());
                Assert.Equal(Locales.Order(), option.DescriptionLocalizations?.Keys.Order());
                Assert.All(option.Choices ?? [], choice => Assert.Equal(Locales.Order(), choice.NameLocalizations?.Keys.Order()));
            });
        }
    }

    [Fact]
    public void Every_text_keeps_to_Discords_limits()
    {
        foreach (var command in CommandRegistry.Definitions(longestQuestion: 1000))
        {
            var isTyped = command.Type == ApplicationCommandType.ChatInput;
            Assert.All((command.NameLocalizations ?? Empty).Values.Append(command.Name), name => Assert.True(isTyped ? IsName(name) : name.Length is >= 1 and <= 32, name));
            Assert.All((command.DescriptionLocalizations ?? Empty).Values.Append(command.Description ?? "-"), text => Assert.InRange(text.Length, 1, 100));
            Assert.All(Options(command.Options), option =>
            {
                Assert.All(option.NameLocalizations!.Values.Append(option.Name), name => Assert.True(IsName(name), name));
                Assert.All(option.DescriptionLocalizations!.Values.Append(option.Description), text => Assert.InRange(text.Length, 1, 100));
                Assert.All(option.Choices ?? [], choice => Assert.All(choice.NameLocalizations!.Values.Append(choice.Name), name => Assert.InRange(name.Length, 1, 100)));
            });
            Assert.InRange(Characters(command), 1, 8000);
        }
    }

    [Fact]
    public void No_two_names_beside_one_another_are_the_same_in_any_language()
    {
        foreach (var locale in Locales)
        {
            AssertDistinct(CommandRegistry.Definitions(longestQuestion: 1000).Select(command => command.NameLocalizations![locale]), locale);
            foreach (var siblings in CommandRegistry.Definitions(longestQuestion: 1000).SelectMany(command => Families(command.Options)))
            {
                AssertDistinct(siblings.Select(option => option.NameLocalizations![locale]), locale);
            }
        }
    }

    private static Dictionary<string, string> Empty { get; } = [];

    private static void AssertDistinct(IEnumerable<string> names, string locale)
    {
        var all = names.ToList();
        Assert.True(all.Distinct().Count() == all.Count, $"{locale}: {string.Join(", ", all)}");
    }

    private static bool IsName(string name) => SlashName().IsMatch(name) && !name.Any(char.IsUpper);

    private static IEnumerable<CommandOption> Options(IReadOnlyList<CommandOption>? options) =>
        (options ?? []).SelectMany(option => Options(option.Options).Prepend(option));

    private static IEnumerable<IReadOnlyList<CommandOption>> Families(IReadOnlyList<CommandOption>? options) =>
        options is null ? [] : options.SelectMany(option => Families(option.Options)).Prepend(options);

    /// <summary>Of each field the longest language counts.</summary>
    private static int Characters(ApplicationCommand command) =>
        Longest(command.Name, command.NameLocalizations) + Longest(command.Description ?? "", command.DescriptionLocalizations)
        + Options(command.Options).Sum(option => Longest(option.Name, option.NameLocalizations) + Longest(option.Description, option.DescriptionLocalizations)
            + (option.Choices ?? []).Sum(choice => Longest(choice.Name, choice.NameLocalizations) + choice.Value.ToString().Length));

    private static int Longest(string text, IReadOnlyDictionary<string, string>? localized) => (localized?.Values ?? []).Append(text).Max(one => one.Length);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$")]
    private static partial Regex SlashName();
}
