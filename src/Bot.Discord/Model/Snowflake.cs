using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Bot.Discord.Model;

/// <summary>A Discord id: 64 bits whose upper 42 are the milliseconds since 2015-01-01T00:00:00Z. A decimal string in JSON.</summary>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>, ISpanParsable<Snowflake>
{
    private const long DiscordEpochMilliseconds = 1_420_070_400_000;

    /// <summary>When Discord made this id.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + DiscordEpochMilliseconds);

    /// <summary>The smallest id of that moment.</summary>
    public static Snowflake At(DateTimeOffset moment) =>
        new((ulong)(moment.ToUnixTimeMilliseconds() - DiscordEpochMilliseconds) << 22);

    /// <summary>The shard that receives the events of the guild with this id, of <paramref name="shardCount"/> shards.</summary>
    public int ShardOf(int shardCount) => (int)((Value >> 22) % (ulong)shardCount);

    public static Snowflake Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    public static Snowflake Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        new(ulong.Parse(s, NumberStyles.None, CultureInfo.InvariantCulture));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Snowflake result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Snowflake result)
    {
        var parsed = ulong.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        result = new Snowflake(value);
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<char> s, out Snowflake result) => TryParse(s, null, out result);

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
