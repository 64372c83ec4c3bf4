using System.Diagnostics.CodeAnalysis;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>What goes with an answer that is announced and still to come: it is on record, and whoever waits long is told once that it is being worked on.</summary>
internal sealed partial class Announcement(
    DiscordRest rest, InteractionWorkerOptions options, IUnfinishedInteractions? unfinished, TimeProvider time, ILogger logger)
{
    private readonly TaskCompletionSource _answering = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _status = Task.CompletedTask;
    private bool _recorded;
    private bool _othersRecord;

    /// <summary>The record must be there before the announcement; if it does not come in time, the announcement is worth more.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the record, the person is to be answered.")]
    public async Task BeginAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken)
    {
        if (unfinished is null)
        {
            return;
        }

        _recorded = true;
        try
        {
            _othersRecord = !await unfinished.BeginAsync(interaction, ephemeral, cancellationToken).WaitAsync(options.RecordTimeout, time, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRecorded(logger, interaction.Id, failure);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the record, the person is to be answered.")]
    public async Task AnnouncedAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        Begun(interaction, cancellationToken);
        if (!_othersRecord)
        {
            return;
        }

        try
        {
            await unfinished!.TakeAsync(interaction.Id, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRecorded(logger, interaction.Id, failure);
        }
    }

    /// <summary>It has been announced, whoever did it, and is on record as this process's.</summary>
    public void Begun(Interaction interaction, CancellationToken cancellationToken)
    {
        _recorded = unfinished is not null;
        _status = ShowStatusAsync(interaction, cancellationToken);
    }

    /// <summary>To be awaited before the answer is given: after this no status line comes any more.</summary>
    /// <returns>False when another process gives the answer.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the record, the person is to be answered.")]
    public async Task<bool> MayAnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        _answering.TrySetResult();
        await _status;
        try
        {
            return unfinished is null || await unfinished.IsOursAsync(interaction.Id, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRecorded(logger, interaction.Id, failure);
            return true;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The person has an answer; what is left on record is found to be answered by whoever takes it over.")]
    public async Task EndAsync(Interaction interaction)
    {
        _answering.TrySetResult();
        await _status;
        if (!_recorded)
        {
            return;
        }

        try
        {
            await unfinished!.EndAsync(interaction.Id, CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.NotRecorded(logger, interaction.Id, failure);
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
            var sentences = await options.Sentences(interaction, cancellationToken);
            await rest.EditOriginalAsync(interaction, new OutgoingMessage { Content = sentences.Working }, cancellationToken);
        }
        catch (Exception failure) when (failure is DiscordRestException or OperationCanceledException)
        {
            Log.NoStatus(logger, interaction.Id, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The record of unfinished interactions failed for interaction {Interaction}; going on without it")]
        public static partial void NotRecorded(ILogger logger, Snowflake interaction, Exception failure);

        [LoggerMessage(LogLevel.Debug, "No status line for interaction {Interaction}: {Reason}")]
        public static partial void NoStatus(ILogger logger, Snowflake interaction, string reason);
    }
}
