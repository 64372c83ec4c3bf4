using System.Threading.Channels;
using Bot.Commands;
using Bot.Commands.Ask;
using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Hosting;

/// <summary>Listens to whoever mentions the bot or writes to it directly; both bring the text without a privileged intent.</summary>
internal sealed partial class MentionListener(
    GatewayEvents events, DiscordRest rest, MessageReplies replies, TimeProvider time, ILogger<MentionListener> logger) : BackgroundService
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
                    await replies.AnswerAsync(message with { Content = WithoutMention(message.Content, self) }, cancellationToken);
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
                Log.Unreachable(logger, (int)pause.TotalSeconds, failure.Message);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private static string WithoutMention(string content, Snowflake self) =>
        content.Replace($"<@{self}>", "", StringComparison.Ordinal).Replace($"<@!{self}>", "", StringComparison.Ordinal).Trim();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord does not tell who the bot is; asking again in {Seconds} seconds: {Reason}")]
        public static partial void Unreachable(ILogger logger, int seconds, string reason);
    }
}
