namespace Bot.Discord.Interactions;

/// <summary>How <see cref="InteractionWorker"/> behaves.</summary>
public sealed class InteractionWorkerOptions
{
    /// <summary>How long a handler may take, counted from the moment the person acted. Discord takes answers for 15 minutes.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(14);

    /// <summary>How long a handler of autocomplete may take, counted the same way. Discord takes the answer for 3 seconds.</summary>
    public TimeSpan AutocompleteDeadline { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long the shared record may take to answer before it is asked again. It is asked until it answers: late is better than twice.</summary>
    public TimeSpan RecordTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two questions to a record that fails.</summary>
    public TimeSpan RecordPause { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a process that has claimed an interaction may take to its first answer before another one asks Discord whether there is any. Discord
    /// waits for 3 seconds.</summary>
    public TimeSpan FirstAnswerTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How old a delivery may be for a claimed interaction to be taken over before its first answer; later on Discord takes none any more.</summary>
    public TimeSpan TakeOverTime { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long an announced answer may be awaited in silence; then one line says that it is being worked on.</summary>
    public TimeSpan StatusAfter { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How many are handled at once; whoever comes on top is told that the bot is busy.</summary>
    public int MostAtOnce { get; set; } = 10_000;

    /// <summary>How long handlers may go on after the bot was told to stop.</summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(20);
}
