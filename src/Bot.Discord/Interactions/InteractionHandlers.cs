using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>Handles one interaction.</summary>
public delegate Task InteractionHandler(InteractionCall call, CancellationToken cancellationToken);

/// <summary>Which handler takes which interaction. Filled at start, read afterwards.</summary>
public sealed class InteractionHandlers
{
    private readonly Dictionary<Key, InteractionHandler> _handlers = [];

    private enum Kind
    {
        Command,
        UserCommand,
        MessageCommand,
        Autocomplete,
        Component,
        Modal,
    }

    /// <param name="path">Name of the command, with group and subcommand behind it, such as <c>article add</c>.</param>
    public InteractionHandlers Command(string path, InteractionHandler handler) => Add(Kind.Command, path, handler);

    /// <param name="path">Name of the command, with group and subcommand behind it.</param>
    /// <param name="read">Makes the command's own type of the options.</param>
    public InteractionHandlers Command<TOptions>(
        string path, Func<CommandOptions, TOptions> read, Func<InteractionCall, TOptions, CancellationToken, Task> handler) =>
        Add(Kind.Command, path, (call, cancellationToken) => handler(call, read(call.Options), cancellationToken));

    /// <summary>A command in the menu of a message.</summary>
    public InteractionHandlers MessageCommand(string name, Func<InteractionCall, Message, CancellationToken, Task> handler) =>
        Add(Kind.MessageCommand, name, (call, cancellationToken) => handler(call, Target(call, call.Interaction.Data?.Resolved?.Messages), cancellationToken));

    /// <summary>A command in the menu of a user.</summary>
    public InteractionHandlers UserCommand(string name, Func<InteractionCall, User, CancellationToken, Task> handler) =>
        Add(Kind.UserCommand, name, (call, cancellationToken) => handler(call, Target(call, call.Interaction.Data?.Resolved?.Users), cancellationToken));

    /// <summary>Suggestions for one option: from what was typed so far to at most 25 choices.</summary>
    public InteractionHandlers Autocomplete(
        string path, string option, Func<InteractionCall, string, CancellationToken, Task<IReadOnlyList<CommandChoice>>> suggest) =>
        Add(Kind.Autocomplete, $"{path} {option}", async (call, cancellationToken) =>
            await call.SuggestAsync(await suggest(call, call.Options.Focused?.Value.ToString() ?? "", cancellationToken), cancellationToken));

    /// <summary>Buttons and selects whose custom id was made by <see cref="SignedCustomIds"/> with this action.</summary>
    public InteractionHandlers Component(string action, InteractionHandler handler) => Add(Kind.Component, action, handler);

    /// <summary>Forms whose custom id was made by <see cref="SignedCustomIds"/> with this action.</summary>
    public InteractionHandlers Modal(string action, InteractionHandler handler) => Add(Kind.Modal, action, handler);

    /// <param name="action">The action in the custom id, for components and forms.</param>
    internal InteractionHandler? Find(InteractionCall call, string? action)
    {
        var data = call.Interaction.Data;
        Key? key = call.Interaction.Type switch
        {
            InteractionType.ApplicationCommand when data?.Type == ApplicationCommandType.Message => new(Kind.MessageCommand, call.Options.Path),
            InteractionType.ApplicationCommand when data?.Type == ApplicationCommandType.User => new(Kind.UserCommand, call.Options.Path),
            InteractionType.ApplicationCommand => new(Kind.Command, call.Options.Path),
            InteractionType.ApplicationCommandAutocomplete => new(Kind.Autocomplete, $"{call.Options.Path} {call.Options.Focused?.Name}"),
            InteractionType.MessageComponent when action is not null => new(Kind.Component, action),
            InteractionType.ModalSubmit when action is not null => new(Kind.Modal, action),
            _ => null,
        };
        return key is { } known ? _handlers.GetValueOrDefault(known) : null;
    }

    private static T Target<T>(InteractionCall call, IReadOnlyDictionary<Snowflake, T>? resolved)
        where T : class =>
        call.Interaction.Data?.TargetId is { } id && resolved?.GetValueOrDefault(id) is { } target
            ? target
            : throw new InvalidDataException("The interaction names a target and does not hold it.");

    private InteractionHandlers Add(Kind kind, string name, InteractionHandler handler)
    {
        _handlers.Add(new Key(kind, name), handler);
        return this;
    }

    private readonly record struct Key(Kind Kind, string Name);
}
