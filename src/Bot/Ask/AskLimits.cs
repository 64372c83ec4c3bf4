using System.Threading.RateLimiting;
using Bot.Configuration;
using Bot.Discord.Model;
using Microsoft.Extensions.Options;

namespace Bot.Ask;

/// <summary>How many questions one person may ask in a minute.</summary>
internal sealed class AskLimits(IOptions<LimitsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Snowflake> _perUser = PartitionedRateLimiter.Create<Snowflake, Snowflake>(user =>
        RateLimitPartition.GetSlidingWindowLimiter(user, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.QuestionsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>Null when the question may be asked, else what to tell the person.</summary>
    public string? Refusal(Place place)
    {
        if (place.Person is not { } known)
        {
            return null;
        }

        using var lease = _perUser.AttemptAcquire(known);
        return lease.IsAcquired ? null : place.Phrases.TooManyQuestions(options.Value.QuestionsPerMinute);
    }

    public void Dispose() => _perUser.Dispose();
}
