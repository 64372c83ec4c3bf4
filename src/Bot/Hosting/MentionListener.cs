using System.Threading.Channels;
using Bot.Commands.Ask;
using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Hosting;

/// <summary>Listens to whoever mentions the bot or writes to it directly; both bring the text without a privileged intent.</summary>
internal sealed partial class MentionListener(
    GatewayEvents events, DiscordRest rest, MessageReplies replies, TimeProvider time, ILogger<MentionListener> logger) : BackgroundService
{
    private const int MostAtOnce = 32;
    private const int MostGuilds = 10_000;
    private static readonly TimeSpan RolesKept = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ChannelReader<Message> _messages = events.Messages();
    private readonly MemoryCache _ownRoles = new(new MemoryCacheOptions { SizeLimit = MostGuilds });

    public override void Dispose()
    {
        _ownRoles.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var self = await SelfAsync(stoppingToken);
        await Parallel.ForEachAsync(
            _messages.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stoppingToken },
            async (message, cancellationToken) =>
            {
                if (await IsForBotAsync(message, self, cancellationToken))
                {
                    await replies.AnswerAsync(message, cancellationToken);
                }
            });
    }

    // Other bots are not answered: two bots that answer each other never stop.
    private async Task<bool> IsForBotAsync(Message message, Snowflake self, CancellationToken cancellationToken) =>
        message is { IsWritten: true, WebhookId: null, Author: { Bot: not true } author } && author.Id != self
        && (message.GuildId is not { } guild || message.Mentions.Any(user => user.Id == self)
            || (message.MentionRoles.Count > 0 && await OwnRoleAsync(guild, self, cancellationToken) is { } own && message.MentionRoles.Contains(own)));

    /// <summary>The role that Discord made for the bot, which has its name and is mentioned by mistake; null when there is none or Discord does not say.</summary>
    private async Task<Snowflake?> OwnRoleAsync(Snowflake guild, Snowflake self, CancellationToken cancellationToken)
    {
        if (_ownRoles.TryGetValue(guild, out Snowflake? known))
        {
            return known;
        }

        try
        {
            var role = (await rest.GetGuildAsync(guild, cancellationToken)).Roles.FirstOrDefault(role => role.Tags?.BotId == self)?.Id;
            return _ownRoles.Set(guild, role, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = RolesKept });
        }
        catch (DiscordRestException)
        {
            return null;
        }
    }

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

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord does not tell who the bot is; asking again in {Seconds} seconds: {Reason}")]
        public static partial void Unreachable(ILogger logger, int seconds, string reason);
    }
}
