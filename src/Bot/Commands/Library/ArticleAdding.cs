using Bot.Articles;
using Bot.Articles.Fetching;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Localization;
using Bot.Messages;
using Bot.Requests;

namespace Bot.Commands.Library;

internal sealed record AddOptions(string? Address, Attachment? File)
{
    public static AddOptions Read(CommandOptions options) => new(options.Text("address"), options.Attachment("file"));
}

/// <summary><c>/article add</c>: reads a file, an address or pasted text, keeps it for this server, and shows what was understood.</summary>
internal sealed class ArticleAdding(
    ArticleIntake intake, ArticleFetcher fetcher, IArticleLibrary library, GuildArticles articles, RequestContexts places, SignedCustomIds customIds, QuotaGate quotaGate)
{
    public const string Paste = "article-paste";

    private const int OneLine = 1;
    private const int ManyLines = 2;
    private const int LongestHeadline = 200;
    private const int LongestText = 4000;

    // Where Discord keeps what people attach; an attachment's address is not the person's to choose, but what is sent to the bot may be made up.
    private static readonly string[] DiscordHosts = ["cdn.discordapp.com", "media.discordapp.net"];

    public async Task HandleAsync(InteractionCall call, AddOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        if (place.AddingRefusal is { } refusal)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = refusal, Flags = MessageFlags.Ephemeral }, cancellationToken);
        }
        else if (options.File is not null || !string.IsNullOrWhiteSpace(options.Address))
        {
            await AddAsync(call, place, () => Task.FromResult<AddOptions?>(options), cancellationToken);
        }
        else
        {
            await call.ShowModalAsync(Form(place), cancellationToken);
        }
    }

    /// <summary>Reads a file, else an address, and shows what was understood, to whoever may add articles.</summary>
    /// <param name="find">What may take longer than the first answer may; gives null where what was meant is gone.</param>
    public async Task AddAsync(InteractionCall call, RequestContext place, Func<Task<AddOptions?>> find, CancellationToken cancellationToken)
    {
        if (place.AddingRefusal is { } refusal)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = refusal, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        await AddAsync(
            call,
            place,
            async () => await find() switch
            {
                { File: { } file } => await FromAttachmentAsync(file, place, cancellationToken),
                { Address: { Length: > 0 } address } => await intake.FromUrlAsync(address, cancellationToken),
                _ => throw new UserFacingException(place.Translation.FileGone),
            },
            cancellationToken);
    }

    /// <summary>The form: what was allowed when it was opened may no longer be.</summary>
    public async Task PasteAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var text = call.Typed("text") ?? "";
        if ((place.AddingRefusal ?? (string.IsNullOrWhiteSpace(text) ? place.Translation.NothingToAdd : null)) is { } refusal)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = refusal, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        var headline = call.Typed("headline") is { } typed && !string.IsNullOrWhiteSpace(typed) ? $"{typed.Trim()}\n\n" : "";
        await AddAsync(call, place, () => intake.FromTextAsync($"{headline}{text}", null, cancellationToken), cancellationToken);
    }

    private async Task AddAsync(InteractionCall call, RequestContext place, Func<Task<ArticleWithOriginal>> read, CancellationToken cancellationToken)
    {
        await call.DeferAsync(place.PrivateByDefault, cancellationToken);
        await articles.EnsureRoomAsync(place, cancellationToken);
        var result = await StoreAsync(place, read, cancellationToken);
        var happened = result.Outcome switch
        {
            AddOutcome.Added => place.Translation.Added,
            AddOutcome.NewVersion => place.Translation.AddedAsVersion(result.Article.Version),
            _ => place.Translation.AlreadyThere,
        };
        var text = string.Join('\n', [$"{happened}:", .. ArticleCard.Of(result.Article, place.Translation), .. Remarks(result, place.Translation), $"-# {place.Translation.AskAboutIt}"]);
        await call.ReplyAsync(new OutgoingMessage { Content = text, Flags = MessageFlags.SuppressEmbeds }, cancellationToken);
    }

    /// <summary>What whoever adds it may want to know besides.</summary>
    private static IEnumerable<string> Remarks(AddResult result, Translation translation)
    {
        if (result.Article.LeftOutMuch)
        {
            yield return $"-# {translation.LeftOut((int)Math.Round(100 * result.Article.LeftOut))}";
        }

        if (result.Match is { } match)
        {
            yield return $"-# {MatchText.Of(match, Headline.Of(match.Article.Title), translation)}";
        }
    }

    /// <summary>Reading an article takes at least as much as answering a question, so it counts as one.</summary>
    private async Task<AddResult> StoreAsync(RequestContext place, Func<Task<ArticleWithOriginal>> read, CancellationToken cancellationToken)
    {
        using var turn = await quotaGate.TurnAsync(place, cancellationToken);
        var (article, original) = await place.Translation.ExplainingAsync(read);
        return await library.AddAsync(place.Guild, article, original, cancellationToken);
    }

    private async Task<ArticleWithOriginal> FromAttachmentAsync(Attachment file, RequestContext place, CancellationToken cancellationToken)
    {
        if (file.Url is not { Scheme: "https" or "http" } url || !DiscordHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
        {
            throw new UserFacingException(place.Translation.NothingToAdd);
        }

        // As a file and not as an address: the address is signed, expires, and is no source to show anybody.
        var fetched = await fetcher.FetchAsync(url.AbsoluteUri, cancellationToken);
        return await intake.FromBytesAsync(fetched.Bytes, file.Filename, file.ContentType ?? fetched.ContentType, cancellationToken);
    }

    private ModalForm Form(RequestContext place) => new(
        customIds.Create(Paste, "", place.Person),
        place.Translation.PasteTitle,
        [
            Field("headline", place.Translation.HeadlineLabel, OneLine, LongestHeadline, required: false),
            Field("text", place.Translation.TextLabel, ManyLines, LongestText, required: true),
        ]);

    private static Component Field(string id, string label, int style, int most, bool required) => new()
    {
        Type = ComponentType.Label,
        Label = label,
        Child = new Component { Type = ComponentType.TextInput, CustomId = id, Style = style, MaxLength = most, Required = required },
    };
}
