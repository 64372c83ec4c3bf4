using Bot.Search.Vectors;
using Bot.Testing.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Answers.Tests.Generation;

public sealed class EmbeddingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_OpenAI_compatible_server_makes_one_vector_for_each_text()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: Cancelled);
        await using var services = Services(model.Endpoint);
        var embedder = services.GetRequiredService<Embedder>();
        var texts = Enumerable.Range(0, Embedder.MostTexts + 2).Select(i => $"word{i % 2}").ToArray();

        var vectors = await embedder.EmbedAsync(texts, Cancelled);
        Assert.Equal(texts.Length, vectors.Count);
        Assert.Equal(vectors[0].ToArray(), vectors[2].ToArray());
        Assert.NotEqual(vectors[0].ToArray(), vectors[1].ToArray());
        Assert.Equal("fake-embeddings/64", embedder.ModelOf(vectors[0].Length));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_exception_and_no_vector()
    {
        var model = await FakeModel.StartAsync(cancellationToken: Cancelled);
        await model.DisposeAsync();
        await using var services = Services(model.Endpoint);
        await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<Embedder>().EmbedAsync(["word"], Cancelled));
    }

    private static ServiceProvider Services(Uri endpoint) => new ServiceCollection().AddLogging().AddModel(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Model:Endpoint"] = endpoint.ToString(),
            ["Model:Name"] = FakeModel.ModelName,
            ["Model:EmbeddingName"] = "fake-embeddings",
            ["Model:Retries"] = "0",
        })
        .Build()).BuildServiceProvider();
}
