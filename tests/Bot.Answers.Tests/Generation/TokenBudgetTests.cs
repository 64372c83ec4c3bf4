using Bot.Answers.Generation;
using Bot.Articles;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Answers.Tests.Generation;

public sealed class TokenBudgetTests
{
    private static readonly GuildId One = new(1);
    private static readonly GuildId Two = new(2);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 2, 1, 22, 0, 0, TimeSpan.Zero));
    private readonly TokenBudget _budget;

    public TokenBudgetTests() => _budget = new TokenBudget(Options.Create(new ModelOptions { TokensPerGuildPerDay = 100, TokensPerDay = 150 }), _time);

    [Fact]
    public void A_guild_runs_out_without_touching_another()
    {
        _budget.Spend(One, 100);
        Assert.Equal("Model:TokensPerGuildPerDay", _budget.Exhausted(One));
        Assert.Null(_budget.Exhausted(Two));
    }

    [Fact]
    public void All_guilds_together_run_out()
    {
        _budget.Spend(One, 90);
        _budget.Spend(Two, 60);
        Assert.Equal("Model:TokensPerDay", _budget.Exhausted(new GuildId(3)));
    }

    [Fact]
    public void A_new_day_starts_anew()
    {
        _budget.Spend(One, 100);
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Null(_budget.Exhausted(One));
    }
}
