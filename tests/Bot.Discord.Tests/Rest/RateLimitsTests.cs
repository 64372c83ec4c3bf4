using Bot.Discord.Rest.RateLimiting;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

public sealed class RateLimitsTests
{
    private static readonly DiscordRoute Post = Route("channels/{channel}/messages", "1");

    private readonly FakeTimeProvider _time = new();
    private readonly RateLimits _limits;

    public RateLimitsTests() => _limits = new RateLimits(_time);

    [Fact]
    public async Task Sends_one_call_at_a_time_until_the_bucket_is_known()
    {
        var first = await AcquireAsync(Post);
        var second = AcquireAsync(Post);
        Assert.False(second.IsCompleted);

        _limits.Release(Post, first, Headers("a", 5, 4, 5));

        await second.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Lets_through_what_remains_and_the_rest_when_the_window_is_over()
    {
        await LearnAsync(Post, Headers("a", 3, 2, 5));
        await AcquireAsync(Post);
        await AcquireAsync(Post);
        var tooMany = AcquireAsync(Post);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(tooMany.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(0.2));

        await tooMany.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Counts_two_routes_of_one_bucket_together()
    {
        var patch = Post with { Method = HttpMethod.Patch, Template = "channels/{channel}/messages/{message}" };
        await LearnAsync(Post, Headers("shared", 2, 1, 5));
        await LearnAsync(patch, Headers("shared", 2, 0, 5));

        Assert.False(AcquireAsync(Post).IsCompleted);
        Assert.False(AcquireAsync(patch).IsCompleted);
    }

    [Fact]
    public async Task Counts_channels_apart()
    {
        await LearnAsync(Post, Headers("a", 1, 0, 60));

        await AcquireAsync(Post with { Major = "2" }).WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_under_way_is_counted_when_another_channel_brings_the_bucket_to_light()
    {
        var elsewhere = Post with { Major = "2" };
        var first = await AcquireAsync(Post);
        await LearnAsync(elsewhere, Headers("a", 2, 1, 60));
        var second = AcquireAsync(Post);
        var third = AcquireAsync(Post);
        Assert.False(second.IsCompleted);

        _limits.Release(Post, first, Headers("a", 2, 1, 60));

        await Task.WhenAny(second, third).WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(second.IsCompleted, third.IsCompleted);
    }

    [Fact]
    public async Task Does_not_hold_up_a_route_that_has_no_limit()
    {
        await LearnAsync(Post, new RateLimitHeaders(true, null, null, null, null));

        for (var call = 0; call < 20; call++)
        {
            await AcquireAsync(Post).WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Does_not_wait_for_ever_when_nobody_says_how_long()
    {
        await LearnAsync(Post, new RateLimitHeaders(true, "a", 1, 0, null));
        var next = AcquireAsync(Post);
        Assert.False(next.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));

        await next.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_broken_connection_neither_opens_nor_blocks_an_unknown_bucket()
    {
        var first = await AcquireAsync(Post);
        _limits.Release(Post, first, default);

        await AcquireAsync(Post).WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(AcquireAsync(Post).IsCompleted);
    }

    [Fact]
    public async Task A_late_answer_of_the_last_window_says_nothing_about_this_one()
    {
        await LearnAsync(Post, Headers("a", 3, 2, 5));
        var late = await AcquireAsync(Post);
        _time.Advance(TimeSpan.FromSeconds(6));
        await AcquireAsync(Post);

        _limits.Release(Post, late, Headers("a", 3, 0, 60));

        await AcquireAsync(Post).WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_that_is_still_under_way_counts_in_the_next_window_too()
    {
        await LearnAsync(Post, Headers("a", 1, 1, 5));
        var slow = await AcquireAsync(Post);
        _time.Advance(TimeSpan.FromSeconds(6));
        var next = AcquireAsync(Post);
        Assert.False(next.IsCompleted);

        _limits.Release(Post, slow, Headers("a", 1, 0, 0.1));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        await next.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Answers_that_overtake_each_other_do_not_free_calls_already_made()
    {
        await LearnAsync(Post, Headers("a", 5, 4, 5));
        var permits = new List<Permit>();
        for (var call = 0; call < 4; call++)
        {
            permits.Add(await AcquireAsync(Post));
        }

        _limits.Release(Post, permits[3], Headers("a", 5, 0, 5));
        _limits.Release(Post, permits[0], Headers("a", 5, 3, 5));

        Assert.False(AcquireAsync(Post).IsCompleted);
    }

    [Fact]
    public async Task A_global_refusal_holds_every_route_but_those_of_interactions()
    {
        var permit = await AcquireAsync(Post);
        _limits.Hold(Post, permit, default, new RateLimitedResponse(TimeSpan.FromSeconds(3), RateLimitScope.Global));
        _limits.Release(Post, permit, default);

        var ordinary = AcquireAsync(Route("channels/{channel}", "7"));
        await AcquireAsync(Route("webhooks/{application}/{token}", "7/t", RouteKind.InteractionWebhook)).WaitAsync(TestContext.Current.CancellationToken);
        await AcquireAsync(Route("interactions/{interaction}/{token}/callback", "7", RouteKind.InteractionCallback)).WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(ordinary.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(3));
        await ordinary.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_refusal_although_calls_remain_holds_that_route_alone()
    {
        var neighbour = Post with { Method = HttpMethod.Delete };
        await LearnAsync(neighbour, Headers("a", 5, 4, 5));
        var permit = await AcquireAsync(Post);
        var headers = Headers("a", 5, 3, 5);
        _limits.Hold(Post, permit, headers, new RateLimitedResponse(TimeSpan.FromMinutes(10), RateLimitScope.User));
        _limits.Release(Post, permit, headers);

        var again = AcquireAsync(Post);
        await AcquireAsync(neighbour).WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.False(again.IsCompleted);

        _time.Advance(TimeSpan.FromMinutes(1));
        await again.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_refusal_of_a_spent_bucket_holds_it_as_long_as_it_says()
    {
        var permit = await AcquireAsync(Post);
        var headers = Headers("a", 5, 0, 1);
        _limits.Hold(Post, permit, headers, new RateLimitedResponse(TimeSpan.FromSeconds(30), RateLimitScope.Shared));
        _limits.Release(Post, permit, headers);

        var again = AcquireAsync(Post);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(again.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await again.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_cancelled_call_gives_up_its_place()
    {
        await LearnAsync(Post, Headers("a", 1, 0, 5));
        using var gaveUp = new CancellationTokenSource();
        var cancelled = _limits.AcquireAsync(Post, gaveUp.Token).AsTask();
        var next = AcquireAsync(Post);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        _time.Advance(TimeSpan.FromSeconds(5));

        await next.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Forgets_buckets_that_nobody_uses()
    {
        for (var call = 0; call < 5_000; call++)
        {
            var route = Route("webhooks/{application}/{token}", $"1/{call}", RouteKind.InteractionWebhook);
            await LearnAsync(route, Headers("hook", 5, 4, 2));
            _time.Advance(TimeSpan.FromMilliseconds(20));
        }

        Assert.InRange(_limits.BucketCount, 0, 1_000);
    }

    [Fact]
    public void Never_starts_more_calls_in_a_second_than_the_global_limit_allows() =>
        Gen.Int[0, 400].Array[1, 120].Sample(pauses =>
        {
            const int most = 10;
            var time = new FakeTimeProvider();
            var limit = new GlobalLimit(new MonotonicClock(time), most);
            var started = new List<DateTimeOffset>();
            var waiting = new List<Task>();
            foreach (var pause in pauses)
            {
                var call = limit.WaitAsync(CancellationToken.None).AsTask();
                if (call.IsCompleted)
                {
                    started.Add(time.GetUtcNow());
                }

                waiting.Add(call);
                time.Advance(TimeSpan.FromMilliseconds(pause));
            }

            return Enumerable.Range(0, Math.Max(0, started.Count - most)).All(first => started[first + most] - started[first] >= TimeSpan.FromSeconds(1));
        });

    private static DiscordRoute Route(string template, string major, RouteKind kind = RouteKind.Bot) => new(HttpMethod.Post, template, template, major, kind);

    private static RateLimitHeaders Headers(string bucket, int limit, int remaining, double resetAfter) =>
        new(true, bucket, limit, remaining, TimeSpan.FromSeconds(resetAfter));

    private Task<Permit> AcquireAsync(DiscordRoute route) => _limits.AcquireAsync(route, TestContext.Current.CancellationToken).AsTask();

    private async Task LearnAsync(DiscordRoute route, RateLimitHeaders headers) => _limits.Release(route, await AcquireAsync(route), headers);
}
