using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using Azure.Identity;
using Bot.Answers.Extraction;
using Bot.Answers.Generation;
using Bot.Answers.Generation.Embeddings;
using Bot.Answers.Generation.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using Polly;
using Polly.Telemetry;
using Polly.Timeout;

namespace Bot.Answers;

/// <summary>What a model needs: one Kernel, one HTTP client with timeouts, retries and a circuit breaker, and the prompts.</summary>
public static class ModelServices
{
    private const string ClientName = "model";
    private static readonly Uri OpenAIAddress = new("https://api.openai.com/v1");
    private const string OpenAIModel = "gpt-4.1-mini";

    // A server that asks for more patience than this gets no second try: somebody is waiting.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Binds the section <c>Model</c>; <c>OPENAI_API_KEY</c> alone configures OpenAI. Nothing is contacted before the first question.</summary>
    /// <param name="promptFolder">Null for the one beside the program.</param>
    /// <remarks>Ask for <see cref="ModelAnswerer"/>, <see cref="ModelSummarizer"/> or <see cref="ModelRewriter"/> only when <see cref="ModelOptions.IsConfigured"/>.</remarks>
    public static IServiceCollection AddModel(this IServiceCollection services, IConfiguration configuration, string? promptFolder = null)
    {
        services.AddOptions<ModelOptions>()
            .Bind(configuration.GetSection(ModelOptions.Section))
            .PostConfigure(options => UseOpenAIKey(options, configuration["OPENAI_API_KEY"]))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ModelMetrics>();
        services.AddSingleton<TokenBudget>();
        services.AddSingleton<ServerLimits>();
        services.AddSingleton(_ => Prompts.Load(promptFolder ?? Prompts.DefaultFolder));

        // For Azure OpenAI without a key: Entra ID, as the environment or the machine has it.
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton(CreateChat);
        services.AddKernel();

        // Of a failure one line is written, by whoever asked; Semantic Kernel's own would have a stack.
        services.AddLogging(logging => logging.AddFilter("Microsoft.SemanticKernel", LogLevel.None));
        services.AddSingleton<ModelClient>();
        services.TryAddSingleton<ExtractiveAnswerer>();
        services.AddSingleton<ModelAnswerer>();
        services.AddSingleton<ModelSummarizer>();
        services.AddSingleton<ModelRewriter>();
        services.AddEmbeddings(ClientName);
        AddHttpClient(services);
        return services;
    }

    private static void UseOpenAIKey(ModelOptions options, string? key)
    {
        if (string.IsNullOrWhiteSpace(key) || options.ApiKey is not null || (options.Endpoint is not null && options.Endpoint.Host != OpenAIAddress.Host))
        {
            return;
        }

        options.ApiKey = key;
        options.Endpoint ??= OpenAIAddress;
        options.Name ??= OpenAIModel;
    }

    private static void AddHttpClient(IServiceCollection services)
    {
        var client = services.AddHttpClient(ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan);

        client.RemoveAllLoggers();

        // The Kernel keeps its client for good, so connections must notice changes of address by themselves. A redirect would carry the question elsewhere.
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.UseSocketsHttpHandler((handler, _) =>
        {
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            handler.AllowAutoRedirect = false;
        });
        client.AddResilienceHandler(ClientName, (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptions<ModelOptions>>().Value;
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();

            // Each failed attempt would be a line of its own, with a stack; what becomes of them all is one line, written by whoever asked.
            pipeline.ConfigureTelemetry(new TelemetryOptions(context.ServiceProvider.GetRequiredService<IOptions<TelemetryOptions>>().Value)
            {
                LoggerFactory = NullLoggerFactory.Instance,
            });
            if (options.Retries > 0)
            {
                pipeline.AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = options.Retries,
                    Delay = options.RetryDelay,
                    MaxDelay = LongestWait,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome)),
                });
            }

            pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                MinimumThroughput = 10,
                FailureRatio = 0.8,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(30),
            });
            pipeline.AddTimeout(options.Timeout);
        });
        client.AddHttpMessageHandler(provider => new ServerDialect(provider.GetRequiredService<ServerLimits>(), provider.GetRequiredService<IOptions<ModelOptions>>()));
        client.AddHttpMessageHandler(() => new ReplyLimit());
    }

    private static bool MayPass(Outcome<HttpResponseMessage> outcome)
    {
        var wait = outcome.Result?.Headers.RetryAfter?.Delta;
        return (wait ?? TimeSpan.Zero) <= LongestWait
            && outcome.Exception is not (TimeoutRejectedException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
            && HttpClientResiliencePredicates.IsTransient(outcome);
    }

    private static IChatCompletionService CreateChat(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        if (!options.IsConfigured)
        {
            throw new InvalidOperationException("There is no model: set Model:Endpoint and Model:Name.");
        }

        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        var (name, key) = (options.Name!, options.ApiKey);
        if (options.AzureResource is not { } resource)
        {
            // Retries and timeouts are the HTTP client's. A server that wants no key gets one that says so.
            return new OpenAIChatCompletionService(name, new OpenAIClient(new ApiKeyCredential(key ?? "none"), new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                Transport = new HttpClientPipelineTransport(client),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
            }));
        }

        return key is null
            ? new AzureOpenAIChatCompletionService(name, resource, provider.GetRequiredService<TokenCredential>(), httpClient: client, apiVersion: options.AzureApiVersion)
            : new AzureOpenAIChatCompletionService(name, resource, key, httpClient: client, apiVersion: options.AzureApiVersion);
    }
}
