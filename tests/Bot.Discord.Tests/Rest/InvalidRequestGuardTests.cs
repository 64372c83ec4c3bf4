using Bot.Discord.Rest;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

public sealed class InvalidRequestGuardTests
{
    [Fact]
    public void Stops_below_the_number_that_gets_an_address_banned()
    {
        var guard = new InvalidRequestGuard(new FakeTimeProvider());
        var sent = 0;
        while (guard.MaySend)
        {
            guard.CountInvalid();
            sent++;
        }

        Assert.InRange(sent, 1, 9_999);
    }

    [Fact]
    public void Opens_again_when_the_ten_minutes_are_over()
    {
        var time = new FakeTimeProvider();
        var guard = new InvalidRequestGuard(time, most: 3);
        guard.CountInvalid();
        guard.CountInvalid();
        guard.CountInvalid();
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(guard.MaySend);

        time.Advance(TimeSpan.FromSeconds(20));

        Assert.True(guard.MaySend);
    }

    [Fact]
    public void Never_counts_fewer_than_there_were_in_ten_minutes() =>
        Gen.Int[0, 400].Array[1, 60].Sample(pauses =>
        {
            var time = new FakeTimeProvider();
            var guard = new InvalidRequestGuard(time);
            var counted = new List<DateTimeOffset>();
            foreach (var pause in pauses)
            {
                guard.CountInvalid();
                counted.Add(time.GetUtcNow());
                time.Advance(TimeSpan.FromSeconds(pause));
            }

            var now = time.GetUtcNow();
            return guard.Count >= counted.Count(at => now - at < TimeSpan.FromMinutes(10))
                && guard.Count <= counted.Count(at => now - at <= TimeSpan.FromMinutes(10.2));
        });
}
