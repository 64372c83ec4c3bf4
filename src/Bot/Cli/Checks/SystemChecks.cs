using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Answers.Generation;
using Bot.Answers.Generation.Embeddings;
using Bot.Articles;
using Bot.Discord;
using Bot.Discord.Rest;
using Bot.Health;
using Bot.Hosting;
using Bot.Search;
using Bot.Search.Vectors;
using Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Cli.Checks;

/// <summary>Finds out whether everything the bot needs is in place: each part is really used, not merely looked at.</summary>
internal static class SystemChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async IAsyncEnumerable<CheckResult> RunAsync(CommandContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var host = context.Build();
        var services = host.Services;
        services.GetRequiredService<IStartupValidator>().Validate();
        var discord = services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        var model = services.GetRequiredService<IOptions<ModelOptions>>().Value;
        yield return CheckResult.Passed("Configuration", "every setting can be read");

        yield return await TryAsync("Storage", () => CheckStorageAsync(host, cancellationToken));
        yield return model.IsConfigured
            ? await TryAsync("Model", () => CheckModelAsync(model, cancellationToken))
            : CheckResult.Off("Model", "none is configured; answers quote the article (Model:Endpoint, Model:Name)");
        if (model.HasEmbeddings)
        {
            yield return await TryAsync("Embeddings", () => CheckEmbeddingsAsync(services, model, cancellationToken));
        }

        if (string.IsNullOrEmpty(discord.Token))
        {
            yield return CheckResult.Off("Discord", "no token is configured; only the command line works (Discord:Token)");
            yield break;
        }

        using var rest = new DiscordRest(discord, new DiscordRestOptions(), services.GetRequiredService<TimeProvider>(), NullLogger<DiscordRest>.Instance);
        var token = await TryAsync("Discord token", () => CheckTokenAsync(rest, cancellationToken));
        yield return token;
        if (token.State == CheckState.Passed)
        {
            await foreach (var result in new DiscordChecks(rest, discord).RunAsync(cancellationToken))
            {
                yield return result;
            }
        }
    }

    private static async Task<string> CheckStorageAsync(IHost host, CancellationToken cancellationToken)
    {
        await host.OpenAsync(cancellationToken);
        var services = host.Services;
        var listings = await services.GetRequiredService<IArticleLibrary>().ListAsync(GuildId.Everyone, cancellationToken);
        await services.GetRequiredService<LibraryIndexer>().CatchUpAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{Count.Of(listings.Length, "article")}, schema {Database.SchemaVersion}, the search index is in step");
    }

    private static async Task<string> CheckModelAsync(ModelOptions model, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = Patience };
        using var client = new HttpClient(handler) { Timeout = Patience };
        var endpoint = model.Endpoint ?? new Uri("https://api.openai.com/v1");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/models"));
        if (model.ApiKey is { } key)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode
            ? $"{endpoint.Host} answers; the model is {model.Name}"
            : throw new OperatorException(response.StatusCode switch
            {
                System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden => $"{endpoint.Host} refuses the key. Set Model:ApiKey.",
                System.Net.HttpStatusCode.NotFound => $"{endpoint.Host} has no list of models there. Model:Endpoint mostly ends in /v1.",
                var status => $"{endpoint.Host} answers with HTTP {(int)status}. Check Model:Endpoint.",
            });
    }

    private static async Task<string> CheckEmbeddingsAsync(IServiceProvider services, ModelOptions model, CancellationToken cancellationToken)
    {
        var dimensions = await EmbeddingTrial.RunAsync(services.GetRequiredService<Embedder>, model, cancellationToken);
        var name = string.IsNullOrWhiteSpace(model.EmbeddingFolder) ? model.EmbeddingName : "the model in Model:EmbeddingFolder";
        return string.Create(CultureInfo.InvariantCulture, $"{name} makes vectors of {dimensions} dimensions; questions are searched by meaning too");
    }

    private static async Task<string> CheckTokenAsync(DiscordRest rest, CancellationToken cancellationToken)
    {
        var user = await rest.GetCurrentUserAsync(cancellationToken);
        var gateway = await rest.GetGatewayBotAsync(cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"valid for {user.Username}; {gateway.SessionStartLimit?.Remaining} of {gateway.SessionStartLimit?.Total} session starts left today");
    }

    internal static async Task<CheckResult> TryAsync(string subject, Func<Task<string>> check)
    {
        try
        {
            return CheckResult.Passed(subject, await check());
        }
        catch (DiscordUnavailableException)
        {
            return CheckResult.Failed(subject, "Discord cannot be reached. Check the network, and Discord:ApiBaseUrl if it is set.");
        }
        catch (Exception exception) when (exception is DiscordRestException || Failure.SentenceOf(exception) is not null)
        {
            return CheckResult.Failed(subject, Failure.SentenceOf(exception) ?? exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return CheckResult.Failed(subject, "it cannot be reached. Check the address and the network.");
        }
    }
}
