using Bot.Answers.Quoting;
using Bot.Ask;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Limits;

namespace Bot.Checking;

/// <summary>“Check this quote” in the menu of a message: does an article here say this, word for word, and who?</summary>
internal sealed class CheckQuoteCommand(QuoteCheck check, Places places, Admissions admissions)
{
    public const string Name = "Check this quote";

    public async Task HandleAsync(InteractionCall call, Message message, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var quotes = QuotedWords.In(message.Content);
        if ((quotes.Count == 0 ? place.Phrases.NoWordsInMessage : await admissions.RefusalAsync(place, cancellationToken)) is { } sentence)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = sentence, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        await call.DeferAsync(ephemeral: true, cancellationToken);
        using var turn = await admissions.TurnAsync(place, cancellationToken);
        var groups = new List<IReadOnlyList<MessagePart>>();
        foreach (var quote in quotes)
        {
            groups.Add(CheckedQuoteMessage.Of(quote, await check.CheckAsync(quote, place.Guild, cancellationToken), place.Phrases));
        }

        foreach (var page in QuestionDesk.Messages(MessagePages.First(MessagePages.Of(groups), place.Phrases.MoreThanFits), isPrivate: true, []))
        {
            await call.ReplyAsync(page, cancellationToken);
        }
    }
}
