using System.Net;
using System.Text;
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
        var sent = new Recorder();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Model:Endpoint"] = endpoint, ["Model:Name"] = "writer", ["Model:ApiKey"] = "secret", ["Model:ApiVersion"] = version })
            .Build();
        var services = new ServiceCollection().AddLogging().AddModel(configuration);
        services.AddHttpClient("model").ConfigurePrimaryHttpMessageHandler(() => sent);
        await using var provider = services.BuildServiceProvider();
        var passages = Bot.Answers.Extraction.EvidencePassage.Of(BuiltInArticle.Read());

        var answer = await provider.GetRequiredService<ModelAnswerer>().AnswerAsync(
            new Question("When was NATO formed?", GuildId.Everyone), passages, new Answer.NotInArticle([], AnswerMode.Extractive, 0), isForeign: false, TestContext.Current.CancellationToken);

        Assert.Null(answer.Trace.Trouble);
        Assert.Equal(path, sent.Address?.PathAndQuery);
        Assert.Contains("secret", sent.Headers[keyHeader], StringComparison.Ordinal);
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
