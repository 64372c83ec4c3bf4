using System.Net;
using System.Text;
using Azure.Core;
using Bot.Answers.Generation;
using Bot.Articles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Answers.Tests.Generation;

/// <summary>A resource of Azure OpenAI by the same settings as any other server.</summary>
public sealed class AzureOpenAITests
{
    [Theory]
    [InlineData("https://news.openai.azure.com", "2024-10-21", "/openai/deployments/writer/chat/completions?api-version=2024-10-21", "api-key")]
    [InlineData("https://news.openai.azure.com/?api-version=2024-06-01", null, "/openai/deployments/writer/chat/completions?api-version=2024-06-01", "api-key")]
    [InlineData("https://news.openai.azure.com/openai/v1", null, "/openai/v1/chat/completions", "Authorization")]
    public async Task The_deployment_is_asked_with_version_and_key(string endpoint, string? version, string path, string keyHeader)
    {
        var sent = await AskAsync(new() { ["Model:Endpoint"] = endpoint, ["Model:Name"] = "writer", ["Model:ApiKey"] = "secret", ["Model:ApiVersion"] = version });

        Assert.Equal(path, sent.Address?.PathAndQuery);
        Assert.Contains("secret", sent.Headers[keyHeader], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_Entra_ID_signs_in_and_what_it_gives_is_sent()
    {
        var identity = new Identity();

        var sent = await AskAsync(new() { ["Model:Endpoint"] = "https://news.openai.azure.com", ["Model:Name"] = "writer", ["Model:ApiVersion"] = "2024-10-21" }, identity);

        Assert.Equal("/openai/deployments/writer/chat/completions?api-version=2024-10-21", sent.Address?.PathAndQuery);
        Assert.Equal($"Bearer {Identity.Token}", sent.Headers["Authorization"]);
        Assert.False(sent.Headers.ContainsKey("api-key"));
        Assert.Equal("https://cognitiveservices.azure.com/.default", identity.Scope);
    }

    private static async Task<Recorder> AskAsync(Dictionary<string, string?> settings, TokenCredential? identity = null)
    {
        var sent = new Recorder();
        var services = new ServiceCollection().AddLogging();
        if (identity is not null)
        {
            services.AddSingleton(identity);
        }

        services.AddModel(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).AddHttpClient("model").ConfigurePrimaryHttpMessageHandler(() => sent);
        await using var provider = services.BuildServiceProvider();
        var passages = Bot.Answers.Extraction.Passages.EvidencePassage.Of(BuiltInArticle.Read());

        var answer = await provider.GetRequiredService<ModelAnswerer>().AnswerAsync(
            new Question("When was NATO formed?", GuildId.Everyone), passages, new Answer.NotInArticle([], AnswerMode.Extractive, 0), isForeign: false, TestContext.Current.CancellationToken);

        Assert.Null(answer.Trace.Trouble);
        return sent;
    }

    /// <summary>Who signs in, without anybody to sign in to.</summary>
    private sealed class Identity : TokenCredential
    {
        public const string Token = "token-of-entra";

        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scope = Assert.Single(requestContext.Scopes);
            return new AccessToken(Token, DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            foreach (var (name, values) in request.Headers)
            {
                Headers[name] = string.Join(' ', values);
            }

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"choices":[{"message":{"content":"{\"statements\":[]}"}}]}""", Encoding.UTF8, "application/json"),
            });
        }
    }
}
