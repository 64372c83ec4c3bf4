using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Commands.Ask;

/// <summary>Shows in a channel that the bot is writing, from when an answer takes longer than a moment until it is sent.</summary>
internal sealed class Typing : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    // Discord shows it for ten seconds.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _sent = new();
    private readonly Task _showing;

    private Typing(Snowflake channel, DiscordRest rest, TimeProvider time) => _showing = ShowAsync(channel, rest, time, _sent.Token);

    public static Typing In(Snowflake channel, DiscordRest rest, TimeProvider time) => new(channel, rest, time);

    public async ValueTask DisposeAsync()
    {
        await _sent.CancelAsync();
        await _showing;
        _sent.Dispose();
    }

    private static async Task ShowAsync(Snowflake channel, DiscordRest rest, TimeProvider time, CancellationToken sent)
    {
        try
        {
            for (var pause = Moment; ; pause = Again)
            {
                await Task.Delay(pause, time, sent);
                await rest.TriggerTypingAsync(channel, sent);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or DiscordRestException)
        {
            // The answer comes without it just as well.
        }
    }
}
