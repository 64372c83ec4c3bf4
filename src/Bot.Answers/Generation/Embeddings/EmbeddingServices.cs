using System.ClientModel;
using System.ClientModel.Primitives;
using Bot.Search.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Embeddings;

namespace Bot.Answers.Generation.Embeddings;

/// <summary>The embedding model of the configuration: one that <c>Model:Endpoint</c> serves, or a folder on this machine.</summary>
public static class EmbeddingServices
{
    /// <summary>Ask for <see cref="Embedder"/> only when <see cref="ModelOptions.HasEmbeddings"/>; <see cref="VectorSource"/> falls back on the bot's own model.</summary>
    internal static IServiceCollection AddEmbeddings(this IServiceCollection services, string clientName) => services
        .AddSingleton(provider => Create(provider, clientName))
        .AddSingleton(provider => new SentenceModel(provider.GetRequiredService<ILogger<SentenceModel>>()))
        .AddSingleton(provider => new VectorSource(
            provider.GetRequiredService<SentenceModel>(),
            provider.GetRequiredService<IOptions<ModelOptions>>().Value.HasEmbeddings ? provider.GetRequiredService<Embedder> : null));

    private static Embedder Create(IServiceProvider provider, string clientName)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        if (options.EmbeddingFolder is { Length: > 0 } folder)
        {
            var local = OnnxEmbeddings.Open(folder);
            return new Embedder(local.Name, local);
        }

        // Retries, timeouts and the circuit breaker are the HTTP client's. A server that wants no key gets one that says so.
        var client = new EmbeddingClient(options.EmbeddingName, new ApiKeyCredential(options.ApiKey ?? "none"), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(provider.GetRequiredService<IHttpClientFactory>().CreateClient(clientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
        return new Embedder(options.EmbeddingName!, client.AsIEmbeddingGenerator());
    }
}
