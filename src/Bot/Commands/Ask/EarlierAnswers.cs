using Bot.Articles;
using Bot.Commands.Answers;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Storage.Answers;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Commands.Ask;

/// <summary>Finds the answer that a message goes on from: the one it replies to, else the latest of the thread or of the direct conversation.</summary>
/// <remarks>In a channel where many talk at once a mention begins anew.</remarks>
internal sealed class EarlierAnswers(DiscordRest rest, AnswerStore answers, AnswerButtons buttons, TimeProvider time) : IDisposable
{
    private const int MostChannels = 10_000;
    private static readonly TimeSpan ThreadMemory = TimeSpan.FromDays(7);
    private static readonly TimeSpan DirectMemory = TimeSpan.FromHours(1);

    // A message does not tell whether its channel is a thread, and a channel never becomes one.
    private readonly MemoryCache _channels = new(new MemoryCacheOptions { SizeLimit = MostChannels });

    public async Task<ulong?> BeforeAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.ReferencedMessage is { } repliedTo)
        {
            return buttons.AnswerUnder(repliedTo);
        }

        if (message.GuildId is not { } guild)
        {
            return message.Author is not { } writer ? null
                : (await answers.LatestInAsync(GuildId.OfPerson(writer.Id.Value), message.ChannelId.Value, time.GetUtcNow() - DirectMemory, cancellationToken))?.Id;
        }

        return await ThreadParentAsync(message.ChannelId, cancellationToken) is { } parent
            ? (await answers.LatestInAsync(new GuildId(guild.Value), message.ChannelId.Value, time.GetUtcNow() - ThreadMemory, cancellationToken))?.Id
                ?? await StarterAsync(parent, message.ChannelId, cancellationToken)
            : null;
    }

    public void Dispose() => _channels.Dispose();

    /// <summary>The channel that a thread hangs under; null for what is no thread, or when Discord does not say.</summary>
    private async Task<Snowflake?> ThreadParentAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(channel, out Snowflake? known))
        {
            return known;
        }

        try
        {
            var found = await rest.GetChannelAsync(channel, cancellationToken);
            return _channels.Set(channel, found.IsThread ? found.ParentId : null, new MemoryCacheEntryOptions { Size = 1 });
        }
        catch (DiscordRestException)
        {
            return null;
        }
    }

    /// <summary>The answer under which the thread was started: a thread has the id of the message it hangs under.</summary>
    private async Task<ulong?> StarterAsync(Snowflake parent, Snowflake thread, CancellationToken cancellationToken)
    {
        try
        {
            return buttons.AnswerUnder(await rest.GetMessageAsync(parent, thread, cancellationToken));
        }
        catch (DiscordRestException)
        {
            return null;
        }
    }
}
