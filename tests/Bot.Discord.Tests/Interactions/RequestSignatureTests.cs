using System.Text.Json;
using Bot.Discord.Interactions;

namespace Bot.Discord.Tests.Interactions;

public sealed class RequestSignatureTests
{
    private const string Key = "82f5e75823da51260a0a24c7274924cfa0f2e1cf3611e3162629539a92efd76d";

    public static TheoryData<string> Vectors => [.. ReadVectors().Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Agrees_with_every_known_signature(string name)
    {
        var vector = ReadVectors().Single(one => one.GetProperty("name").GetString() == name);
        var signature = new RequestSignature(vector.GetProperty("public_key").GetString()!);

        Assert.Equal(
            vector.GetProperty("valid").GetBoolean(),
            signature.Verify(
                vector.GetProperty("signature").GetString(),
                vector.GetProperty("timestamp").GetString(),
                vector.GetProperty("body_base64").GetBytesFromBase64()));
    }

    [Fact]
    public void There_are_thirteen_of_them() => Assert.Equal(13, ReadVectors().Count);

    [Theory]
    [InlineData(null, "1790000000")]
    [InlineData("00", null)]
    [InlineData("00", "")]
    [InlineData("00", "１７９００００００００")]
    public void Refuses_headers_that_are_missing_or_no_text(string? signature, string? timestamp) =>
        Assert.False(new RequestSignature(Key).Verify(signature is null ? null : new string('0', 128), timestamp, "{}"u8));

    [Theory]
    [InlineData("")]
    [InlineData("82f5")]
    [InlineData("zzf5e75823da51260a0a24c7274924cfa0f2e1cf3611e3162629539a92efd76d")]
    public void Names_the_setting_when_the_key_is_none(string key) =>
        Assert.Contains("Discord:PublicKey", Assert.Throws<ArgumentException>(() => new RequestSignature(key)).Message, StringComparison.Ordinal);

    private static List<JsonElement> ReadVectors()
    {
        using var stream = typeof(RequestSignatureTests).Assembly.GetManifestResourceStream("ed25519-vectors.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(vector => vector.Clone())];
    }
}
