using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Rest.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Rest;

/// <summary>Sends one call at a time through the limits, tells the kinds of answer apart and repeats what may be repeated.</summary>
internal sealed partial class RestTransport : IDisposable
{
    private const int MostAttempts = 4;

    /// <summary>Somebody waits for the answer and its token lives 15 minutes: worth outlasting most of a minute of trouble.</summary>
    private const int MostInteractionAttempts = 8;
    private const int MostRateLimitedAttempts = 6;
    private const int LargestErrorBody = 64 * 1024;

    private static readonly ActivitySource Activities = new("Bot.Discord");
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan BlockedByCloudflare = TimeSpan.FromMinutes(10);
    private static readonly ProductInfoHeaderValue Comment = new($"(https://discord.com/developers, {typeof(RestTransport).Assembly.GetName().Version!.ToString(2)})");

    private readonly HttpClient _http;
    private readonly Uri _root;
    private readonly AuthenticationHeaderValue? _token;
    private readonly DiscordRestOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly ILogger _logger;
    private readonly RestMetrics _metrics;
    private readonly RateLimits _limits;
    private readonly InvalidRequestGuard _guard;
    private readonly MonotonicClock _clock;
    private readonly TaskCompletionSource _tokenRefused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _blockedUntilTicks;

    public RestTransport(HttpMessageHandler handler, DiscordOptions discord, DiscordRestOptions options, TimeProvider time, Func<double> random, RestMetrics metrics, ILogger logger)
    {
        // Time limits are per attempt and follow the time provider, so the client's own is switched off.
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DiscordBot", null));
        _http.DefaultRequestHeaders.UserAgent.Add(Comment);
        _root = discord.VersionedApi;
        _token = string.IsNullOrEmpty(discord.Token) ? null : new AuthenticationHeaderValue("Bot", discord.Token);
        _options = options;
        _time = time;
        _random = random;
        _logger = logger;
        _metrics = metrics;
        _limits = new RateLimits(time, options.GlobalPerSecond);
        _guard = new InvalidRequestGuard(time);
        _clock = new MonotonicClock(time);
    }

    /// <summary>Completes when Discord has refused the bot token.</summary>
    public Task TokenRefused => _tokenRefused.Task;

    public int InvalidRequests => _guard.Count;

    public TimeProvider Time => _time;

