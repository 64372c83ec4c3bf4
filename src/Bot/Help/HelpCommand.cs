using Bot.Articles;
using Bot.Ask;
using Bot.CommandLine;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Library;

namespace Bot.Help;

/// <summary><c>/help</c> and <c>/article list</c>: what can be asked here.</summary>
internal sealed class HelpCommand(IArticleLibrary library, Places places)
{
    private const int MostArticles = 20;

    public async Task HelpAsync(InteractionCall call, CancellationToken cancellationToken) => await call.ReplyAsync(
        new OutgoingMessage
        {
            Content = (await places.OfAsync(call.Interaction, cancellationToken)).Phrases.Help,
            Flags = MessageFlags.Ephemeral,
        },
        cancellationToken);

    public async Task ListAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var phrases = (await places.OfAsync(call.Interaction, cancellationToken)).Phrases;
        var listings = await library.ListAsync(GuildArticles.Of(call.Interaction), cancellationToken);
        var lines = listings.Take(MostArticles).Select(listing =>
            $"- {DiscordText.Escape(SourceLine.Join(listing.Title, listing.Outlet, listing.Date is { } day ? phrases.Day(day) : null))} `{listing.Id}`");
        var more = listings.Length > MostArticles ? [$"-# {phrases.AndMore(listings.Length - MostArticles)}"] : Array.Empty<string>();
        var pages = MessagePages.First(MessagePages.Of([.. (listings.IsEmpty ? [phrases.NoArticleYet] : lines.Concat(more)).Select(line => new MessagePart[] { line })]), phrases.MoreThanFits);
        foreach (var page in pages)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds }, cancellationToken);
        }
    }
}
