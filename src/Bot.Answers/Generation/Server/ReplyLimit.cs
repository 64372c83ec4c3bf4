namespace Bot.Answers.Generation.Server;

/// <summary>Reads the whole reply while timeouts and retries still watch, and no more of it than an answer can need.</summary>
internal sealed class ReplyLimit : DelegatingHandler
{
    private const long MostBytes = 2 * 1024 * 1024;

    /// <exception cref="HttpRequestException">The reply is longer, or breaks off.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
