using Bot.Articles;
using Bot.Cli;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Hosting;
using Bot.Messages;

namespace Bot.Commands.Help;

/// <summary><c>/help</c> and <c>/article list</c>: what can be asked here.</summary>
internal sealed class HelpCommand(IArticleLibrary library, GuildArticles articles, ExampleQuestions examples, RequestContexts places)
{
    private const int MostArticles = 20;
    private const int LongestName = 60;

    /// <summary>What can be done, with examples that work in this very channel.</summary>
    public async Task HelpAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        await call.DeferAsync(ephemeral: true, cancellationToken);
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var tried = await ExamplesAsync(place, cancellationToken);
        var text = tried.Count == 0 ? place.Translation.Help : $"{place.Translation.Help}\n\n**{place.Translation.TryHere}**\n{string.Join('\n', tried)}";
        await call.ReplyAsync(new OutgoingMessage { Content = text, Flags = MessageFlags.Ephemeral }, cancellationToken);
    }

    public async Task ListAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var translation = (await places.OfAsync(call.Interaction, cancellationToken)).Translation;
        var listings = await library.ListAsync(GuildArticles.Of(call.Interaction), cancellationToken);
        var lines = listings.Take(MostArticles).Select(listing =>
            $"- {DiscordText.Escape(SourceLine.Join(listing.Title, listing.Outlet, listing.Date is { } day ? translation.Day(day) : null))} `{listing.Id}`");
        var more = listings.Length > MostArticles ? [$"-# {translation.AndMore(listings.Length - MostArticles)}"] : Array.Empty<string>();
        var pages = MessagePages.First(MessagePages.Of([.. (listings.IsEmpty ? [translation.NoArticleYet] : lines.Concat(more)).Select(line => new MessagePart[] { line })]), translation.MoreThanFits);
        foreach (var page in pages)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds }, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> ExamplesAsync(RequestContext place, CancellationToken cancellationToken)
    {
        if (await articles.MeantAsync(place, cancellationToken) is not { } article)
        {
            return [];
        }

        var speaker = article.Speakers.FirstOrDefault(speaker => speaker.Name.Length <= LongestName)?.Name;
        return
        [
            .. examples.Of(article).Select(question => $"`/ask question:{Plain(question)}`"),
            speaker is null ? "`/summary length:brief`" : $"`/quotes speaker:{Plain(speaker)}`",
        ];
    }

    // Inside code nothing is markup but the end of the code.
    private static string Plain(string text) => string.Concat(text.Where(c => c != '`' && !char.IsControl(c)));
}
