using Bot.Discord.Model;
using Bot.Discord.Rest.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Rest;

/// <content>Answers to interactions. Their token is their credential; the bot token is not sent.</content>
public sealed partial class DiscordRest
{
    /// <summary>Discord waits three seconds; an attempt begun later than this cannot arrive in time.</summary>
    private static readonly TimeSpan CallbackWindow = TimeSpan.FromSeconds(2.6);
    private static readonly TimeSpan CallbackPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Gives the first answer to an interaction. An attempt that Discord does not answer in time is made again, and if it stays unclear
    /// whether one arrived, Discord is asked for the reply itself.</summary>
    /// <returns>What became of it; no exception for the ways in which an answer comes too late.</returns>
    /// <exception cref="DiscordApiException">The answer itself is not valid.</exception>
    public async Task<CallbackOutcome> RespondAsync(Interaction interaction, InteractionCallback callback, CancellationToken cancellationToken)
    {
        var route = new DiscordRoute(
            HttpMethod.Post,
            "interactions/{interaction}/{token}/callback",
            $"interactions/{interaction.Id}/{Uri.EscapeDataString(interaction.Token)}/callback",
            interaction.Id.ToString(),
            RouteKind.InteractionCallback);
        var mayHaveArrived = false;
        var body = _layouts.MayBeSent ? callback.Body : callback.Plain ?? callback.Body;
        var started = _transport.Time.GetTimestamp();
        for (var attempt = 1; _transport.Time.GetElapsedTime(started) < CallbackWindow; attempt++)
        {
            var answer = await _transport.AttemptAsync<Message>(route, body, null, _options.CallbackTimeout, cancellationToken);
            switch (answer.Kind)
            {
                case RestAnswerKind.Done:
                    return CallbackOutcome.Accepted;
                case RestAnswerKind.Refused when answer.Error.Code == DiscordErrorCode.AlreadyAcknowledged:
                    // After an attempt that nobody answered, the one who was first is this process itself.
                    return mayHaveArrived ? CallbackOutcome.Accepted : CallbackOutcome.AnsweredElsewhere;
                case RestAnswerKind.Refused when (int)answer.Status is 404 or 401:
                    return mayHaveArrived && await IsAcknowledgedAsync(interaction, cancellationToken) == true ? CallbackOutcome.Accepted : CallbackOutcome.Expired;
                case RestAnswerKind.Refused when callback.Plain is { } plain && body != plain && Layouts.IsRefusal(answer.Status):
                    _layouts.Refused();
                    body = plain;
                    break;
                case RestAnswerKind.Refused:
                    throw answer.ToException(route);
                case RestAnswerKind.RateLimited when answer.RetryAfter > _options.CallbackTimeout:
                    return CallbackOutcome.Expired;
                case RestAnswerKind.RateLimited:
                    await Task.Delay(answer.RetryAfter, _transport.Time, cancellationToken);
                    break;
                default:
                    mayHaveArrived |= answer.Kind == RestAnswerKind.Uncertain;
                    await Task.Delay(CallbackPause * attempt, _transport.Time, cancellationToken);
                    break;
            }
        }

        Log.CallbackUnclear(_logger, interaction.Id);
        return await IsAcknowledgedAsync(interaction, cancellationToken) switch
        {
            true => CallbackOutcome.Accepted,
            false => CallbackOutcome.Expired,
            null => CallbackOutcome.Unknown,
        };
    }

    /// <summary>Whether the interaction has a first answer, from whatever process; null when Discord does not say. Only of answers that are a message, announced
    /// or given: one that suggests, opens a form or has been deleted counts as none.</summary>
    public async Task<bool?> IsAcknowledgedAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var answer = await _transport.AttemptAsync(
            OriginalRoute(HttpMethod.Get, interaction), null, DiscordJson.Default.Message, _options.CallbackTimeout, cancellationToken);
        return answer.Kind switch
        {
            RestAnswerKind.Done => true,
            RestAnswerKind.Refused => false,
            _ => null,
        };
    }

    public Task<Message> GetOriginalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        GetAsync(OriginalRoute(HttpMethod.Get, interaction), DiscordJson.Default.Message, cancellationToken);

    /// <summary>Changes the first answer; after a deferral, gives it.</summary>
    public Task<Message?> EditOriginalAsync(Interaction interaction, OutgoingMessage change, CancellationToken cancellationToken) =>
        SendAsync(OriginalRoute(HttpMethod.Patch, interaction), ForEdit(change), repeatable: true, cancellationToken);

    public Task DeleteOriginalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        _transport.SendAsync<Message>(OriginalRoute(HttpMethod.Delete, interaction), null, null, repeatable: true, cancellationToken);

    /// <summary>Adds a message to the first answer.</summary>
    /// <exception cref="DiscordUnavailableException">Also when it may have been posted all the same: Discord has no way to recognise a follow-up sent twice.</exception>
    public Task<Message?> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var webhook = Webhook(interaction);
        var route = new DiscordRoute(HttpMethod.Post, "webhooks/{application}/{token}", $"webhooks/{webhook}", webhook, RouteKind.InteractionWebhook);
        return SendAsync(route, message with { Nonce = null, MessageReference = null }, repeatable: false, cancellationToken);
    }

    public Task<Message?> EditFollowUpAsync(Interaction interaction, Snowflake id, OutgoingMessage change, CancellationToken cancellationToken) =>
        SendAsync(FollowUpRoute(HttpMethod.Patch, interaction, id), ForEdit(change), repeatable: true, cancellationToken);

    public Task DeleteFollowUpAsync(Interaction interaction, Snowflake id, CancellationToken cancellationToken) =>
        _transport.SendAsync<Message>(FollowUpRoute(HttpMethod.Delete, interaction, id), null, null, repeatable: true, cancellationToken);

    private static string Webhook(Interaction interaction) => $"{interaction.ApplicationId}/{Uri.EscapeDataString(interaction.Token)}";

    private static DiscordRoute OriginalRoute(HttpMethod method, Interaction interaction)
    {
        var webhook = Webhook(interaction);
        return new(method, "webhooks/{application}/{token}/messages/@original", $"webhooks/{webhook}/messages/@original", webhook, RouteKind.InteractionWebhook);
    }

    private static DiscordRoute FollowUpRoute(HttpMethod method, Interaction interaction, Snowflake id)
    {
        var webhook = Webhook(interaction);
        return new(method, "webhooks/{application}/{token}/messages/{message}", $"webhooks/{webhook}/messages/{id}", webhook, RouteKind.InteractionWebhook);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord did not say whether the first answer to interaction {Interaction} arrived; asking for the reply itself")]
        public static partial void CallbackUnclear(ILogger logger, Snowflake interaction);
    }
}
