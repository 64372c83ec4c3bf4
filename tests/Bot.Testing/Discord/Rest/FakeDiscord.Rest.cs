using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing.Discord.Rest;
using Microsoft.AspNetCore.Routing;
using NSec.Cryptography;

namespace Bot.Testing.Discord;

/// <content>The REST half.</content>
public sealed partial class FakeDiscord
{
    private readonly byte[] _signingKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>What the bot has called, what it has made, and the switches that make the API misbehave.</summary>
    public FakeRest Rest { get; private set; } = null!;

    /// <summary>A person does something: the interaction becomes answerable and goes out over the gateway.</summary>
    public FakeInteraction Interact(JsonObject interaction)
    {
        var known = Rest.Register(interaction);
        Gateway.Dispatch("INTERACTION_CREATE", interaction.DeepClone());
        return known;
    }

    /// <summary>A person writes a message that the bot gets to see.</summary>
    public void Say(JsonObject message)
    {
        Keep(message);
        Gateway.Dispatch("MESSAGE_CREATE", message);
    }

    /// <summary>A person has written a message, which the bot was told of when there was another of it.</summary>
    public void Keep(JsonObject message) => Rest.Channels.Keep((JsonObject)message.DeepClone());

    /// <summary>Hexadecimal key that requests over HTTP are signed with: what <c>Discord:PublicKey</c> must be set to.</summary>
    public string PublicKey
    {
        get
        {
            using var key = OpenSigningKey();
            return Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        }
    }

    /// <summary>A person does something, and the interaction goes to the bot's own address, signed.</summary>
    /// <returns>The bot's answer to the request itself.</returns>
    public async Task<HttpResponseMessage> InteractOverHttpAsync(HttpClient http, Uri endpoint, JsonObject interaction, CancellationToken cancellationToken)
    {
        Rest.Register(interaction);
        return await PostSignedAsync(http, endpoint, interaction.ToJsonString(), cancellationToken);
    }

    /// <summary>Posts this body as Discord would, whatever it is.</summary>
    public async Task<HttpResponseMessage> PostSignedAsync(HttpClient http, Uri endpoint, string body, CancellationToken cancellationToken)
    {
        var timestamp = Options.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var key = OpenSigningKey();
        var signature = SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(timestamp + body));
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        return await http.SendAsync(request, cancellationToken);
    }

    private Key OpenSigningKey() => Key.Import(SignatureAlgorithm.Ed25519, _signingKey, KeyBlobFormat.RawPrivateKey);

    partial void MapRest(RouteGroupBuilder api)
    {
        Rest = new FakeRest(this);
        Rest.Map(api);
    }
}
