using System.Collections.Concurrent;

namespace Bot.Discord.Rest.RateLimiting;

/// <summary>Holds every call back until Discord would accept it. Limits are learned from response headers, never written down here,
/// apart from the global one, which no header tells.</summary>
/// <remarks>A bucket is Discord's bucket hash and the top-level resource. Until the hash of a route is known, the route and the resource stand in for it and
/// one call goes at a time. https://docs.discord.com/developers/topics/rate-limits</remarks>
internal sealed class RateLimits
{
    public const int DiscordGlobalPerSecond = 50;

    /// <summary>How many calls pass between two clear-outs of buckets that have nothing left to tell.</summary>
    private const int CallsBetweenSweeps = 512;

    private readonly MonotonicClock _clock;
    private readonly GlobalLimit _global;
    private readonly ConcurrentDictionary<RouteName, string> _hashes = new();
    private readonly ConcurrentDictionary<BucketKey, Bucket> _buckets = new();
    private readonly ConcurrentDictionary<BucketKey, TimeSpan> _subLimits = new();
    private int _callsSinceSweep;

    public RateLimits(TimeProvider time, int globalPerSecond = DiscordGlobalPerSecond)
    {
        _clock = new MonotonicClock(time);
        _global = new GlobalLimit(_clock, globalPerSecond);
    }

    /// <summary>How many buckets are held in memory.</summary>
    public int BucketCount => _buckets.Count;

    /// <summary>Waits for this route's turn. Every permit must be given back through <see cref="Release"/>.</summary>
    public async ValueTask<Permit> AcquireAsync(DiscordRoute route, CancellationToken cancellationToken)
    {
        if (route.Kind == RouteKind.InteractionCallback)
        {
            return default;
        }

        SweepNowAndThen();
        await WaitOutSubLimitAsync(route, cancellationToken);
        var permit = await EnterBucketAsync(route, cancellationToken);
        if (route.Kind == RouteKind.Bot)
        {
            try
            {
                await _global.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                permit.Bucket!.Leave(permit.Window, default);
                throw;
            }
        }

        return permit;
    }

    /// <summary>Gives a permit back with what the response said. Without headers (a broken connection) pass the default.</summary>
    public void Release(DiscordRoute route, Permit permit, RateLimitHeaders headers)
    {
        if (permit.Bucket is null)
        {
            return;
        }

        if (headers.Bucket is { } hash)
        {
            var key = BucketKey.Of(hash, route);
            _hashes[new RouteName(route.Method, route.Template)] = hash;
            if (permit.Bucket.Key != key)
            {
                _buckets.GetOrAdd(key, CreateBucket).Learn(headers);
                permit.Bucket.Retire();
                _buckets.TryRemove(KeyValuePair.Create(permit.Bucket.Key, permit.Bucket));
                return;
            }
        }

        permit.Bucket.Leave(permit.Window, headers);
    }

    /// <summary>Takes note of a 429, so that neither this call nor its neighbours repeat it. Call before <see cref="Release"/>.</summary>
    public void Hold(DiscordRoute route, Permit permit, RateLimitHeaders headers, RateLimitedResponse limited)
    {
        var until = _clock.Now + limited.RetryAfter;
        if (limited.Scope == RateLimitScope.Global)
        {
            _global.HoldUntil(until);
        }
        else if (permit.Bucket is null)
        {
            // A callback: no other call is of its interaction.
            return;
        }
        else if (headers.Remaining > 0)
        {
            // The bucket has room and the call was refused all the same: a limit on this route alone that no header describes.
            _subLimits[BucketKey.Unknown(route)] = until;
        }
        else
        {
            permit.Bucket.HoldUntil(until);
            if (headers.Bucket is { } hash)
            {
                _buckets.GetOrAdd(BucketKey.Of(hash, route), CreateBucket).HoldUntil(until);
            }
        }
    }

    private async ValueTask<Permit> EnterBucketAsync(DiscordRoute route, CancellationToken cancellationToken)
    {
        while (true)
        {
            // While a call is under way in the stand-in bucket, the real one does not know of it, even if another channel has brought its hash to light.
            var standIn = BucketKey.Unknown(route);
            var key = _hashes.TryGetValue(new RouteName(route.Method, route.Template), out var hash) && !_buckets.ContainsKey(standIn)
                ? BucketKey.Of(hash, route)
                : standIn;
            var bucket = _buckets.GetOrAdd(key, CreateBucket);
            if (await bucket.EnterAsync(cancellationToken) is { } window)
            {
                return new Permit(bucket, window);
            }

            // Retired while this call waited: the route's real bucket is known by now.
            _buckets.TryRemove(KeyValuePair.Create(key, bucket));
        }
    }

    private Bucket CreateBucket(BucketKey key) => new(key, _clock);

    private async ValueTask WaitOutSubLimitAsync(DiscordRoute route, CancellationToken cancellationToken)
    {
        if (_subLimits.IsEmpty)
        {
            return;
        }

        var key = BucketKey.Unknown(route);
        while (_subLimits.TryGetValue(key, out var until))
        {
            var wait = until - _clock.Now;
            if (wait <= TimeSpan.Zero)
            {
                _subLimits.TryRemove(KeyValuePair.Create(key, until));
                return;
            }

            await Task.Delay(wait, _clock.Time, cancellationToken);
        }
    }

    private void SweepNowAndThen()
    {
        if (Interlocked.Increment(ref _callsSinceSweep) < CallsBetweenSweeps)
        {
            return;
        }

        Interlocked.Exchange(ref _callsSinceSweep, 0);
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.RetireIfIdle())
            {
                _buckets.TryRemove(KeyValuePair.Create(key, bucket));
            }
        }

        var now = _clock.Now;
        foreach (var held in _subLimits)
        {
            if (held.Value <= now)
            {
                _subLimits.TryRemove(held);
            }
        }
    }

    private readonly record struct RouteName(HttpMethod Method, string Template);
}

/// <summary>One call's place in a bucket. The default is the permit of a call that no bucket counts.</summary>
internal readonly record struct Permit(Bucket? Bucket, int Window);

/// <param name="Method">Null once the bucket's hash is known.</param>
/// <param name="Name">Discord's hash of the bucket, or the route's template while that is unknown.</param>
/// <param name="Major">The top-level resource.</param>
internal readonly record struct BucketKey(HttpMethod? Method, string Name, string Major)
{
    public static BucketKey Of(string hash, DiscordRoute route) => new(null, hash, route.Major);

    /// <summary>The stand-in for a bucket whose hash is not known yet.</summary>
    public static BucketKey Unknown(DiscordRoute route) => new(route.Method, route.Template, route.Major);
}
