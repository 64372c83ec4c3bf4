using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Bot.Articles;
using Bot.Ask;
using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Hosting;

/// <summary>Answers whoever mentions the bot or writes to it directly; both bring the text without a privileged intent.</summary>
internal sealed partial class MentionListener(
    GatewayEvents events, DiscordRest rest, AskCommand ask, AskLimits limits, ILogger<MentionListener> logger) : BackgroundService
{
    private const int MostAtOnce = 32;

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

    private async Task<Snowflake> SelfAsync(CancellationToken cancellationToken) => (await rest.GetCurrentUserAsync(cancellationToken)).Id;

    [SuppressMessage("Design", "CA1031", Justification = "One person's message must not end the listening; the person is told.")]
    private async Task AnswerAsync(Message message, Snowflake self, CancellationToken cancellationToken)
    {
        try
        {
            var question = (message.Content ?? "").Replace($"<@{self}>", "", StringComparison.Ordinal).Replace($"<@!{self}>", "", StringComparison.Ordinal).Trim();
            IReadOnlyList<string> pages = limits.Refusal(message.Author?.Id) is { } refusal
                ? [refusal]
                : await ask.AnswerAsync(question, null, new GuildId(message.GuildId?.Value ?? GuildId.Everyone.Value), cancellationToken);
            await SendAsync(message, pages, cancellationToken);
        }
        catch (UserFacingException explained)
        {
            await SendAsync(message, [explained.Message], cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, message.Id, failure);
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
        [LoggerMessage(LogLevel.Error, "Message {Message} could not be answered")]
        public static partial void Failed(ILogger logger, Snowflake message, Exception failure);
    }
}
