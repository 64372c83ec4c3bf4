using System.Diagnostics.CodeAnalysis;
using System.Net;
using Bot.Commands.Ask;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Localization;
using Bot.Recovery;
using Bot.Storage;

namespace Bot.Hosting;

/// <summary>Keeps this process's leases, and gives the answers that dead processes have announced or taken on: a person who waits gets one answer or one apology.</summary>
internal sealed partial class InteractionRecovery(
    EncryptedInteractions unfinished, InteractionWorker worker, MessageReplies messages, DiscordRest rest, TimeProvider time, ILogger<InteractionRecovery> logger)
    : BackgroundService
{
    // What two processes have died of is not tried on a third.
    private const int MostAttempts = 2;

    // Discord takes answers for 15 minutes; an answer takes a while itself.
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14.5);
    // Later, nobody who asked expects an answer in the channel any longer.
    private static readonly TimeSpan NeverAnnounced = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = PendingInteractions.Lease / 3;

    [SuppressMessage("Design", "CA1031", Justification = "The loop that keeps leases: whatever goes wrong with the record once, it goes on.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await unfinished.RenewAsync(stoppingToken);
                foreach (var left in await unfinished.TakeOverAsync(stoppingToken))
                {
                    // Leases are to be kept meanwhile.
                    _ = InheritAsync(left, stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Interrupted(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it: what goes wrong is told in the log.")]
    private async Task InheritAsync(Left left, CancellationToken cancellationToken)
    {
        try
        {
            var giveUp = left.Attempts > MostAttempts;
            if (left.Message is { } message)
            {
                Log.Inherited(logger, left.Id, left.Attempts);
                await messages.ResumeAsync(message, giveUp, cancellationToken);
            }
            else if (left.Interaction is { } interaction && await IsWaitingAsync(interaction, cancellationToken) is (true, var ephemeral)
                && worker.TryResume(interaction, ephemeral, giveUp))
            {
                Log.Inherited(logger, left.Id, left.Attempts);
            }
            else
            {
                await unfinished.EndAsync(left.Id, cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotInherited(logger, left.Id, failure);
        }
        catch (OperationCanceledException)
        {
            // Whoever comes next takes it over.
        }
    }

    /// <summary>Whether somebody still waits: nothing stands in the reply but that it is being worked on, since its owner may have died just after answering, or
    /// Discord knows of no reply at all, since the owner died between the claim and the first answer.</summary>
    /// <returns>With how the reply was announced; null when it never was.</returns>
    private async Task<(bool Waits, bool? Ephemeral)> IsWaitingAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        while (Age() < TokenLife)
        {
            try
            {
                var reply = await rest.GetOriginalAsync(interaction, cancellationToken);
                var isAnnounced = reply.Flags.HasFlag(MessageFlags.Loading) || Translation.All.Any(translation => reply.Content == translation.Sentences.Working || reply.Content == translation.IsWriting);
                return (isAnnounced, reply.Flags.HasFlag(MessageFlags.Ephemeral));
            }
            catch (DiscordApiException refused) when (refused.Status is not HttpStatusCode.TooManyRequests)
            {
                // Deleted, or too old: there is nothing to answer to.
                return (refused.Code is DiscordErrorCode.UnknownWebhook && Age() < NeverAnnounced, null);
            }
            catch (DiscordRestException)
            {
                // Discord is in trouble, or there is too much to ask for at once.
                await Task.Delay(Pause, time, cancellationToken);
            }
        }

        return (false, null);

        TimeSpan Age() => time.GetUtcNow() - interaction.Id.CreatedAt;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Interaction} was left unanswered by another process; attempt {Attempt}")]
        public static partial void Inherited(ILogger logger, Snowflake interaction, int attempt);

        [LoggerMessage(LogLevel.Error, "{Interaction} was left unanswered by another process and cannot be answered")]
        public static partial void NotInherited(ILogger logger, Snowflake interaction, Exception failure);

        [LoggerMessage(LogLevel.Warning, "The record of unfinished interactions could not be looked through; trying again")]
        public static partial void Interrupted(ILogger logger, Exception failure);
    }
}
