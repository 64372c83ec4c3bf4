using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Bot.Articles;
using Bot.Ask;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Limits;

namespace Bot.Hosting;

/// <summary>Answers whoever mentions the bot or writes to it directly; both bring the text without a privileged intent.</summary>
internal sealed partial class MentionListener(
    GatewayEvents events,
    DiscordRest rest,
    IInteractionClaims claims,
    QuestionDesk desk,
    EarlierAnswers earlier,
    RetryOffer retry,
    Places places,
    Admissions admissions,
    TimeProvider time,
    ILogger<MentionListener> logger) : BackgroundService
{
    private const int MostAtOnce = 32;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ChannelReader<Message> _messages = events.Messages();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var self = await SelfAsync(stoppingToken);
        await Parallel.ForEachAsync(
            _messages.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stoppingToken },
            async (message, cancellationToken) =>
            {
                if (IsForBot(message, self))
                {
                    await AnswerAsync(message, self, cancellationToken);
                }
            });
    }

    // Other bots are not answered: two bots that answer each other never stop.
    private static bool IsForBot(Message message, Snowflake self) =>
        message.Author is { Bot: not true } author && author.Id != self && message.WebhookId is null
        && (message.GuildId is null || message.Mentions.Any(user => user.Id == self));

    /// <summary>Asks until Discord answers: it may be out of reach just when the bot starts, and messages wait in the channel meanwhile.</summary>
    private async Task<Snowflake> SelfAsync(CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return (await rest.GetCurrentUserAsync(cancellationToken)).Id;
            }
            catch (DiscordRestException failure)
            {
                Log.Unreachable(logger, (int)pause.TotalSeconds, failure);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One person's message must not end the listening; the person is told.")]
    private async Task AnswerAsync(Message message, Snowflake self, CancellationToken cancellationToken)
    {
        AskedQuestion? asked = null;
        try
        {
            // A message may be delivered again after a reconnect, and to several processes; it has one answer.
            if (!await claims.TryClaimAsync(message.Id, cancellationToken))
            {
                return;
            }

            var place = await places.OfAsync(message, cancellationToken);
            asked = new AskedQuestion(message.Id.Value, place, WithoutMention(message.Content, self)) { Article = place.DefaultArticle, IsVisible = true };
            await SendAsync(message, await AnswerAsync(asked, message, cancellationToken), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, message.Id, failure);
            if (asked is not null && failure is not DiscordRestException)
            {
                await ApologiseAsync(asked, message, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<OutgoingMessage>> AnswerAsync(AskedQuestion asked, Message message, CancellationToken cancellationToken)
    {
        if (await admissions.RefusalAsync(asked.Place, cancellationToken) is { } refusal)
        {
            return QuestionDesk.Messages([refusal], isPrivate: false, []);
        }

        try
        {
            using var turn = await admissions.TurnAsync(asked.Place, cancellationToken);
            return await desk.AnswerAsync(asked with { Follows = await earlier.BeforeAsync(message, cancellationToken) }, cancellationToken);
        }
        catch (UserFacingException explained)
        {
            return QuestionDesk.Messages([explained.Message], isPrivate: false, []);
        }
    }

    private async Task ApologiseAsync(AskedQuestion asked, Message message, CancellationToken cancellationToken)
    {
        try
        {
            var offer = await retry.ForAsync(asked, cancellationToken);
            await SendAsync(message, QuestionDesk.Messages([asked.Place.Phrases.Sentences.Failed], isPrivate: false, offer), cancellationToken);
        }
        catch (DiscordRestException unreachable)
        {
            Log.Failed(logger, message.Id, unreachable);
        }
    }

    private async Task SendAsync(Message message, IReadOnlyList<OutgoingMessage> replies, CancellationToken cancellationToken)
    {
        foreach (var reply in replies)
        {
            await rest.SendMessageAsync(
                message.ChannelId, reply with { MessageReference = new MessageReference { MessageId = message.Id, FailIfNotExists = false } }, cancellationToken);
        }
    }

    private static string WithoutMention(string content, Snowflake self) =>
        content.Replace($"<@{self}>", "", StringComparison.Ordinal).Replace($"<@!{self}>", "", StringComparison.Ordinal).Trim();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord does not tell who the bot is; asking again in {Seconds} seconds")]
        public static partial void Unreachable(ILogger logger, int seconds, Exception failure);

        [LoggerMessage(LogLevel.Error, "Message {Message} could not be answered")]
        public static partial void Failed(ILogger logger, Snowflake message, Exception failure);
    }
}
