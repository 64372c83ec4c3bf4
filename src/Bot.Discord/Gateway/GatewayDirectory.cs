using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Discord.Model;

namespace Bot.Discord.Gateway;

/// <summary>Asks Discord where its gateway is and how many sessions may still be started.</summary>
public sealed class GatewayDirectory(HttpClient http, DiscordOptions options)
{
    private static readonly ProductInfoHeaderValue Product = new("DiscordBot", null);

    /// <exception cref="GatewayStoppedException">The token is not accepted.</exception>
    /// <exception cref="HttpRequestException">Discord did not answer, or not with 200.</exception>
    /// <exception cref="JsonException">The answer names no address.</exception>
    public async Task<GatewayBot> GetAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.VersionedApi, "gateway/bot"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", options.Token);
        request.Headers.UserAgent.Add(Product);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("(https://discord.com/developers/docs, 1.0)"));
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new GatewayStoppedException(GatewayClosure.Advice(4004), closeCode: null);
        }

        _ = response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(DiscordJson.Default.GatewayBot, cancellationToken)
            ?? throw new JsonException("The address of the gateway is missing.");
    }
}
