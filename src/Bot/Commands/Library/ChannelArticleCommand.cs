using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Hosting;
using Bot.Language;
using Bot.Messages;
using Bot.Storage.Guilds;

namespace Bot.Commands.Library;

/// <summary><c>/article use</c>: what questions in a channel or thread are about.</summary>
internal sealed class ChannelArticleCommand(GuildArticles articles, ChannelArticles channels, RequestContexts places)
{
    /// <param name="reference">Id or words of a headline; null for all articles.</param>
    public async Task HandleAsync(InteractionCall call, string? reference, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var done = await ChangeAsync(place, reference, cancellationToken);
        await call.ReplyAsync(new OutgoingMessage { Content = done.Sentence, Flags = done.IsChange ? MessageFlags.SuppressEmbeds : MessageFlags.Ephemeral }, cancellationToken);
    }

    /// <returns>A change concerns everybody in the channel and is shown to them.</returns>
    private async Task<(string Sentence, bool IsChange)> ChangeAsync(RequestContext place, string? reference, CancellationToken cancellationToken)
    {
        if (place.Guild == GuildId.Everyone || place.Channel is not { } channel)
        {
            return (place.Translation.OnlyInServers, false);
        }

        if (!place.MayAdd)
        {
            return (place.Translation.MayNotAdd, false);
        }

        if (reference is null)
        {
            await channels.ClearAsync(place.Guild, channel.Value, cancellationToken);
            return (place.Translation.NowAboutAll, true);
        }

        var article = await articles.FindAsync(place, reference, cancellationToken);
        await channels.SetAsync(place.Guild, channel.Value, article.Id, cancellationToken);
        return (place.Translation.NowAbout(Headline.Of(article.Title)), true);
    }
}
