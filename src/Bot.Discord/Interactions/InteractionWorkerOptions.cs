using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>How <see cref="InteractionWorker"/> behaves.</summary>
public sealed class InteractionWorkerOptions
{
    /// <summary>How long a handler may take, counted from the moment the person acted. Discord takes answers for 15 minutes.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(14);

    /// <summary>How long a handler of autocomplete may take, counted the same way. Discord takes the answer for 3 seconds.</summary>
    public TimeSpan AutocompleteDeadline { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long the shared record of claims may take to answer. After that this process trusts its own.</summary>
    public TimeSpan ClaimTimeout { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <summary>How long a process that has claimed an interaction may take to its first answer before another one asks Discord whether there is any. Discord
    /// waits for 3 seconds.</summary>
    public TimeSpan FirstAnswerTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the record of unfinished interactions may take to answer before the announcement goes out without it.</summary>
    public TimeSpan RecordTimeout { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long an announced answer may be awaited in silence; then one line says that it is being worked on.</summary>
    public TimeSpan StatusAfter { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How many are handled at once; whoever comes on top is told that the bot is busy.</summary>
    public int MostAtOnce { get; set; } = 10_000;

    /// <summary>How long handlers may go on after the bot was told to stop.</summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Makes a sentence for the person of the exceptions that have one; null for all others.</summary>
    public Func<Exception, string?> Explain { get; set; } = _ => null;

    /// <summary>Buttons for a person whose interaction failed without an explanation, such as one to try again.</summary>
    public Func<InteractionCall, CancellationToken, Task<IReadOnlyList<Component>>> Offer { get; set; } = (_, _) => Task.FromResult<IReadOnlyList<Component>>([]);

    /// <summary>What the person behind an interaction reads when it fails, in the language that is spoken there. Fails only when it is cancelled.</summary>
    public Func<Interaction, CancellationToken, ValueTask<InteractionSentences>> Sentences { get; set; } = (_, _) => new(new InteractionSentences());
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
