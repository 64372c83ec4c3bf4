using System.Diagnostics.CodeAnalysis;
using Bot.Discord.Interactions;

namespace Bot.Hosting;

/// <summary>Rehearses a command before the bot goes online: hosted services start in turn, and the gateway's comes after this one.</summary>
internal sealed partial class WarmUp(InteractionRehearsal rehearsal, TimeProvider time, ILogger<WarmUp> logger) : IHostedService
{
    // Reads an article and asks it, announces its answer and changes nothing.
    private const string Command = "help";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [SuppressMessage("Design", "CA1031", Justification = "Without a rehearsal the first answer is slow, no more.")]
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            await rehearsal.PlayAsync(Command, cancellationToken).WaitAsync(Patience, time, cancellationToken);
            Log.Done(logger, time.GetElapsedTime(started));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, failure.GetType().Name);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Rehearsed a command in {Elapsed}")]
        public static partial void Done(ILogger logger, TimeSpan elapsed);

        [LoggerMessage(LogLevel.Warning, "The rehearsal of a command failed ({Reason}); the first answers may be slow")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
