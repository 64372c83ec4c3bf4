namespace Bot.Discord.Rest.RateLimiting;

/// <summary>The address of one REST call.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">The route with its parameters named, such as <c>channels/{channel}/messages</c>. The only part that logs, spans and errors show.</param>
/// <param name="Path">The route with its parameters filled in. It may hold an interaction token, so it is never shown.</param>
/// <param name="Major">The top-level resource (channel, guild, or webhook and token) that rate limits are counted for; empty when there is none.</param>
/// <param name="Kind">Which credentials and limits apply.</param>
internal readonly record struct DiscordRoute(HttpMethod Method, string Template, string Path, string Major = "", RouteKind Kind = RouteKind.Bot)
{
    public override string ToString() => $"{Method} {Template}";
}

internal enum RouteKind
{
    /// <summary>Sent with the bot token; counts towards the global limit.</summary>
    Bot,

    /// <summary>Follow-ups and edits of an interaction's reply: the token is in the path, only per-webhook limits apply.</summary>
    InteractionWebhook,

    /// <summary>The first answer to an interaction: nothing may hold it up.</summary>
    InteractionCallback,
}
