using System.Text.Json.Nodes;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;
using Bot.Storage.Guilds;

namespace Bot.Commands.Library;

/// <summary><c>/article use</c>: what questions in a channel or thread are about.</summary>
internal sealed class ChannelArticleCommand(GuildArticles articles, ChannelArticles channels, RequestContexts places, SignedCustomIds customIds)
{
    private const int MostChoices = 25;

    /// <summary>The choice, and the button, that stand for all articles; no article has such an id.</summary>
    public const string All = "all";

    /// <summary>The action of the button that ends it.</summary>
    public const string UseAll = "use-all";

    private const int Secondary = 2;

    /// <param name="reference">Id or words of a headline; null or <see cref="All"/> for all articles.</param>
    public async Task HandleAsync(InteractionCall call, string? reference, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var chosen = reference == All ? null : reference;
        var (sentence, isChange) = await ChangeAsync(place, chosen, cancellationToken);
        await call.ReplyAsync(
            new OutgoingMessage
            {
                Content = sentence,
                Components = isChange && chosen is not null ? [WayOut(place)] : null,
                Flags = isChange ? MessageFlags.SuppressEmbeds : MessageFlags.Ephemeral,
            },
            cancellationToken);
    }

    /// <summary>The button: questions are about all articles again.</summary>
    public async Task UseAllAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var (sentence, isChange) = await ChangeAsync(place, null, cancellationToken);
        await (isChange
            ? call.UpdateAsync(new OutgoingMessage { Content = sentence, Components = [] }, cancellationToken)
            : call.ReplyAsync(new OutgoingMessage { Content = sentence, Flags = MessageFlags.Ephemeral }, cancellationToken));
    }

    /// <summary>The articles to choose from, and before them all at once.</summary>
    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(InteractionCall call, string typed, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var choices = await articles.SuggestAsync(place.Guild, typed, cancellationToken);
        return place.Translation.AllArticles.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)
            ? [new CommandChoice(place.Translation.AllArticles, JsonValue.Create(All)), .. choices.Take(MostChoices - 1)]
            : choices;
    }

    private Component WayOut(RequestContext place) => new()
    {
        Type = ComponentType.ActionRow,
        Components = [new() { Type = ComponentType.Button, Style = Secondary, Label = place.Translation.AskAll, CustomId = customIds.Create(UseAll, "") }],
    };

    /// <returns>A change concerns everybody in the channel and is shown to them.</returns>
    private async Task<(string Sentence, bool IsChange)> ChangeAsync(RequestContext place, string? reference, CancellationToken cancellationToken)
    {
        if (!place.IsServer || place.Channel is not { } channel)
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
