using System.Diagnostics.CodeAnalysis;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>What goes with an interaction while it has no answer: it is on record as this process's, and whoever waits long is told once that it is worked on.</summary>
internal sealed partial class Announcement(
    DiscordRest rest, InteractionWorkerOptions options, IInteractionRecord record, IFailureSentences failures, TimeProvider time, ILogger logger)
{
    private readonly TaskCompletionSource _answering = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _status = Task.CompletedTask;

    /// <summary>Whether the record holds the interaction as this process's, or is about to.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>What whoever waits long is told; null for that it is being worked on.</summary>
    public string? Line { get; set; }

    public async Task<bool> ClaimAsync(Interaction interaction, CancellationToken cancellationToken) =>
        IsOurs = await AskAsync(interaction, () => record.TryClaimAsync(interaction, cancellationToken).AsTask(), cancellationToken);

    /// <summary>This process has given the first answer in place of another, which claimed it and did not live to.</summary>
    public async Task TakeOverAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        IsOurs = true;
        await AskAsync(
            interaction,
            async () =>
            {
                await record.TakeAsync(interaction.Id, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>It has been announced, whoever did it, and is on record as this process's.</summary>
    public void Begun(Interaction interaction, CancellationToken cancellationToken)
    {
        IsOurs = true;
        _status = ShowStatusAsync(interaction, cancellationToken);
    }

    /// <summary>To be awaited before the answer is given: after this no status line comes any more.</summary>
    /// <returns>False when another process gives the answer.</returns>
    public async Task<bool> MayAnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        _answering.TrySetResult();
        await _status;
        return await AskAsync(interaction, () => record.IsOursAsync(interaction.Id, cancellationToken).AsTask(), cancellationToken);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The person has an answer; what is left on record is found to be answered by whoever takes it over.")]
    public async Task EndAsync(Interaction interaction)
    {
        _answering.TrySetResult();
        await _status;
        if (!IsOurs)
        {
            return;
        }

        try
        {
            await record.EndAsync(interaction.Id, CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.NotEnded(logger, interaction.Id, failure);
        }
    }

    /// <summary>Asks the record until it answers: a process that does not know whether an interaction is its own says nothing.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the record, it is asked again.")]
    private async Task<bool> AskAsync(Interaction interaction, Func<Task<bool>> ask, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await ask().WaitAsync(options.RecordTimeout, time, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Log.NoAnswer(logger, interaction.Id, failure.GetType().Name);
                await Task.Delay(options.RecordPause, time, cancellationToken);
            }
        }
    }

    private async Task ShowStatusAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        try
        {
            await _answering.Task.WaitAsync(options.StatusAfter, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Whatever ended the work has something to say itself.
        }
        catch (TimeoutException)
        {
            await TellAsync(interaction, cancellationToken);
        }
    }

    private async Task TellAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        try
        {
            var line = Line ?? (await failures.OfAsync(interaction, cancellationToken)).Working;
            await rest.EditOriginalAsync(interaction, new OutgoingMessage { Content = line }, cancellationToken);
        }
        catch (Exception failure) when (failure is DiscordRestException or OperationCanceledException)
        {
            Log.NoStatus(logger, interaction.Id, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The shared record does not say whose interaction {Interaction} is ({Reason}); asking again")]
        public static partial void NoAnswer(ILogger logger, Snowflake interaction, string reason);

        [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} could not be taken off the record")]
        public static partial void NotEnded(ILogger logger, Snowflake interaction, Exception failure);

        [LoggerMessage(LogLevel.Debug, "No status line for interaction {Interaction}: {Reason}")]
        public static partial void NoStatus(ILogger logger, Snowflake interaction, string reason);
    }
}
