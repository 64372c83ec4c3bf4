using System.CommandLine.Parsing;
using Bot.Cli;

namespace Bot.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private static readonly string[] Invented = ["https://example.org", ".pdf", "xclip", "Token=", "bot run", "bot backup"];

    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Without_a_verb_and_a_token_it_says_what_to_do_next()
    {
        var outcome = await _bot.RunAsync();

        Assert.Equal(0, outcome.Code);
        Assert.Contains("bot ask", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Discord__Token", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_without_a_token_names_the_missing_setting_and_says_in_five_lines_how_to_get_one()
    {
        var outcome = await _bot.RunAsync("run");

        var lines = outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, "", 5), (outcome.Code, outcome.Output, lines.Length));
        Assert.StartsWith("Discord:Token is not set", lines[0], StringComparison.Ordinal);
        Assert.Contains("https://discord.com/developers/applications", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Storage:Kind=Oracle", "Storage:Kind")]
    [InlineData("--Storage:Kind=Postgres", "Storage:ConnectionString")]
    [InlineData("--Discord:Mode=Http", "Discord:PublicKey")]
    [InlineData("--Discord:ApiBaseUrl=ftp://example.org", "Discord:ApiBaseUrl")]
    [InlineData("--Limits:QuestionLength=many", "Limits:QuestionLength")]
    [InlineData("--Model:Endpoint=http://127.0.0.1:1/v1", "Model:Name")]
    public async Task A_wrong_setting_is_named(string setting, string key)
    {
        var outcome = await _bot.RunAsync("check", setting);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(key, outcome.OneErrorLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "Who?", "--format", "yaml")]
    [InlineData("article", "show", "abc", "--paragraph", "x")]
    [InlineData("bogus")]
    [InlineData("ask", "Who?", "--frmat", "json")]
    public async Task Wrong_usage_is_one_line_and_exit_code_2(params string[] args)
    {
        var outcome = await _bot.RunAsync(args);

        Assert.Equal(2, outcome.Code);
        Assert.Contains("--help", outcome.OneErrorLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("summary")]
    [InlineData("quotes")]
    [InlineData("chat")]
    [InlineData("article")]
    [InlineData("check")]
    [InlineData("run")]
    public async Task Help_shows_examples(string verb)
    {
        var outcome = await _bot.RunAsync(verb, "--help");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Examples:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"bot {verb}", outcome.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> Examples => [.. HelpWithExamples.Examples.Values.SelectMany(examples => examples).Distinct()
        .Where(example => example is not "bot article remove n8d5f0gx" && !example.StartsWith("bot restore", StringComparison.Ordinal) && !Invented.Any(part => example.Contains(part, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_that_names_nothing_invented_works_as_it_stands(string example)
    {
        var piped = example.Split(" | ");
        var typed = CommandLineParser.SplitCommandLine(piped[^1]).Skip(1).ToArray();
        var outcome = await _bot.RunAsync(piped.Length > 1 ? CommandLineParser.SplitCommandLine(piped[0]).Last() : "", typed);

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.DoesNotContain("does not say", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("No quotes", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_with_nothing_configured_finds_nothing_wrong()
    {
        var outcome = await _bot.RunAsync("check");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Storage", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Discord", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_has_its_place_in_the_changelog_and_its_schema_too()
    {
        var version = (await _bot.RunAsync("--version")).Output.Trim().Split('+')[0];
        var changelog = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, ".github/CHANGELOG.md"), TestContext.Current.CancellationToken);

        Assert.Contains($"\n## {version} ", changelog, StringComparison.Ordinal);
        Assert.Contains($"\n| {version} | {Bot.Storage.Database.SchemaVersion} |", changelog, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_is_told_how_a_word_goes_on()
    {
        var outcome = await _bot.RunAsync("[suggest:4]", "bot q");

        Assert.Contains("quotes", outcome.Output, StringComparison.Ordinal);
    }
}
