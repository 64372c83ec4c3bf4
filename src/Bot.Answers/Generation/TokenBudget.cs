using Bot.Articles;
using Microsoft.Extensions.Options;

namespace Bot.Answers.Generation;

/// <summary>How many tokens a guild, and all guilds together, may still use today (UTC). Kept in memory: a restart starts the day anew.</summary>
public sealed class TokenBudget(IOptions<ModelOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<GuildId, long> _guilds = [];
    private DateOnly _day;
    private long _all;

    /// <summary>What has been used, as it is used, in the flow of whoever uses it.</summary>
    public Action<GuildId, long>? Spent { get; set; }

    /// <summary>Limits that are counted elsewhere, for several processes together: the setting that stands in the way, in the flow of whoever asks.</summary>
    public Func<GuildId, string?>? Shared { get; set; }

    /// <summary>The setting that stands in the way of using any more tokens now; null when nothing does.</summary>
    public string? Exhausted(GuildId guild)
    {
        if (Shared?.Invoke(guild) is { } setting)
        {
            return setting;
        }

        lock (_gate)
        {
            StartDay();
            return _all >= options.Value.TokensPerDay ? "Model:TokensPerDay"
                : _guilds.GetValueOrDefault(guild) >= options.Value.TokensPerGuildPerDay ? "Model:TokensPerGuildPerDay"
                : null;
        }
    }

    public void Spend(GuildId guild, long tokens)
    {
        lock (_gate)
        {
            StartDay();
            _all += tokens;
            _guilds[guild] = _guilds.GetValueOrDefault(guild) + tokens;
        }

        Spent?.Invoke(guild, tokens);
    }

    private void StartDay()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            (_day, _all) = (today, 0);
            _guilds.Clear();
        }
    }
}
