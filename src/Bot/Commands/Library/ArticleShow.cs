using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;

namespace Bot.Commands.Library;

/// <summary><c>/article show</c>: what the bot has read of an article.</summary>
internal sealed class ArticleShow(GuildArticles articles, RequestContexts places)
{
    public async Task HandleAsync(InteractionCall call, string? reference, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var article = await articles.FindOrNewestAsync(place, reference, cancellationToken);
        var text = string.Join('\n', ArticleCard.Of(article, place.Translation));
        await call.ReplyAsync(new OutgoingMessage { Content = text, Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds }, cancellationToken);
    }
}
