namespace Bot.Storage.Guilds;

/// <summary>What the managers of a guild have decided. As it stands when nobody has decided anything.</summary>
public sealed record GuildSettings
{
    /// <summary>Who may add and remove articles; a manager always may.</summary>
    public Adding Adding { get; init; } = Adding.Managers;

    /// <summary>The role that may, for <see cref="Adding.Role"/>.</summary>
    public ulong? AddingRole { get; init; }

    /// <summary>Whether answers are for the person alone when the question does not say otherwise.</summary>
    public bool Private { get; init; }

    /// <summary>ISO 639-1; null: each person's own.</summary>
    public string? Language { get; init; }

    /// <summary>In an hour; null: as the operator has configured.</summary>
    public int? QuestionsPerPerson { get; init; }

    /// <summary>In a day; null: as the operator has configured.</summary>
    public int? QuestionsPerGuild { get; init; }

    /// <summary>How many days what people wrote is kept; 0 keeps nothing.</summary>
    public int KeptDays { get; init; } = 30;
}

public enum Adding
{
    /// <summary>Whoever may manage the guild.</summary>
    Managers = 0,

    Role = 1,

    Everyone = 2,
}
