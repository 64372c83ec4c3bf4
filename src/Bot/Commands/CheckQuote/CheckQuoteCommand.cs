using Bot.Answers.Quoting;
using Bot.Commands.Ask;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;

namespace Bot.Commands.CheckQuote;

/// <summary>“Check this quote” in the menu of a message: does an article here say this, word for word, and who?</summary>
internal sealed class CheckQuoteCommand(QuoteCheck check, RequestContexts places, QuotaGate quotaGate)
{
    public const string Name = "Check this quote";

    public async Task HandleAsync(InteractionCall call, Message message, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var plain = QuotedWords.Plain(message.Content);
        var quotes = QuotedWords.In(plain);
        if (quotes.Count == 0)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = place.Translation.NoWordsInMessage, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        await call.DeferAsync(ephemeral: true, cancellationToken);
        var groups = new List<IReadOnlyList<MessagePart>>();
        using (await quotaGate.TurnAsync(place, cancellationToken))
        {
            foreach (var quote in quotes)
            {
                var outcome = await check.CheckAsync(quote.Words, quote.Speakers, plain, place.Guild, cancellationToken);
                groups.Add(CheckedQuoteMessage.Of(quote.Words, outcome, place.Translation));
            }
        }

        foreach (var page in QuestionDesk.Messages(MessagePages.First(MessagePages.Of(groups), place.Translation.MoreThanFits), isPrivate: true, []))
        {
            await call.ReplyAsync(page, cancellationToken);
        }
    }
}
