namespace Bot.Articles;

/// <summary>The Discord server that an article belongs to.</summary>
public readonly record struct GuildId(ulong Value)
{
    /// <summary>Articles that every guild may read: the built-in one and those added on the command line.</summary>
    public static GuildId Everyone => default;

    /// <summary>A person's own articles, for direct messages and for servers that the bot is not a member of. No guild has such an id: Discord's stay below it until 2084.</summary>
    public static GuildId OfPerson(ulong person) => new(person | PersonBit);

    /// <summary>Whether this is a person's own rather than a guild.</summary>
    public bool IsPerson => (Value & PersonBit) != 0;

    private const ulong PersonBit = 1UL << 63;

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
