using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Bot.Answers.Models;

/// <summary>Ends a conversation in which the model asks for functions again and again, also for ones that do not exist, of which <see cref="LookUpLimit"/> is not told.</summary>
internal sealed class LookUpCeiling(IOptions<ModelOptions> options) : DelegatingHandler
{
    // The limit is told to the model in reply to a call, and some need to be told twice.
    private const int Patience = 3;

    /// <exception cref="ModelTroubleException">The model has had its look-ups and asks for more.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { Headers.ContentType.MediaType: "application/json" } content
            && JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken)) is JsonObject body
            && body["messages"] is JsonArray messages
            && messages.Count(message => message?["tool_calls"] is not null) > options.Value.MaxLookUps + Patience)
        {
            throw new ModelTroubleException(ModelTrouble.KeepsLookingUp);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
