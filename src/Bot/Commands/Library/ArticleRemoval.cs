using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;

namespace Bot.Commands.Library;

/// <summary><c>/article remove</c>: asks once more, removes, and says what is gone.</summary>
internal sealed class ArticleRemoval(IArticleLibrary library, GuildArticles articles, RequestContexts places, SignedCustomIds customIds)
{
    public const string Remove = "article-remove";
    public const string Keep = "article-keep";

    private const int Danger = 4;
    private const int Quiet = 2;

    public async Task AskAsync(InteractionCall call, string reference, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        if (place.AddingRefusal is { } refusal)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = refusal, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        var article = await articles.FindAsync(place, reference, cancellationToken);
        if (!await articles.IsOwnAsync(place.Guild, article.Id, cancellationToken))
        {
            await call.ReplyAsync(new OutgoingMessage { Content = place.Translation.NotThisServers, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        await call.ReplyAsync(
            new OutgoingMessage
            {
                Content = place.Translation.ReallyRemove(Headline.Of(article.Title)),
                Components = [new() { Type = ComponentType.ActionRow, Components = [Button(Remove, Danger, place.Translation.Remove), Button(Keep, Quiet, place.Translation.Keep)] }],
                Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds,
            },
            cancellationToken);

        Component Button(string action, int style, string label) =>
            new() { Type = ComponentType.Button, Style = style, Label = label, CustomId = customIds.Create(action, article.Id, place.Person) };
    }

    /// <summary>The button: what was allowed when it was shown may no longer be.</summary>
    public async Task RemoveAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await call.UpdateAsync(new OutgoingMessage { Content = await RemoveAsync(place, call.State, cancellationToken), Components = [] }, cancellationToken);
    }

    public async Task KeepAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await call.UpdateAsync(new OutgoingMessage { Content = place.Translation.KeptArticle, Components = [] }, cancellationToken);
    }

    private async Task<string> RemoveAsync(RequestContext place, string id, CancellationToken cancellationToken)
    {
        if (place.AddingRefusal is { } refusal)
        {
            return refusal;
        }

        var article = await library.GetAsync(place.Guild, id, null, cancellationToken);
        return article is not null && await library.RemoveAsync(place.Guild, id, cancellationToken)
            ? place.Translation.Removed(Headline.Of(article.Title), article.Paragraphs.Length, article.Quotations.Length)
            : place.Translation.NoSuchArticle;
    }
}
