using Bot.Configuration;
using Bot.Tests.Cli;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

public sealed class SettingFaultsTests : IDisposable
{
    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("Limits:QuestionLenght", "5", "Limits:QuestionLenght is no setting. Did you mean Limits:QuestionLength?")]
    [InlineData("Discrod:Token", "x", "Discrod:Token is no setting. Did you mean Discord:Token?")]
    [InlineData("Limits:MaxBytes", "3", "Limits:MaxBytes is no setting. Did you mean Articles:MaxBytes?")]
    [InlineData("Storage:Zzz", "1", "Storage:Zzz is no setting. Storage has Kind, Path, ConnectionString.")]
    [InlineData("Articles:FetchTimeout", "abc", "Articles:FetchTimeout has a value that cannot be read. It must be a time such as 00:00:30.")]
    [InlineData("discord:mode", "7", "Discord:Mode has a value that cannot be read. It must be one of Gateway, Http.")]
    [InlineData("Model:Judge", "yes", "Model:Judge has a value that cannot be read. It must be true or false.")]
    [InlineData("Articles:ExtraPorts", "8080", "Articles:ExtraPorts is a list. Write Articles:ExtraPorts:0, Articles:ExtraPorts:1 and so on.")]
    [InlineData("Articles:ExtraPorts:0", "web", "Articles:ExtraPorts:0 has a value that cannot be read. It must be a whole number.")]
    [InlineData("Discord:Token:Bot", "x", "Discord:Token is one value and has no parts.")]
    [InlineData("urls", "notaurl", "urls must be addresses to listen on, such as http://127.0.0.1:8080; several are divided by semicolons.")]
    [InlineData("urls", "http://127.0.0.1:99999", "urls must be addresses to listen on, such as http://127.0.0.1:8080; several are divided by semicolons.")]
    [InlineData("urls", "https://+:8443", "urls must be addresses to listen on, such as http://127.0.0.1:8080; several are divided by semicolons.")]
    public void What_nothing_can_read_is_one_sentence(string key, string value, string sentence) => Assert.Equal([sentence], Of((key, value)));

    [Fact]
    public void Every_fault_is_told_at_once_and_the_value_which_may_be_a_secret_never() =>
        Assert.Equal(2, Of(("Model:Timeout", "hunter2"), ("Model:Apikey2", "hunter2")).Count(fault => !fault.Contains("hunter2", StringComparison.Ordinal)));

    [Fact]
    public void What_other_programs_put_into_the_environment_is_none_of_the_bots_business() =>
        Assert.Empty(Of(("npm_config:registry", "x"), ("Logging:LogLevel:Default", "Debug"), ("Kestrel:Limits", "1"), ("PATH", "/bin"), ("urls", "http://+:8080;http://unix:/run/bot")));

    [Theory]
    [InlineData("Discord:Guild=myserver", "Discord:Guild must be the server's id")]
    [InlineData("Discord:ApiBaseUrl=notaurl", "Discord:ApiBaseUrl must begin with http")]
    [InlineData("Telemetry:Endpoint=notaurl", "Telemetry:Endpoint must begin with http")]
    [InlineData("Articles:FetchTimeout=30", "Articles:FetchTimeout must be from")]
    public async Task Check_and_every_other_verb_refuse_the_same(string setting, string words)
    {
        foreach (var verb in new[] { "check", "ask", "run" })
        {
            var outcome = await _bot.RunAsync([verb, .. verb == "ask" ? ["Who?"] : Array.Empty<string>(), $"--{setting}", "--Discord:Token=x"]);

            Assert.Equal(2, outcome.Code);
            Assert.StartsWith(words, outcome.OneErrorLine(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Settings_in_the_data_folder_count_and_a_broken_file_is_named_with_the_line()
    {
        Directory.CreateDirectory(_bot.Data);
        var file = Path.Combine(_bot.Data, SettingSources.FileName);
        await File.WriteAllTextAsync(file, """{ "Limits": { "QuestionLength": 16 } }""", TestContext.Current.CancellationToken);
        var asked = await _bot.RunAsync("ask", "How much will the allies spend on defence?");
        await File.WriteAllTextAsync(file, "{\n \"Limits\": {", TestContext.Current.CancellationToken);
        var broken = await _bot.RunAsync("ask", "Who?");

        Assert.Contains("the limit is 16 (Limits:QuestionLength)", asked.OneErrorLine(), StringComparison.Ordinal);
        Assert.Equal(2, broken.Code);
        Assert.Contains(file, broken.OneErrorLine(), StringComparison.Ordinal);
        Assert.Contains("LineNumber: 1", broken.Error, StringComparison.Ordinal);
    }

    private static string[] Of(params (string Key, string Value)[] settings) => [.. SettingFaults.Of(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build())];
}
