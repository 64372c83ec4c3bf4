using Bot.Discord.Model;

namespace Bot.Discord.Rest;

/// <summary>The first answer to an interaction.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object</remarks>
public sealed class InteractionCallback
{
    private const int MostChoices = 25;

    private InteractionCallback(InteractionCallbackType type, RequestBody body)
    {
        Type = type;
        Body = body;
    }

    public InteractionCallbackType Type { get; }

    internal RequestBody Body { get; }

    /// <summary>The same as plain text, for servers that refuse layouts; null where it has none.</summary>
    internal RequestBody? Plain { get; private init; }

    /// <summary>A message.</summary>
    public static InteractionCallback Reply(OutgoingMessage message) => Message(InteractionCallbackType.Message, message);

    /// <summary>"Thinking": the message follows within 15 minutes. Whether only the person sees it is decided here, for good.</summary>
    public static InteractionCallback Defer(bool ephemeral = false) =>
        new(InteractionCallbackType.DeferredMessage, RequestBody.Of(
            new CallbackBody<DeferData>(InteractionCallbackType.DeferredMessage, ephemeral ? new DeferData(MessageFlags.Ephemeral) : null),
            RestJson.Default.CallbackBodyDeferData));

    /// <summary>For components: nothing is shown, the message may be edited within 15 minutes.</summary>
    public static InteractionCallback DeferUpdate() =>
        new(InteractionCallbackType.DeferredUpdate, RequestBody.Of(
            new CallbackBody<DeferData>(InteractionCallbackType.DeferredUpdate, null), RestJson.Default.CallbackBodyDeferData));

    /// <summary>For components: changes the message the component sits on.</summary>
    public static InteractionCallback Update(OutgoingMessage message) =>
        Message(InteractionCallbackType.UpdateMessage, message with { Flags = message.Flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2) });

    /// <summary>For autocomplete: what may be chosen. Discord takes 25, the rest is cut off.</summary>
    public static InteractionCallback Suggest(IReadOnlyList<CommandChoice> choices) =>
        new(InteractionCallbackType.Suggestions, RequestBody.Of(
            new CallbackBody<SuggestionData>(InteractionCallbackType.Suggestions, new SuggestionData(choices.Count > MostChoices ? [.. choices.Take(MostChoices)] : choices)),
            RestJson.Default.CallbackBodySuggestionData));

    /// <summary>A form; not as an answer to a form.</summary>
    public static InteractionCallback Modal(ModalForm form) =>
        new(InteractionCallbackType.Modal, RequestBody.Of(
            new CallbackBody<ModalForm>(InteractionCallbackType.Modal, form), RestJson.Default.CallbackBodyModalForm));

    private static InteractionCallback Message(InteractionCallbackType type, OutgoingMessage message) =>
        new(type, BodyOf(type, message.AsLayout())) { Plain = message.Layout is null ? null : BodyOf(type, message) };

    private static RequestBody BodyOf(InteractionCallbackType type, OutgoingMessage message) =>
        RequestBody.Of(new CallbackBody<OutgoingMessage>(type, message), RestJson.Default.CallbackBodyOutgoingMessage, message.Files);
}

public enum InteractionCallbackType
{
    Pong = 1,
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    UpdateMessage = 7,
    Suggestions = 8,
    Modal = 9,
}

/// <summary>A form to fill in.</summary>
/// <param name="CustomId">1 to 100 characters.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Components">1 to 5 labels or text displays.</param>
public sealed record ModalForm(string CustomId, string Title, IReadOnlyList<Component> Components);

/// <summary>What became of the first answer.</summary>
public enum CallbackOutcome
{
    /// <summary>Discord has it.</summary>
    Accepted,

    /// <summary>Somebody else had answered before.</summary>
    AnsweredElsewhere,

    /// <summary>It came too late, or Discord does not know the interaction.</summary>
    Expired,

    /// <summary>Discord could not be asked.</summary>
    Unknown,
}

internal sealed record CallbackBody<T>(InteractionCallbackType Type, T? Data)
    where T : class;

internal sealed record DeferData(MessageFlags Flags);

internal sealed record SuggestionData(IReadOnlyList<CommandChoice> Choices);
