using Bot.Articles;
using Bot.Ask;
using Bot.CommandLine;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Library;

namespace Bot.Help;

/// <summary><c>/help</c> and <c>/article list</c>: what can be asked here.</summary>
internal sealed class HelpCommand(IArticleLibrary library)
{
    private const int MostArticles = 20;

    public static Task HelpAsync(InteractionCall call, CancellationToken cancellationToken) => call.ReplyAsync(
        new OutgoingMessage
        {
            Content =
                """
                I answer questions about news articles, and I prove every answer with the article's own words.

                `/ask question:When was NATO formed?`
                `/quotes speaker:Lavrov` shows who said what, in their exact words
                `/article list` shows what I have read

                You can also mention me with a question. What the article does not say, I say it does not say.
                """,
            Flags = MessageFlags.Ephemeral,
        },
        cancellationToken);

    public async Task ListAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var listings = await library.ListAsync(GuildArticles.Of(call.Interaction), cancellationToken);
        var lines = listings.Take(MostArticles).Select(listing =>
            $"- {DiscordText.Escape(SourceLine.Join(listing.Title, listing.Outlet, SourceLine.Day(listing.Date)))} `{listing.Id}`");
        var more = listings.Length > MostArticles ? [$"-# and {listings.Length - MostArticles} more"] : Array.Empty<string>();
        var pages = MessagePages.Of(listings.IsEmpty ? ["There is no article here yet."] : [.. lines, .. more]);
        foreach (var page in pages)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds }, cancellationToken);
        }
    }
}
