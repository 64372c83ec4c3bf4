using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>What people read when their interaction fails, in the language that is spoken where they are.</summary>
public interface IFailureSentences
{
    /// <summary>The sentence of an exception that has one for people; null for all others.</summary>
    string? Explain(Exception failure);

    /// <summary>Fails only when it is cancelled.</summary>
    ValueTask<InteractionSentences> OfAsync(Interaction interaction, CancellationToken cancellationToken);
}

/// <summary>The sentences in English; no exception explains itself.</summary>
internal sealed class EnglishSentences : IFailureSentences
{
    private static readonly InteractionSentences All = new();

    public string? Explain(Exception failure) => null;

    public ValueTask<InteractionSentences> OfAsync(Interaction interaction, CancellationToken cancellationToken) => new(All);
}

/// <summary>What people read when something went wrong.</summary>
public sealed record InteractionSentences
{
    public string Failed { get; init; } = "Something went wrong on my side, so I have no answer. Please try again.";

    /// <summary>While the answer is awaited; the answer takes its place.</summary>
    public string Working { get; init; } = "-# Still reading; the answer is on its way…";

    public string TimedOut { get; init; } = "This took longer than I am allowed to take. Please try again, perhaps with less at once.";

    public string Restarting { get; init; } = "I am being restarted. Please ask again in a minute.";

    public string Busy { get; init; } = "I have too much to do at the moment. Please ask again in a minute.";

    public string UnknownCommand { get; init; } = "I no longer know this command. Please reload Discord and look at the list of my commands.";

    public string UnknownButton { get; init; } = "This button or form is no longer valid, or is not meant for you. Please start again with a command.";

    public string Undelivered { get; init; } = "I could not deliver a private answer in time. Please ask again.";
}
