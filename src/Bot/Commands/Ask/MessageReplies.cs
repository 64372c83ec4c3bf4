using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Answers.Conversations;
using Bot.Commands.Answers;
using Bot.Commands.Help;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Recovery;
using Bot.Requests;

namespace Bot.Commands.Ask;

/// <summary>Answers messages to the bot, each once: what a process has taken on and did not live to answer, another one answers.</summary>
internal sealed partial class MessageReplies(
    DiscordRest rest,
    EncryptedInteractions unfinished,
    QuestionDesk desk,
    EarlierAnswers earlier,
    GuildArticles articles,
    Introduction introduction,
    ReadingOffer reading,
    RetryOffer retry,
    RequestContexts places,
    QuotaGate quotaGate,
    TimeProvider time,
    ILogger<MessageReplies> logger)
{
    // As long as for interactions; nobody waits longer for an answer to a message either.
    private static readonly TimeSpan Awaited = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan RecordPause = TimeSpan.FromMilliseconds(500);

    // Discord recognises a message sent twice for a few minutes: https://docs.discord.com/developers/resources/message#create-message
    private static readonly TimeSpan Recognised = TimeSpan.FromMinutes(2);

    private readonly InMemoryInteractionRecord _seen = new(time);

    /// <param name="message">It may be delivered again after a reconnect, and to several processes.</param>
    [SuppressMessage("Design", "CA1031", Justification = "One person's message must not end the listening.")]
    public async Task AnswerAsync(Message message, CancellationToken cancellationToken)
    {
        try
        {
            if (_seen.TryClaim(message.Id) && await AskAsync(message, () => unfinished.TryClaimAsync(message, cancellationToken), cancellationToken))
            {
                await GiveAsync(message, giveUp: false, cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, message.Id, failure);
        }
    }

    /// <summary>Gives the answer that another process did not live to give, unless it has been given or comes too late.</summary>
    /// <param name="giveUp">Only tells the person that there will be none.</param>
    [SuppressMessage("Design", "CA1031", Justification = "One person's message must not end the taking over of others.")]
    public async Task ResumeAsync(Message message, bool giveUp, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsAwaitedAsync(message, cancellationToken))
            {
                await GiveAsync(message, giveUp, cancellationToken);
            }
            else
            {
                await unfinished.EndAsync(message.Id, cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, message.Id, failure);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong, the person is told.")]
    private async Task GiveAsync(Message message, bool giveUp, CancellationToken cancellationToken)
    {
        AskedQuestion? asked = null;
        try
        {
            var place = await places.OfAsync(message, cancellationToken);
            asked = new AskedQuestion(message.Id.Value, place, message.Content) { IsVisible = true };
            if (giveUp)
            {
                await ApologiseAsync(asked, message, cancellationToken);
            }
            else
            {
                await using var typing = Typing.In(message.ChannelId, rest, time);
                await SendAsync(message, await AnswerAsync(asked, message, cancellationToken), cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, message.Id, failure);
            if (asked is not null && failure is not DiscordRestException)
            {
                await ApologiseAsync(asked, message, cancellationToken);
            }
        }

        // A bot that is being stopped does not get here and leaves the message to the next.
        await unfinished.EndAsync(message.Id, cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingMessage>> AnswerAsync(AskedQuestion asked, Message message, CancellationToken cancellationToken)
    {
        try
        {
            if (asked.Heard.Kind == UtteranceKind.Nothing)
            {
                return [reading.Offer(message, asked.Context) ?? await introduction.OfAsync(asked.Context, isPrivate: false, greets: true, cancellationToken)];
            }

            desk.Check(asked);
            var (article, follows) = (await articles.DefaultAsync(asked.Context, cancellationToken), await earlier.BeforeAsync(message, cancellationToken));
            using var turn = await quotaGate.TurnAsync(asked.Context, cancellationToken);
            return await desk.AnswerAsync(asked with { Article = article, Follows = follows }, cancellationToken);
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
            var offer = await retry.ForAsync(asked);
            await SendAsync(message, QuestionDesk.Messages([asked.Context.Translation.Sentences.Failed], isPrivate: false, offer), cancellationToken);
        }
        catch (DiscordRestException unreachable)
        {
            Log.Failed(logger, message.Id, unreachable);
        }
    }

    private async Task SendAsync(Message message, IReadOnlyList<OutgoingMessage> replies, CancellationToken cancellationToken)
    {
        if (!await AskAsync(message, () => unfinished.IsOursAsync(message.Id, cancellationToken).AsTask(), cancellationToken))
        {
            return;
        }

        foreach (var (index, reply) in replies.Index())
        {
            var once = reply with
            {
                MessageReference = new MessageReference { MessageId = message.Id, FailIfNotExists = false },
                Nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{index}"),
            };
            await rest.SendMessageAsync(message.ChannelId, once, cancellationToken);
        }
    }

    /// <summary>Asks the record until it answers, as long as anybody waits: a process that does not know whether a message is its own says nothing.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the record, it is asked again.")]
    private async Task<bool> AskAsync(Message message, Func<Task<bool>> ask, CancellationToken cancellationToken)
    {
        for (var started = time.GetTimestamp(); ;)
        {
            try
            {
                return await ask();
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested && time.GetElapsedTime(started) < Awaited)
            {
                Log.NoAnswer(logger, message.Id, failure.GetType().Name);
                await Task.Delay(RecordPause, time, cancellationToken);
            }
        }
    }

    /// <summary>Whether no reply stands in the channel yet: its owner may have died just after answering. Where that cannot be seen, what Discord recognises by
    /// itself may be sent again.</summary>
    private async Task<bool> IsAwaitedAsync(Message message, CancellationToken cancellationToken)
    {
        var age = time.GetUtcNow() - message.Id.CreatedAt;
        if (age > Awaited)
        {
            return false;
        }

        try
        {
            var self = (await rest.GetCurrentUserAsync(cancellationToken)).Id;
            var seen = await rest.GetMessagesSinceAsync(message.ChannelId, message.Id, cancellationToken);
            return seen.Any(one => one.Id == message.Id)
                ? !seen.Any(one => one.Author?.Id == self && one.MessageReference?.MessageId == message.Id)
                : age < Recognised;
        }
        catch (DiscordApiException)
        {
            return age < Recognised;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The shared record does not say whose message {Message} is ({Reason}); asking again")]
        public static partial void NoAnswer(ILogger logger, Snowflake message, string reason);

        [LoggerMessage(LogLevel.Error, "Message {Message} could not be answered")]
        public static partial void Failed(ILogger logger, Snowflake message, Exception failure);
    }
}