    /// <summary>Sends until the call is done or cannot be.</summary>
    /// <param name="result">How to read the answer; null when there is none to read.</param>
    /// <param name="repeatable">Whether doing it twice is the same as doing it once, so that an attempt of unknown outcome may be repeated.</param>
    /// <exception cref="DiscordRestException">Every way of failing.</exception>
    public async Task<T?> SendAsync<T>(DiscordRoute route, RequestBody? body, JsonTypeInfo<T>? result, bool repeatable, CancellationToken cancellationToken)
    {
        var mayHaveHappened = false;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await AttemptAsync(route, body, result, _options.Timeout, cancellationToken);
            switch (answer.Kind)
            {
                case RestAnswerKind.Done:
                    return answer.Value;
                case RestAnswerKind.Refused:
                    throw answer.ToException(route);
                case RestAnswerKind.RateLimited when attempt >= MostRateLimitedAttempts || answer.RetryAfter > _options.LongestRateLimitWait:
                    throw answer.ToException(route);
                case RestAnswerKind.RateLimited:
                    break;
                case RestAnswerKind.Uncertain when !repeatable:
                    throw new DiscordUnavailableException(route.ToString(), mayHaveHappened: true, answer.Cause);
                default:
                    mayHaveHappened |= answer.Kind == RestAnswerKind.Uncertain;
                    if (attempt >= (route.Kind == RouteKind.InteractionWebhook ? MostInteractionAttempts : MostAttempts))
                    {
                        throw new DiscordUnavailableException(route.ToString(), mayHaveHappened, answer.Cause);
                    }

                    var pause = FirstPause * Math.Pow(2, attempt - 1) * (0.5 + _random());
                    await Task.Delay(answer.RetryAfter > pause && answer.RetryAfter < _options.LongestRateLimitWait ? answer.RetryAfter : pause, _time, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Sends once.</summary>
    /// <exception cref="DiscordUnauthorizedException">The token is bad.</exception>
    /// <exception cref="DiscordBlockedException">Calls are stopped.</exception>
    public async Task<RestAnswer<T>> AttemptAsync<T>(DiscordRoute route, RequestBody? body, JsonTypeInfo<T>? result, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ThrowIfStopped(route);
        using var activity = Activities.StartActivity(route.Template, ActivityKind.Client);
        activity?.SetTag("http.request.method", route.Method.Method).SetTag("url.template", route.Template);
        var permit = await _limits.AcquireAsync(route, cancellationToken);
        var headers = default(RateLimitHeaders);
        var started = _time.GetTimestamp();
        var status = 0;
        try
        {
            using var limit = new CancellationTokenSource(timeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            using var request = CreateRequest(route, body);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            headers = RateLimitHeaders.Of(response);
            status = (int)response.StatusCode;
            var answer = response.IsSuccessStatusCode
                ? await ReadAsync(route, response, result, either.Token)
                : await ReadRefusalAsync<T>(route, permit, headers, response, either.Token);
            return answer;
        }
        catch (Exception broken) when (IsBroken(broken) && !cancellationToken.IsCancellationRequested)
        {
            Log.Broken(_logger, route.Method, route.Template, broken.GetType().Name);
            return new(NeverLeft(broken) ? RestAnswerKind.NotSent : RestAnswerKind.Uncertain) { Cause = broken };
        }
        finally
        {
            activity?.SetTag("http.response.status_code", status);
            _metrics.Called(route, status, _time.GetElapsedTime(started));
            _limits.Release(route, permit, headers);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage CreateRequest(DiscordRoute route, RequestBody? body)
    {
        var request = new HttpRequestMessage(route.Method, new Uri(_root, route.Path))
        {
            Content = body?.ToContent(),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        if (route.Kind == RouteKind.Bot)
        {
            request.Headers.Authorization = _token;
        }

        return request;
    }

    private async Task<RestAnswer<T>> ReadAsync<T>(DiscordRoute route, HttpResponseMessage response, JsonTypeInfo<T>? result, CancellationToken cancellationToken)
    {
        if (result is null || response.StatusCode == HttpStatusCode.NoContent)
        {
            return new(RestAnswerKind.Done);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            return new(RestAnswerKind.Done) { Value = await JsonSerializer.DeserializeAsync(stream, result, cancellationToken) };
        }
        catch (JsonException)
        {
            // It has been done; that the confirmation cannot be read is no reason to do it again.
            Log.Unreadable(_logger, route.Method, route.Template);
            return new(RestAnswerKind.Done);
        }
    }

    private async Task<RestAnswer<T>> ReadRefusalAsync<T>(
        DiscordRoute route, Permit permit, RateLimitHeaders headers, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = DiscordError.Parse(await ReadSomeAsync(response, cancellationToken));
        var status = response.StatusCode;
        Log.Refused(_logger, route.Method, route.Template, (int)status, error.Code);
        if ((int)status >= 500)
        {
            var carriedOut = status is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable);
            return new(carriedOut ? RestAnswerKind.Uncertain : RestAnswerKind.NotSent) { Status = status, Error = error, RetryAfter = RetryAfter(response, error) };
        }

        if (IsCloudflares(response, headers, error))
        {
            var wait = RetryAfter(response, error);
            Block(wait > TimeSpan.Zero ? wait : BlockedByCloudflare);
            Log.Blocked(_logger, route.Method, route.Template, (int)status);
            ThrowIfStopped(route);
        }

        var limited = new RateLimitedResponse(RetryAfter(response, error), Scope(response, error));
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (status == HttpStatusCode.TooManyRequests && limited.Scope != RateLimitScope.Shared))
        {
            _guard.CountInvalid();
        }

        if (status == HttpStatusCode.Unauthorized && route.Kind == RouteKind.Bot)
        {
            if (_tokenRefused.TrySetResult())
            {
                Log.TokenRefused(_logger);
            }

            throw new DiscordUnauthorizedException();
        }

        if (status != HttpStatusCode.TooManyRequests)
        {
            return new(RestAnswerKind.Refused) { Status = status, Error = error };
        }

        _metrics.RateLimited(route, limited.Scope);
        _limits.Hold(route, permit, headers, limited);
        return new(RestAnswerKind.RateLimited) { Status = status, Error = error, RetryAfter = limited.RetryAfter };
    }

    private static async Task<ReadOnlyMemory<byte>> ReadSomeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[LargestErrorBody];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer.AsMemory(0, length);
    }

    /// <summary>Cloudflare stands before Discord and answers by itself when it has had enough of an address: without Discord's JSON and without rate-limit headers.</summary>
    private static bool IsCloudflares(HttpResponseMessage response, RateLimitHeaders headers, DiscordError error) =>
        error.Code == DiscordErrorCode.CloudflareBlocked
        || (!error.IsDiscords && headers.Bucket is null && !response.Headers.Contains("X-RateLimit-Scope") && !response.Headers.Contains("X-RateLimit-Global")
            && (response.StatusCode == HttpStatusCode.TooManyRequests || (response.StatusCode == HttpStatusCode.Forbidden && !error.IsEmpty)));

    private static TimeSpan RetryAfter(HttpResponseMessage response, DiscordError error) =>
        error.RetryAfter is { } seconds
            ? RateLimitHeaders.ToTimeSpan(seconds)
            : RateLimitHeaders.Seconds(response.Headers.NonValidated, "Retry-After") ?? TimeSpan.Zero;

    private static RateLimitScope Scope(HttpResponseMessage response, DiscordError error)
    {
        var scope = RateLimitHeaders.Text(response.Headers.NonValidated, "X-RateLimit-Scope");
        return error.Global || scope == "global" || response.Headers.Contains("X-RateLimit-Global") ? RateLimitScope.Global
            : scope == "shared" ? RateLimitScope.Shared
            : RateLimitScope.User;
    }

    private static bool IsBroken(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException;

    private static bool NeverLeft(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private void Block(TimeSpan time) => Interlocked.Exchange(ref _blockedUntilTicks, (_clock.Now + time).Ticks);

    private void ThrowIfStopped(DiscordRoute route)
    {
        if (_tokenRefused.Task.IsCompleted && route.Kind == RouteKind.Bot)
        {
            throw new DiscordUnauthorizedException();
        }

        var blockedFor = new TimeSpan(Interlocked.Read(ref _blockedUntilTicks)) - _clock.Now;
        if (blockedFor > TimeSpan.Zero)
        {
            throw new DiscordBlockedException("Discord's edge refuses calls from this address for now. Wait; if it lasts, another program behind the same address may be sending too much.", blockedFor);
        }

        if (!_guard.MaySend)
        {
            Log.TooManyInvalid(_logger, _guard.Count);
            throw new DiscordBlockedException("Too many calls were refused in the last ten minutes; more would get this address banned. Look at the log for the refused routes.", TimeSpan.FromMinutes(1));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Discord refused {Method} {Route}: HTTP {Status}, code {Code}")]
        public static partial void Refused(ILogger logger, HttpMethod method, string route, int status, int code);

        [LoggerMessage(LogLevel.Warning, "Discord did not answer {Method} {Route}: {Reason}")]
        public static partial void Broken(ILogger logger, HttpMethod method, string route, string reason);

        [LoggerMessage(LogLevel.Warning, "Discord carried out {Method} {Route} and its answer cannot be read")]
        public static partial void Unreadable(ILogger logger, HttpMethod method, string route);

        [LoggerMessage(LogLevel.Error, "Calls are stopped: the answer {Status} to {Method} {Route} did not come from Discord but from the proxy before it")]
        public static partial void Blocked(ILogger logger, HttpMethod method, string route, int status);

        [LoggerMessage(LogLevel.Error, "Calls are stopped: {Count} were refused in the last ten minutes")]
        public static partial void TooManyInvalid(ILogger logger, int count);

        [LoggerMessage(LogLevel.Critical, "Discord refused the bot token. Copy the current token from the Developer Portal into Discord:Token and start again")]
        public static partial void TokenRefused(ILogger logger);
    }
}
