namespace Bot.Configuration;

/// <summary>Section <c>Limits</c>.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Longest question that is read, in UTF-16 code units.</summary>
    public int QuestionLength { get; set; } = 1000;

    /// <summary>Questions that one person may ask in Discord within a minute; an article that is added counts as one.</summary>
    public int QuestionsPerMinute { get; set; } = 10;

    /// <summary>The same within an hour, where a server's managers have set nothing else.</summary>
    public int QuestionsPerPersonPerHour { get; set; } = 100;

    /// <summary>Questions of one server within a day, where its managers have set nothing else.</summary>
    public int QuestionsPerGuildPerDay { get; set; } = 10_000;

    /// <summary>Tokens of the model that one person's questions may take within a day; beyond it answers quote. 0: no limit.</summary>
    public int TokensPerPersonPerDay { get; set; } = 400_000;

    /// <summary>Questions that are worked on at once; the others wait for their turn. 0: four for each core, since each waits for the database too, or 64 where a model is configured, which is waited for much longer.</summary>
    public int QuestionsAtOnce { get; set; }

    /// <summary>Questions that may wait; a user who asks on top of that is told to come back.</summary>
    public int QuestionsWaiting { get; set; } = 5000;

    /// <summary>Articles that one server may have.</summary>
    public int ArticlesPerGuild { get; set; } = 5000;

    /// <summary><see cref="QuestionsAtOnce"/> with its default filled in.</summary>
    internal int AtOnce(bool withModel) => QuestionsAtOnce > 0 ? QuestionsAtOnce : withModel ? Math.Max(64, FourPerCore) : FourPerCore;

    private static int FourPerCore => 4 * Environment.ProcessorCount;
}
