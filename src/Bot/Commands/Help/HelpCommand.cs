using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;

namespace Bot.Commands.Help;

/// <summary><c>/help</c> and <c>/article list</c>: what can be asked here.</summary>
internal sealed class HelpCommand(IArticleLibrary library, Introduction introduction, RequestContexts places)
{
    private const int MostArticles = 20;

    /// <summary>What can be done, with examples that work in this very channel.</summary>
    public async Task HelpAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        await call.DeferAsync(ephemeral: true, cancellationToken);
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await call.ReplyAsync(await introduction.OfAsync(place, isPrivate: true, greets: false, cancellationToken), cancellationToken);
    }

    public async Task ListAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var translation = (await places.OfAsync(call.Interaction, cancellationToken)).Translation;
        var listings = await library.ListAsync(RequestContexts.GuildOf(call.Interaction), cancellationToken);
        var lines = listings.Take(MostArticles).Select(listing =>
            $"- {DiscordText.Escape(SourceLine.Join(listing.Title, listing.Outlet, listing.Date is { } day ? translation.Day(day) : null))} `{listing.Id}`");
        var more = listings.Length > MostArticles ? [$"-# {translation.AndMore(listings.Length - MostArticles)}"] : Array.Empty<string>();
        var pages = MessagePages.First(MessagePages.Of([.. (listings.IsEmpty ? [translation.NoArticleYet] : lines.Concat(more)).Select(line => new MessagePart[] { line })]), translation.MoreThanFits);
        foreach (var page in pages)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds }, cancellationToken);
        }
    }
}
