using System.Text.Json.Nodes;
using Bot.Answers;
using Bot.Articles;
using Bot.Articles.Parsing;
using Bot.Configuration;
using Bot.Discord.Model;
using Bot.Requests;
using Bot.Storage.Answers;
using Bot.Storage.Guilds;
using Microsoft.Extensions.Options;

namespace Bot.Commands.Library;

/// <summary>A guild's articles by what people call them.</summary>
internal sealed class GuildArticles(IArticleLibrary library, ArticleCache cache, ArticleTitles titles, ChannelArticles channels, IOptions<LimitsOptions> limits)
{
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    /// <summary>By id, else by words of the headline, the newest first.</summary>
    /// <exception cref="UserFacingException">There is none.</exception>
    public async Task<Article> FindAsync(RequestContext place, string reference, CancellationToken cancellationToken)
    {
        var guild = place.Guild;
        if (await library.GetAsync(guild, reference, null, cancellationToken) is { } exact)
        {
            return exact;
        }

        var match = (await titles.OfAsync(guild, cancellationToken)).Find(reference, most: 1).FirstOrDefault(_ => reference.Any(char.IsLetterOrDigit));
        return match is not null && await library.GetAsync(guild, match.Id, null, cancellationToken) is { } found
            ? found
            : throw new UserFacingException(place.Translation.NoSuchArticle);
    }

    /// <summary>Id of the article that the channel or thread is about; null for all.</summary>
    public async Task<string?> DefaultAsync(RequestContext place, CancellationToken cancellationToken) => place is { IsServer: true, Channel: { } channel }
        ? await channels.GetAsync(place.Guild, channel.Value, place.Parent?.Value, cancellationToken)
        : null;

    /// <summary>The article that is named, else the one that is meant in this place, else the one last added.</summary>
    /// <param name="reference">Id or words of the headline; null when none is named.</param>
    /// <exception cref="UserFacingException">There is none.</exception>
    public async Task<Article> FindOrNewestAsync(RequestContext place, string? reference, CancellationToken cancellationToken)
    {
        if (reference is not null)
        {
            return await FindAsync(place, reference, cancellationToken);
        }

        return await MeantAsync(place, cancellationToken) ?? throw new UserFacingException(place.Translation.NoArticleYet);
    }

    /// <summary>The article that is meant in this place, else the one last added; null when there is none.</summary>
    public async Task<Article?> MeantAsync(RequestContext place, CancellationToken cancellationToken)
    {
        if (await DefaultAsync(place, cancellationToken) is { } usual && await library.GetAsync(place.Guild, usual, null, cancellationToken) is { } meant)
        {
            return meant;
        }

        var listings = (await titles.OfAsync(place.Guild, cancellationToken)).Listings;
        return listings.IsEmpty ? null : await library.GetAsync(place.Guild, listings[0].Id, null, cancellationToken);
    }

    /// <summary>The article with this id; null when the guild has none.</summary>
    public Task<Article?> OfIdAsync(GuildId guild, string id, CancellationToken cancellationToken) => library.GetAsync(guild, id, null, cancellationToken);

    /// <summary>How many articles can be asked about, everyone's included.</summary>
    public async Task<int> CountAsync(GuildId guild, CancellationToken cancellationToken) => (await titles.OfAsync(guild, cancellationToken)).Listings.Length;

    /// <summary>Up to 25 articles whose headline holds every word typed so far, or nearly so, the newest first; the value is the id.</summary>
    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(GuildId guild, string typed, CancellationToken cancellationToken) =>
    [
        .. (await titles.OfAsync(guild, cancellationToken))
            .Find(typed, MostChoices)
            .Select(listing => new CommandChoice(Shortened(listing.Title), JsonValue.Create(listing.Id))),
    ];

    /// <summary>The id of the article that has this address, whatever it is tracked by; null when there is none.</summary>
    public async Task<string?> KnownAsync(GuildId guild, Uri address, CancellationToken cancellationToken)
    {
        var bare = ArticleAddress.Of(address, null);
        return (await titles.OfAsync(guild, cancellationToken)).Listings.FirstOrDefault(listing => listing.Url == bare)?.Id;
    }

    /// <summary>To be called before an article is read for the guild.</summary>
    /// <exception cref="UserFacingException">The guild has as many as it may have, everyone's not counted.</exception>
    public async Task EnsureRoomAsync(RequestContext place, CancellationToken cancellationToken)
    {
        var most = limits.Value.ArticlesPerGuild;
        if ((await titles.OfAsync(place.Guild, cancellationToken)).Listings.Count(listing => listing.Guild == place.Guild) >= most)
        {
            throw new UserFacingException(place.Translation.LibraryFull(most));
        }
    }

    /// <summary>Whether an article is the guild's, rather than everyone's.</summary>
    public async Task<bool> IsOwnAsync(GuildId guild, string id, CancellationToken cancellationToken) =>
        (await titles.OfAsync(guild, cancellationToken)).Listings.Any(listing => listing.Id == id && listing.Guild == guild);

    /// <summary>The articles that an answer just given cites, by id and version.</summary>
    public async Task<IReadOnlyDictionary<(string, int), Article>> CitedAsync(GuildId guild, AnswerRecord answer, CancellationToken cancellationToken)
    {
        var cited = new Dictionary<(string, int), Article>();
        foreach (var (id, version) in answer.Citations.Select(citation => (citation.Article, citation.Version)).Distinct())
        {
            if ((cache.Find(guild, id, version) ?? await CitedAsync(guild, id, version, cancellationToken)) is { } article)
            {
                cited.Add((id, version), article);
            }
        }

        return cited;
    }

    /// <summary>The version of an article that was cited; null when it has been removed.</summary>
    public Task<Article?> CitedAsync(GuildId guild, string id, int version, CancellationToken cancellationToken) =>
        library.GetAsync(guild, id, version, cancellationToken);

    private static string Shortened(string title)
    {
        if (title.Length <= LongestChoice)
        {
            return title;
        }

        var end = LongestChoice - 1;
        return $"{title[..(char.IsLowSurrogate(title[end]) ? end - 1 : end)]}…";
    }
}
