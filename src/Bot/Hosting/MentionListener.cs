using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Bot.Articles;
using Bot.Ask;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Hosting;

/// <summary>Answers whoever mentions the bot or writes to it directly; both bring the text without a privileged intent.</summary>
internal sealed partial class MentionListener(
    GatewayEvents events, DiscordRest rest, IInteractionClaims claims, AskCommand ask, Places places, AskLimits limits, TimeProvider time, ILogger<MentionListener> logger)
    : BackgroundService
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
        try
        {
            // A message may be delivered again after a reconnect, and to several processes; it has one answer.
            if (!await claims.TryClaimAsync(message.Id, cancellationToken))
            {
                return;
            }

            var question = (message.Content ?? "").Replace($"<@{self}>", "", StringComparison.Ordinal).Replace($"<@!{self}>", "", StringComparison.Ordinal).Trim();
            await SendAsync(message, await PagesAsync(message, question, cancellationToken), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, message.Id, failure);
        }
    }

    private async Task<IReadOnlyList<string>> PagesAsync(Message message, string question, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(message, cancellationToken);
        if (limits.Refusal(place) is { } refusal)
        {
            return [refusal];
        }

        try
        {
            return await ask.AnswerAsync(question, null, place, cancellationToken);
        }
        catch (UserFacingException explained)
        {
            return [explained.Message];
        }
    }

    private async Task SendAsync(Message message, IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        foreach (var page in pages)
        {
            await rest.SendMessageAsync(
                message.ChannelId,
                new OutgoingMessage
                {
                    Content = page,
                    Flags = MessageFlags.SuppressEmbeds,
                    MessageReference = new MessageReference { MessageId = message.Id, FailIfNotExists = false },
                },
                cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord does not tell who the bot is; asking again in {Seconds} seconds")]
        public static partial void Unreachable(ILogger logger, int seconds, Exception failure);

        [LoggerMessage(LogLevel.Error, "Message {Message} could not be answered")]
        public static partial void Failed(ILogger logger, Snowflake message, Exception failure);
    }
}
