using System.Diagnostics;
using System.Text;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Bot.Testing.Models;

namespace Bot.Tests.Operations;

/// <summary>A bot in a process of its own is killed while somebody waits for its answer.</summary>
public sealed class KilledBotTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-killed-");
    private Process? _process;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_a_killed_bot_left_unanswered_the_next_one_answers_once()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Token);
        await using var model = await FakeModel.StartAsync(FakeBehaviours.Hangs, Token);
        Start(discord, $"--Model:Endpoint={model.Endpoint}", $"--Model:Name={FakeModel.ModelName}");
        await UntilAsync(() => discord.Gateway.Sessions.Any(session => session.Connection is not null) && discord.Rest.Commands.Global.Count > 0);
        var asked = discord.Interact(FakePayloads.Command(
            discord, "ask", new System.Text.Json.Nodes.JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = "When was NATO formed?" }));
        await UntilAsync(() => model.Requests.Count > 0);

        await KillAsync();
        Assert.False(IsAnswered());
        Assert.All(_folder.GetFiles("articles.db*"), file => Assert.DoesNotContain(asked.Token, File.ReadAllText(file.FullName, Encoding.Latin1), StringComparison.Ordinal));

        Start(discord);
        await UntilAsync(IsAnswered);
        await KillAsync();

        Assert.Equal((1, 0, 1), (asked.CallbackAttempts, asked.FollowUps.Count, AnswersWritten()));

        bool IsAnswered() => asked.Content?.Contains("1949", StringComparison.Ordinal) == true;

        // Other edits say that it takes longer.
        int AnswersWritten() => discord.Rest.Requests.Count(request => request.Method == "PATCH" && request.Body is System.Text.Json.Nodes.JsonObject body && FakeMessage.TextOf(body).Contains("1949", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_a_killed_bot_was_answering_the_next_one_answers_once()
    {
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Token);
        await using var model = await FakeModel.StartAsync(FakeBehaviours.Hangs, Token);
        Start(discord, $"--Model:Endpoint={model.Endpoint}", $"--Model:Name={FakeModel.ModelName}");
        await UntilAsync(() => discord.Gateway.Sessions.Any(session => session.Connection is not null));
        var said = FakePayloads.Message(discord, $"<@{discord.Options.ApplicationId}> When was NATO formed?");
        said["mentions"] = new System.Text.Json.Nodes.JsonArray(FakePayloads.BotUser(discord.Options));
        var id = said["id"]!.GetValue<string>();
        discord.Say(said);
        await UntilAsync(() => model.Requests.Count > 0);

        await KillAsync();
        Assert.Empty(discord.Rest.Channels.Messages);
        Assert.All(_folder.GetFiles("articles.db*"), file => Assert.DoesNotContain("When was NATO formed", File.ReadAllText(file.FullName, Encoding.Latin1), StringComparison.Ordinal));

        Start(discord);
        await UntilAsync(() => discord.Rest.Channels.Messages.Count > 0);
        await KillAsync();

        var reply = Assert.Single(discord.Rest.Channels.Messages);
        Assert.Contains("1949", FakeMessage.TextOf(reply), StringComparison.Ordinal);
        Assert.Equal(id, reply["message_reference"]!["message_id"]!.GetValue<string>());
    }

    /// <summary>The program as it is published, with the tests' own list of what it needs.</summary>
    private void Start(FakeDiscord discord, params string[] settings)
    {
        var folder = AppContext.BaseDirectory;
        _process = Process.Start(new ProcessStartInfo
        {
            FileName = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            ArgumentList =
            {
                "exec", "--runtimeconfig", Path.Combine(folder, "Bot.Tests.runtimeconfig.json"), "--depsfile", Path.Combine(folder, "Bot.Tests.deps.json"),
                Path.Combine(folder, "bot.dll"), "run",
            },
            Environment =
            {
                ["BOT_DATA"] = _folder.FullName,
                ["Discord__Token"] = discord.Options.Token,
                ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
                ["Logging__LogLevel__Default"] = "None",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }.With(settings))!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
            _process = null;
        }
    }

    private async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (!condition())
        {
            Assert.False(_process?.HasExited, "The bot ended by itself.");
            await Task.Delay(20, patience.Token);
        }
    }
}

internal static class Arguments
{
    public static ProcessStartInfo With(this ProcessStartInfo start, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
