using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;

namespace Bot.Tests.Hosting;

/// <summary>
/// Kills a process once half of all questions are asked, at the worst moment: while it has announced an answer that it cannot give, and just when it announces
/// another, which Discord does not get. Both are of the questions that are said to concern it.
/// </summary>
internal sealed class DeathHalfWay
{
    private readonly BotProcess _bot;
    private readonly int _half;
    private readonly ConcurrentDictionary<string, byte> _concerning = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _posted = new();
    private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly FakeDiscord _discord;
    private string? _announced;
    private int _asked;

    /// <param name="questions">How many will be asked.</param>
    public DeathHalfWay(FakeDiscord discord, BotProcess bot, int questions)
    {
        (_discord, _bot, _half) = (discord, bot, questions / 2);
        discord.Rest.Fault = Watch;
    }

    public Task Happened => _happened.Task;

    /// <summary>Questions of the killed process that were without an answer when it died.</summary>
    public int UnderWay { get; private set; }

    public void Asked() => Interlocked.Increment(ref _asked);

    /// <summary>This one goes to the process first.</summary>
    public void Concerns(JsonObject interaction) => _concerning[interaction["id"]!.GetValue<string>()] = 0;

    /// <summary>Completes when the bot posts into the channel.</summary>
    public Task PostedIn(string channel) => Posting(channel).Task;

    private TaskCompletionSource Posting(string channel) => _posted.GetOrAdd(channel, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private FakeFault? Watch(FakeRequest request)
    {
        if (request is { Method: "POST", Template: "/channels/{channel_id}/messages" })
        {
            Posting(request["channel_id"]).TrySetResult();
        }

        lock (_gate)
        {
            if (_happened.Task.IsCompleted || Volatile.Read(ref _asked) < _half)
            {
                return null;
            }

            if (request.Method == "PATCH" && IdOf(request["webhook_token"]) is { } answered && (_announced ?? answered) == answered)
            {
                _announced = answered;
                return FakeFault.CutBefore;
            }

            if (_announced is not null && request["interaction_id"] is { Length: > 0 } announcing && _concerning.ContainsKey(announcing))
            {
                _bot.Kill();
                UnderWay = _discord.Rest.Interactions.Count(known => !known.Answered.IsCompleted && _concerning.ContainsKey(known.Id));
                _happened.SetResult();
                return FakeFault.CutBefore;
            }

            return null;
        }
    }

    /// <summary>Of the interaction with this token; null when it is none of the process's.</summary>
    private string? IdOf(string token) =>
        _discord.Rest.Interactions.FirstOrDefault(known => known.Token == token)?.Id is { } id && _concerning.ContainsKey(id) ? id : null;
}
