namespace Bot.Articles;

/// <summary>The Discord server that an article belongs to.</summary>
public readonly record struct GuildId(ulong Value)
{
    /// <summary>Articles that every guild may read: the built-in one and those added on the command line.</summary>
    public static GuildId Everyone => default;

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
