using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Search.Tests.Vectors;

public sealed class OnnxEmbeddingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-onnx-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Averages_the_vectors_of_the_words()
    {
        TinyModel.Write(_folder, ["ferry", "boat"], ["noon", "midday"]);
        using var model = OnnxEmbeddings.Open(_folder);
        var vectors = await model.GenerateAsync(["Ferry noon!", "boat, boat"], cancellationToken: Cancelled);

        // [CLS] and [SEP] are tokens too, without a direction here.
        Assert.Equal([0.2f, 0.2f], vectors[0].Vector.ToArray());
        Assert.Equal([0.4f, 0f], vectors[1].Vector.ToArray());
    }

    [Fact]
    public void Another_model_in_the_folder_has_another_name()
    {
        TinyModel.Write(_folder, ["ferry", "boat"], ["noon"]);
        using var first = OnnxEmbeddings.Open(_folder);
        TinyModel.Write(_folder, ["ferry"], ["boat", "noon"]);
        using var second = OnnxEmbeddings.Open(_folder);
        Assert.NotEqual(first.Name, second.Name);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("no model", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nferry")]
    public void A_folder_without_a_model_is_told_by_the_name_of_the_setting(string? model, string? vocabulary)
    {
        if (model is not null)
        {
            File.WriteAllText(Path.Combine(_folder, "model.onnx"), model);
            File.WriteAllText(Path.Combine(_folder, "vocab.txt"), vocabulary);
        }

        var refusal = Assert.Throws<OperatorException>(() => OnnxEmbeddings.Open(_folder));
        Assert.Contains("Model:EmbeddingFolder", refusal.Message, StringComparison.Ordinal);
    }
}
