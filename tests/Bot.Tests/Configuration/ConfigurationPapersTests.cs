using Bot.Configuration;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

/// <summary>With <c>BOT_WRITE_DOCS</c> set these write the papers instead.</summary>
public sealed class ConfigurationPapersTests
{
    [Fact]
    public Task The_example_configuration_has_every_key_with_its_default() => HoldAsync(".config/settings.example.json", _ => ConfigurationPapers.Example());

    [Fact]
    public Task The_page_on_configuration_has_every_key_with_its_default() => HoldAsync(".github/docs/configuration.md", ConfigurationPapers.Page);

    [Fact]
    public void Every_setting_says_what_it_means() => Assert.All(
        ConfigurationPapers.Sections().SelectMany(ConfigurationPapers.Settings), setting => Assert.True(setting.Meaning.Length > 10, $"{setting.Name} has no summary."));

    [Fact]
    public void The_example_configuration_can_be_read_as_it_stands()
    {
        var example = new ConfigurationBuilder().AddJsonFile(Path.Combine(Checkout.Root, ".config/settings.example.json")).Build();

        Assert.Empty(SettingFaults.Of(example));
        Assert.Equal("20971520", example["Articles:MaxBytes"]);
    }

    private static async Task HoldAsync(string file, Func<string, string> write)
    {
        var path = Path.Combine(Checkout.Root, file);
        var there = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        var wanted = write(there);
        if (Environment.GetEnvironmentVariable("BOT_WRITE_DOCS") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(path, wanted, TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(wanted == there, $"{file} is not what the options say. Write it anew: BOT_WRITE_DOCS=1 dotnet test tests/Bot.Tests --filter ConfigurationPapersTests");
    }
}
