using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>Runs every interaction: claims it, starts it at once under a deadline of its own, tells the person whatever goes wrong, and lets all end before the
/// bot stops.</summary>
/// <remarks>Before the first answer stands the claim alone, because Discord waits three seconds. Back-pressure belongs behind the deferral.</remarks>
public sealed partial class InteractionWorker(
    DiscordRest rest,
    InteractionHandlers handlers,
    SignedCustomIds customIds,
    IInteractionRecord record,
    InteractionWorkerOptions options,
    TimeProvider time,
    ILogger<InteractionWorker> logger,
    IMeterFactory? meters = null,
    IFailureSentences? failures = null) : IHostedService, IDisposable
{
    internal static readonly ActivitySource Activities = new("Bot.Discord");
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TellTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestDeadline = TimeSpan.FromSeconds(1);

    private readonly InteractionMetrics _metrics = new(meters);
    private readonly IFailureSentences _failures = failures ?? new EnglishSentences();
    private readonly InMemoryInteractionRecord _seen = new(time);
    private readonly CancellationTokenSource _shutdown = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;

    // One for the worker itself, given up when it stops: the count reaches zero once, after the last interaction.
    private int _inFlight = 1;

    /// <summary>Interactions being handled now.</summary>
    public int InFlight => Volatile.Read(ref _inFlight) - (_stopping ? 0 : 1);

    /// <summary>Starts an interaction and returns at once. One that has been started before is ignored.</summary>
    /// <returns>False when the bot is stopping and takes no more.</returns>
    public bool TryStart(Interaction interaction) => TryStart(interaction, out _);

    /// <summary>Starts an interaction and returns when it has its first answer, or none will come. One that has been started before is ignored.</summary>
    /// <returns>False when the bot is stopping and takes no more.</returns>
    public async Task<bool> TryAcknowledgeAsync(Interaction interaction)
    {
        if (!TryStart(interaction, out var acknowledged))
        {
            return false;
        }

        await acknowledged;
        return true;
    }

    /// <summary>Gives the answer that another process announced and did not live to give.</summary>
    /// <param name="ephemeral">How it was announced; null when it was claimed and never announced: then it is answered in the channel, unless it is private.</param>
    /// <param name="giveUp">Only tells the person that there will be none.</param>
    /// <returns>False when the bot is stopping and takes no more.</returns>
    public bool TryResume(Interaction interaction, bool? ephemeral, bool giveUp)
    {
        if (!TryEnter())
        {
            return false;
        }

        _ = Start(interaction, async (call, cancellationToken) =>
        {
            call.Resume(ephemeral, cancellationToken);
            return !giveUp ? await HandleAsync(call, cancellationToken)
                : await TellAsync(call, sentences => sentences.Failed) ? "failed"
                : "lost";
        });
        return true;
    }

    /// <summary>Starts every interaction that comes out of the gateway. Cancelling ends the waiting; what has arrived by then is still started.</summary>
    public async Task ConsumeAsync(ChannelReader<Interaction> interactions, CancellationToken cancellationToken)
    {
        bool more;
        do
        {
            more = await MoreAsync(interactions, cancellationToken);
            while (interactions.TryRead(out var interaction))
            {
                TryStart(interaction);
            }
        }
        while (more);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes no more, lets handlers finish for <see cref="InteractionWorkerOptions.DrainTime"/>, then cancels those left and tells their people.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!Interlocked.Exchange(ref _stopping, true))
        {
            Leave();
        }

        try
        {
            await _drained.Task.WaitAsync(options.DrainTime, time, cancellationToken);
        }
        catch (Exception patienceOver) when (patienceOver is TimeoutException or OperationCanceledException)
        {
            Log.Cancelling(logger, InFlight);
            await _shutdown.CancelAsync();
            await _drained.Task.WaitAsync(TellTime, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _shutdown.Dispose();

    private static async Task<bool> MoreAsync(ChannelReader<Interaction> interactions, CancellationToken cancellationToken)
    {
        try
        {
            return await interactions.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private bool TryEnter()
    {
        int count;
        do
        {
            count = Volatile.Read(ref _inFlight);
            if (count == 0 || _stopping)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _inFlight, count + 1, count) != count);

        return true;
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _drained.TrySetResult();
        }
    }

    /// <param name="acknowledged">Completes with the first answer, or when none will come.</param>
    private bool TryStart(Interaction interaction, out Task acknowledged)
    {
        acknowledged = Task.CompletedTask;
        _metrics.Received(interaction.Type);
        if (!TryEnter())
        {
            return false;
        }

        if (!_seen.TryClaim(interaction.Id))
        {
            _metrics.Refused("duplicate");
            Leave();
            return true;
        }

        acknowledged = Start(interaction, RunAsync);
        return true;
    }

    /// <returns>Completes with the first answer, or when none will come.</returns>
    private Task Start(Interaction interaction, Func<InteractionCall, CancellationToken, Task<string>> run)
    {
        _metrics.Started();
        var received = time.GetTimestamp();
        var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(() => ProcessAsync(interaction, received, run, acknowledged), CancellationToken.None);
        return acknowledged.Task;
    }

    /// <param name="run">Returns how it ended.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a handler throws, the person is to be told and the process to live on. This is the one place.")]
    private async Task ProcessAsync(
        Interaction interaction, long received, Func<InteractionCall, CancellationToken, Task<string>> run, TaskCompletionSource acknowledged)
    {
        var announcement = new Announcement(rest, options, record, _failures, time, logger);
        var call = new InteractionCall(
            interaction,
            rest,
            outcome =>
            {
                Acknowledged(interaction, received, outcome);
                acknowledged.TrySetResult();
            },
            announcement)
        { Received = received };
        using var activity = Activities.StartActivity("interaction", ActivityKind.Server);
        activity?.SetTag("discord.interaction.type", interaction.Type.ToString()).SetTag("discord.interaction.command", call.Options.Path);
        using var deadline = new CancellationTokenSource(TimeLeft(interaction), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _shutdown.Token);
        var end = "failed";
        try
        {
            end = await run(call, either.Token);
        }
        catch (InteractionTakenException)
        {
            end = "taken";
        }
        catch (OperationCanceledException) when (IsSuggestion(call))
        {
            // The person types on; the next suggestion is on its way.
            end = "late";
        }
        catch (OperationCanceledException) when (!announcement.IsOurs)
        {
            // Whether another process answers is not known.
            Log.NeverClaimed(logger, interaction.Id, time.GetElapsedTime(received));
            end = "lost";
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            end = await ExplainAsync(call, failure, deadline.IsCancellationRequested);
        }
        finally
        {
            acknowledged.TrySetResult();
            await announcement.EndAsync(interaction);
            _metrics.Ended(end, time.GetElapsedTime(received));
            Leave();
        }
    }

    /// <summary>Tells the person what went wrong. What the person can do something about is told to the person alone.</summary>
    /// <returns>How it ended.</returns>
    private async Task<string> ExplainAsync(InteractionCall call, Exception thrown, bool late)
    {
        var (failure, offers) = thrown is InteractionFailedException failed ? (failed.Cause, failed.Offers) : (thrown, []);
        var (interaction, elapsed) = (call.Interaction, time.GetElapsedTime(call.Received));
        if (_failures.Explain(failure) is { } explained)
        {
            Log.Declined(logger, interaction.Type, call.Options.Path, interaction.Id, elapsed);
            return await TellAsync(call, _ => explained, alone: true) ? "declined" : "lost";
        }

        Log.Failed(logger, interaction.Type, call.Options.Path, interaction.Id, elapsed, failure);
        return await TellAsync(call, sentences => SentenceFor(sentences, failure, late), offers) ? "failed" : "lost";
    }

    /// <returns>How it ended.</returns>
    private async Task<string> RunAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        // A suggestion given twice is one suggestion: Discord takes the first.
        if (!IsSuggestion(call) && !await call.ClaimAsync(cancellationToken) && !await IsLeftAsync(call, cancellationToken))
        {
            return "duplicate";
        }

        if (InFlight > options.MostAtOnce)
        {
            return await TellAsync(call, sentences => sentences.Busy) ? "busy" : "lost";
        }

        return await HandleAsync(call, cancellationToken);
    }

    private async Task<string> HandleAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        string? action = null;
        if (call.Interaction.Data?.CustomId is { } customId && customIds.TryRead(customId, call.Interaction.Invoker?.Id, out action, out var state))
        {
            call.State = state;
        }

        if (handlers.Find(call, action) is not { } handler)
        {
            return await TellAsync(call, sentences => call.Interaction.Data?.CustomId is null ? sentences.UnknownCommand : sentences.UnknownButton) ? "unknown" : "lost";
        }

        await handler(call, cancellationToken);
        return call.IsFinished ? "answered"
            : IsSuggestion(call) ? "late"
            : throw new InvalidOperationException("The handler gave no answer.");
    }

    /// <summary>Whether whoever claimed it died before the first answer: after a while in which a living process gives one, Discord knows of none. Should it be
    /// alive all the same, Discord takes one first answer, and the other process says nothing.</summary>
    private async Task<bool> IsLeftAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(options.FirstAnswerTime, time, cancellationToken);
        if (time.GetElapsedTime(call.Received) > options.TakeOverTime || await rest.IsAcknowledgedAsync(call.Interaction, cancellationToken) != false)
        {
            return false;
        }

        call.TakeOver();
        return true;
    }

    private static bool IsSuggestion(InteractionCall call) => call.Interaction.Type == InteractionType.ApplicationCommandAutocomplete;

    private void Acknowledged(Interaction interaction, long received, CallbackOutcome outcome)
    {
        var elapsed = time.GetElapsedTime(received);
        _metrics.Acknowledged(elapsed, outcome);
        if (outcome is not CallbackOutcome.Accepted)
        {
            Log.NotAccepted(logger, interaction.Id, outcome, elapsed, time.GetUtcNow() - interaction.Id.CreatedAt);
        }
    }

    private string SentenceFor(InteractionSentences sentences, Exception failure, bool late) => failure switch
    {
        OperationCanceledException when _shutdown.IsCancellationRequested => sentences.Restarting,
        OperationCanceledException when late => sentences.TimedOut,
        InteractionLostException => sentences.Undelivered,
        _ => sentences.Failed,
    };

    /// <param name="alone">Whether nobody else needs to read it.</param>
    private async Task<bool> TellAsync(
        InteractionCall call, Func<InteractionSentences, string> sentence, IReadOnlyList<Component>? offers = null, bool alone = false)
    {
        using var patience = new CancellationTokenSource(TellTime, time);
        try
        {
            var sentences = await _failures.OfAsync(call.Interaction, patience.Token);
            await call.TellAsync(sentence(sentences), offers ?? [], sentences.Undelivered, alone, patience.Token);
            return true;
        }
        catch (Exception undeliverable) when (undeliverable is DiscordRestException or OperationCanceledException or InteractionTakenException or InteractionLostException)
        {
            Log.Untold(logger, call.Interaction.Id, undeliverable);
            return false;
        }
    }

    /// <summary>What is left of the deadline by the age that the id tells. An age that cannot be (clocks apart, a made-up id) counts as none.</summary>
    private TimeSpan TimeLeft(Interaction interaction)
    {
        var age = time.GetUtcNow() - interaction.Id.CreatedAt;
        var allowed = interaction.Type == InteractionType.ApplicationCommandAutocomplete ? options.AutocompleteDeadline : options.Deadline;
        var left = age < TimeSpan.Zero || age > TokenLifetime ? allowed : allowed - age;
        return left > ShortestDeadline ? left : ShortestDeadline;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Type} {Command} ({Interaction}) failed after {Elapsed}")]
        public static partial void Failed(ILogger logger, InteractionType type, string command, Snowflake interaction, TimeSpan elapsed, Exception failure);

        [LoggerMessage(LogLevel.Information, "{Type} {Command} ({Interaction}) was declined with an explanation after {Elapsed}")]
        public static partial void Declined(ILogger logger, InteractionType type, string command, Snowflake interaction, TimeSpan elapsed);

        [LoggerMessage(LogLevel.Warning, "First answer to interaction {Interaction}: {Outcome}, {Elapsed} after it arrived and {Age} after it was made by Discord's clock")]
        public static partial void NotAccepted(ILogger logger, Snowflake interaction, CallbackOutcome outcome, TimeSpan elapsed, TimeSpan age);

        [LoggerMessage(LogLevel.Error, "The person behind interaction {Interaction} could not be told")]
        public static partial void Untold(ILogger logger, Snowflake interaction, Exception failure);

        [LoggerMessage(LogLevel.Error, "The shared record did not say in {Elapsed} whose interaction {Interaction} is, so it was left alone")]
        public static partial void NeverClaimed(ILogger logger, Snowflake interaction, TimeSpan elapsed);

        [LoggerMessage(LogLevel.Warning, "Stopping: cancelling {Count} interactions that are still being handled")]
        public static partial void Cancelling(ILogger logger, int count);
    }
}
