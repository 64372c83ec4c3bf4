using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>One interaction while it is being handled: what the person did, and the ways to answer. Not for use by several threads at once.</summary>
/// <remarks>The first answer is due three seconds after the interaction was made, all others within fifteen minutes. An answer that comes too late for
/// the interaction is posted to the channel instead, unless only the person was to see it.</remarks>
public sealed class InteractionCall
{
    private readonly DiscordRest _rest;
    private readonly Action<CallbackOutcome> _acknowledged;
    private readonly Announcement? _announcement;
    private Stage _stage;
    private bool _isExpired;
    private bool _ephemeral;
    private bool _takesOver;

    /// <param name="announcement">What goes with an announced answer; null for nothing.</param>
    internal InteractionCall(Interaction interaction, DiscordRest rest, Action<CallbackOutcome> acknowledged, Announcement? announcement = null)
    {
        Interaction = interaction;
        _rest = rest;
        _acknowledged = acknowledged;
        _announcement = announcement;
        Options = CommandOptions.Of(interaction.Data);
    }

    private enum Stage
    {
        Open,

        /// <summary>The reply is announced and still to come.</summary>
        Deferred,

        /// <summary>The message of the component may be changed.</summary>
        UpdateDeferred,

        /// <summary>The person has an answer.</summary>
        Answered,

        /// <summary>Discord no longer takes answers to this interaction.</summary>
        TooLate,
    }

    public Interaction Interaction { get; }

    /// <summary>The command's options, or those of the subcommand.</summary>
    public CommandOptions Options { get; }

    /// <summary>For components and forms: what the bot itself put into the custom id, unforged.</summary>
    public string State { get; internal set; } = "";

    /// <summary>False until the person has got something to read, or to choose from.</summary>
    public bool IsAnswered => _stage == Stage.Answered;

    /// <summary>Whether what was answered or announced is for the person alone.</summary>
    public bool IsPrivate => _ephemeral;

    /// <summary>Timestamp of the delivery.</summary>
    internal long Received { get; init; }

    /// <summary>False when a handler has ended and left the person with nothing, or with an announcement of what never came.</summary>
    internal bool IsFinished => _stage is Stage.Answered or Stage.UpdateDeferred;

    /// <summary>Says that an answer will come.</summary>
    /// <param name="ephemeral">Whether only the person sees it. Cannot be changed later.</param>
    public async Task DeferAsync(bool ephemeral, CancellationToken cancellationToken)
    {
        if (_stage == Stage.Open)
        {
            await RespondAsync(InteractionCallback.Defer(ephemeral), Stage.Deferred, ephemeral, cancellationToken);
            _announcement?.Begun(Interaction, cancellationToken);
        }
    }

    /// <summary>Makes the interaction this process's to answer.</summary>
    /// <returns>False when another process has claimed it.</returns>
    internal Task<bool> ClaimAsync(CancellationToken cancellationToken) => _announcement?.ClaimAsync(Interaction, cancellationToken) ?? Task.FromResult(true);

    /// <summary>Another process has claimed the interaction and seems to have died before the first answer.</summary>
    internal void TakeOver() => _takesOver = true;

    /// <summary>Another process announced this answer and died.</summary>
    /// <param name="ephemeral">How it was announced; null when it never was, and Discord takes no first answer any longer: it is given in the channel.</param>
    internal void Resume(bool? ephemeral, CancellationToken cancellationToken)
    {
        (_stage, _ephemeral) = (ephemeral is null ? Stage.Open : Stage.Deferred, ephemeral == true);
        _isExpired = ephemeral is null;
        _announcement?.Begun(Interaction, cancellationToken);
    }

    /// <summary>For components: says that the message may change.</summary>
    public async Task DeferUpdateAsync(CancellationToken cancellationToken)
    {
        if (_stage == Stage.Open)
        {
            await RespondAsync(InteractionCallback.DeferUpdate(), Stage.UpdateDeferred, false, cancellationToken);
        }
    }

    /// <summary>Answers with a message: at once, in place of the announcement, or as one more message.</summary>
    public async Task ReplyAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var sending = InteractionWorker.Activities.StartActivity("send");
        if (_stage == Stage.Open)
        {
            var ephemeral = message.Flags?.HasFlag(MessageFlags.Ephemeral) == true;
            var outcome = await RespondAsync(InteractionCallback.Reply(message), Stage.Answered, ephemeral, cancellationToken);
            if (outcome is CallbackOutcome.Accepted)
            {
                return;
            }

            // Whether it arrived is unknown: writing it into the reply is right in both cases.
            _stage = outcome is CallbackOutcome.Unknown ? Stage.Deferred : _stage;
        }

        if (_stage == Stage.Deferred && _announcement is not null && !await _announcement.MayAnswerAsync(Interaction, cancellationToken))
        {
            throw new InteractionTakenException();
        }

        if (_stage == Stage.TooLate)
        {
            await PostToChannelAsync(message, cancellationToken);
            return;
        }

