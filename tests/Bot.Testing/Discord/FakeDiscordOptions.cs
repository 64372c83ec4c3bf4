using Bot.Discord.Model;

namespace Bot.Testing.Discord;

/// <summary>What a <see cref="FakeDiscord"/> knows about its one bot. Everything may be changed while it runs.</summary>
public sealed class FakeDiscordOptions
{
    public string Token { get; set; } = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.fake.token";

    public Snowflake ApplicationId { get; set; } = new(1_100_000_000_000_000_001);

    public Snowflake GuildId { get; set; } = new(1_200_000_000_000_000_001);

    public Snowflake ChannelId { get; set; } = new(1_300_000_000_000_000_001);

    public Snowflake UserId { get; set; } = new(1_400_000_000_000_000_001);

    /// <summary>Clock of the server: limits, ages and heartbeats are judged by it.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>0 takes any free port.</summary>
    public int Port { get; set; }
}
