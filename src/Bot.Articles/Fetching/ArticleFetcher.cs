using System.Net.Sockets;
using System.Security.Authentication;
using Bot.Articles.Parsing;

namespace Bot.Articles.Fetching;

/// <summary>Fetches one document from the public web on behalf of somebody who may be hostile, from a site that may be. Safe for concurrent use.</summary>
/// <remarks>
/// Only GET, only http and https, only public addresses, judged again on every redirect; robots.txt is respected; nothing that the document refers to is
/// fetched. Everything has a limit: <see cref="FetchLimits"/>, <see cref="ReadingLimits.MaxBytes"/> (counted after decompression).
/// </remarks>
public sealed class ArticleFetcher : IDisposable
{
    private readonly FetchLimits _limits;
    private readonly ReadingLimits _reading;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly RobotsTxt _robots;
    private readonly SemaphoreSlim _atOnce;

    public ArticleFetcher(FetchLimits limits, ReadingLimits reading, Network network, TimeProvider time)
    {
        (_limits, _reading, _time) = (limits, reading, time);
        _http = new(GuardedConnections.Handler(limits, network), disposeHandler: true);
        _robots = new(GetAsync, limits, time);
        _atOnce = new(limits.MaxFetchesAtOnce);
    }

    /// <returns>The bytes as they came, unpacked, with the content type and the URL that gave them, behind all redirects and without a fragment.</returns>
    /// <exception cref="ArticleException">The address may not be read, cannot be reached, or gives no document; the fault says which.</exception>
    public async Task<SourceDocument> FetchAsync(string address, CancellationToken cancellationToken)
    {
        var url = WebAddress.Parse(address, _limits);
        await _atOnce.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(_limits.FetchTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await FollowAsync(url, both.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (Refusal(exception) is { } refusal)
        {
            throw refusal;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ArticleException(ArticleFaultKind.SiteTooSlow, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            throw Unreachable(exception);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _atOnce.Dispose();
    }

    internal static string? Location(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;

    private async Task<SourceDocument> FollowAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= _limits.MaxRedirects; redirects++)
        {
            if (!await _robots.AllowsAsync(url, cancellationToken).ConfigureAwait(false))
            {
                throw new ArticleException(new ArticleFault(ArticleFaultKind.RobotsForbid, url.Host));
            }

            using var response = await GetAsync(url, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
            {
                url = WebAddress.Follow(url, Location(response), _limits);
                continue;
            }

            FetchedResponse.Check(response, url);
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return new(await SourceDocument.ReadAsync(stream, _reading, cancellationToken).ConfigureAwait(false))
                {
                    ContentType = response.Content.Headers.ContentType?.ToString(),
                    Url = url,
                };
            }
        }

        throw new ArticleException(new ArticleFault(ArticleFaultKind.TooManyRedirects, Number: _limits.MaxRedirects));
    }

    private async Task<HttpResponseMessage> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        using var headers = new CancellationTokenSource(_limits.HeadersTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, headers.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd(UserAgent.For(_limits));
        request.Headers.Accept.ParseAdd("text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, text/markdown;q=0.9");
        return await _http.SendAsync(request, both.Token).ConfigureAwait(false);
    }

    /// <summary>The guard speaks from within the connection; the handler wraps what it says.</summary>
    private static ArticleException? Refusal(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is ArticleException refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static ArticleException Unreachable(Exception exception) => new(
        exception switch
        {
            HttpRequestException { InnerException: AuthenticationException } => ArticleFaultKind.UntrustedCertificate,
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } =>
                ArticleFaultKind.NoSuchSite,
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => ArticleFaultKind.HeadersTooLong,
            _ => ArticleFaultKind.Unreachable,
        },
        exception);
}