        try
        {
            _ = _stage == Stage.Deferred
                ? await _rest.EditOriginalAsync(Interaction, message, cancellationToken)
                : await _rest.FollowUpAsync(Interaction, AsPrivate(message), cancellationToken);
            _stage = Stage.Answered;
        }
        catch (DiscordApiException refused) when (IsTooLate(refused))
        {
            _stage = Stage.TooLate;
            await PostToChannelAsync(message, cancellationToken);
        }
    }

    /// <summary>Says what the answer waits for, should it be awaited long; without it, that it is being worked on.</summary>
    public void WaitsFor(string line)
    {
        if (_announcement is not null)
        {
            _announcement.Line = line;
        }
    }

    /// <summary>Changes the message that the component sits on, or the reply already given.</summary>
    public async Task UpdateAsync(OutgoingMessage change, CancellationToken cancellationToken)
    {
        if (_stage == Stage.Open && await RespondAsync(InteractionCallback.Update(change), Stage.Answered, false, cancellationToken) is CallbackOutcome.Accepted)
        {
            return;
        }

        if (_stage != Stage.TooLate)
        {
            await _rest.EditOriginalAsync(Interaction, change, cancellationToken);
            _stage = Stage.Answered;
        }
        else if (Interaction is { ChannelId: { } channel, Message: { } message } && !message.Flags.HasFlag(MessageFlags.Ephemeral))
        {
            await _rest.EditMessageAsync(channel, message.Id, change, cancellationToken);
            _stage = Stage.Answered;
        }
        else
        {
            throw new InteractionLostException();
        }
    }

    /// <summary>For autocomplete: what may be chosen.</summary>
    public Task SuggestAsync(IReadOnlyList<CommandChoice> choices, CancellationToken cancellationToken) =>
        RespondAsync(InteractionCallback.Suggest(choices), Stage.Answered, false, cancellationToken);

    /// <summary>Opens a form. Only as a first answer, and not to a form.</summary>
    public Task ShowModalAsync(ModalForm form, CancellationToken cancellationToken) =>
        RespondAsync(InteractionCallback.Modal(form), Stage.Answered, false, cancellationToken);

    /// <summary>What was typed into the form's text input with this custom id; null when there is none.</summary>
    public string? Typed(string customId) => Find(Interaction.Data?.Components ?? [], customId)?.Value;

    /// <summary>Tells the person what went wrong, in whatever way is still open.</summary>
    /// <param name="offers">Buttons below the sentence.</param>
    /// <param name="forEveryone">What the channel may read when the person cannot be told alone.</param>
    /// <param name="alone">Whether nobody else needs to read it: an announcement that everyone sees is taken back.</param>
    internal async Task TellAsync(string sentence, IReadOnlyList<Component> offers, string forEveryone, bool alone, CancellationToken cancellationToken)
    {
        if (Interaction.Type == InteractionType.ApplicationCommandAutocomplete)
        {
            if (_stage == Stage.Open)
            {
                await SuggestAsync([], cancellationToken);
            }

            return;
        }

        try
        {
            var components = offers.Count == 0 ? null : offers;
            var message = new OutgoingMessage { Content = sentence, Components = components, Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds };
            await (alone && _stage == Stage.Deferred && !_ephemeral ? ReplyAloneAsync(message, cancellationToken) : ReplyAsync(message, cancellationToken));
        }
        catch (InteractionLostException)
        {
            _ephemeral = false;
            await PostToChannelAsync(new OutgoingMessage { Content = forEveryone }, cancellationToken);
        }
    }

    /// <summary>Takes the announcement back and answers the person alone: who sees an announced answer cannot be changed.</summary>
    private async Task ReplyAloneAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (_announcement is not null && !await _announcement.MayAnswerAsync(Interaction, cancellationToken))
        {
            throw new InteractionTakenException();
        }

        try
        {
            await _rest.DeleteOriginalAsync(Interaction, cancellationToken);
        }
        catch (DiscordApiException refused) when (!IsTooLate(refused))
        {
            await ReplyAsync(message, cancellationToken);
            return;
        }

        await _rest.FollowUpAsync(Interaction, message, cancellationToken);
        (_stage, _ephemeral) = (Stage.Answered, true);
    }

    private static Component? Find(IReadOnlyList<Component> components, string customId)
    {
        foreach (var component in components)
        {
            if (component.CustomId == customId)
            {
                return component;
            }

            if ((Find(component.Components ?? [], customId) ?? (component.Child is { } child ? Find([child], customId) : null)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A second page of a private answer is as private as the first.
    private OutgoingMessage AsPrivate(OutgoingMessage message) =>
        _ephemeral ? message with { Flags = (message.Flags ?? MessageFlags.None) | MessageFlags.Ephemeral } : message;

    private static bool IsTooLate(DiscordApiException refused) =>
        refused.Code is DiscordErrorCode.UnknownMessage or DiscordErrorCode.UnknownWebhook or DiscordErrorCode.UnknownInteraction or DiscordErrorCode.InvalidWebhookToken
        || refused.Status is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Unauthorized;

    private async Task<CallbackOutcome> RespondAsync(InteractionCallback callback, Stage next, bool ephemeral, CancellationToken cancellationToken)
    {
        var outcome = _isExpired ? CallbackOutcome.Expired : await _rest.RespondAsync(Interaction, callback, cancellationToken);
        _acknowledged(outcome);
        _ephemeral = ephemeral;
        _stage = outcome switch
        {
            CallbackOutcome.AnsweredElsewhere => throw new InteractionTakenException(),

            // Whoever had claimed it may have been in time, or answer in the channel.
            not CallbackOutcome.Accepted when _takesOver => throw new InteractionTakenException(),
            CallbackOutcome.Expired => Stage.TooLate,
            _ => next,
        };
        if (_takesOver && _announcement is not null)
        {
            await _announcement.TakeOverAsync(Interaction, cancellationToken);
        }

        return outcome;
    }

    private async Task PostToChannelAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (_ephemeral || Interaction.ChannelId is not { } channel)
        {
            throw new InteractionLostException();
        }

        await _rest.SendMessageAsync(channel, message with { Flags = message.Flags & ~MessageFlags.Ephemeral }, cancellationToken);
        _stage = Stage.Answered;
    }
}
