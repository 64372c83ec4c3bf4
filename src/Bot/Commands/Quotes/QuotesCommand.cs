using System.Text.Json.Nodes;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Commands.Answers;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;
using Bot.Storage.Answers;

namespace Bot.Commands.Quotes;

/// <param name="Speaker">Any part of a name; null for all.</param>
/// <param name="Article">Id or words of a headline; null for what is meant in the place, or the newest.</param>
/// <param name="Private">Whether only the person who asks sees them; null for what is usual in the place.</param>
internal sealed record QuotesOptions(string? Speaker, string? About, string? Article, bool? Private)
{
    public static QuotesOptions Read(CommandOptions options) =>
        new(options.Text("speaker"), options.Text("about"), options.Text("article"), options.Boolean("private"));
}

/// <summary><c>/quotes</c>: who said what, in their exact words, a page at a time.</summary>
internal sealed class QuotesCommand(GuildArticles articles, AnswerStore answers, AnswerKeeper keeper, AnswerButtons buttons, RequestContexts places, SentenceMeanings meanings)
{
    /// <summary>The action of the paging buttons.</summary>
    public const string Turn = "quotes";

    private const int MostChoices = 25;

    // A choice has at most 100 characters, and the number of quotes stands behind the name.
    private const int LongestName = 90;

    // Nobody pages further, and each is kept as long as its buttons are.
    private const int MostQuotes = 200;

    public async Task HandleAsync(InteractionCall call, QuotesOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var isPrivate = options.Private ?? place.PrivateByDefault;
        await call.DeferAsync(isPrivate, cancellationToken);
        var article = await articles.FindOrNewestAsync(place, options.Article, cancellationToken);
        if (options.About is not null)
        {
            await meanings.LoadAsync(place.Guild, article, cancellationToken);
        }

        var selection = QuoteSelection.From(article, options.Speaker, options.About, place.Translation, meanings);
        if (selection.Quotations.IsEmpty)
        {
            await call.ReplyAsync(
                MessageLayout.Of(DiscordText.Escape(SourceNote.Shortened(selection.WhyNone, MessagePages.Length / 2)), "", MessageLayout.NotSaid, isPrivate, []), cancellationToken);
            return;
        }

        var asked = new AskedQuestion(call.Interaction.Id.Value, place, Wanted(options)) { IsPrivate = isPrivate };
        var given = asked.Kept.With(article, selection.Quotations.Take(MostQuotes));
        var isKept = await keeper.TryKeepAsync(given, cancellationToken);
        await call.ReplyAsync(Page(given, article, 0, place, isKept), cancellationToken);
    }

    /// <summary>A paging button: shows another page in the same message.</summary>
    public async Task TurnAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        if (await answers.GetAsync(place.Guild, AnswerButtons.AnswerIn(call.State), cancellationToken) is { Outcome: AnswerOutcome.Quotes, Citations: [var first, ..] } given
            && await articles.CitedAsync(place.Guild, first.Article, first.Version, cancellationToken) is { } article)
        {
            await call.UpdateAsync(Page(given, article, AnswerButtons.PageIn(call.State), place, isKept: true), cancellationToken);
        }
        else
        {
            await call.ReplyAsync(new OutgoingMessage { Content = place.Translation.AnswerGone, Flags = MessageFlags.Ephemeral }, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<CommandChoice>> SuggestSpeakersAsync(InteractionCall call, string typed, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var article = await articles.FindOrNewestAsync(place, call.Options.Text("article"), cancellationToken);
        return
        [
            .. SpeakerSuggestions.For(article, typed)
                .Where(speaker => speaker.Name.Length <= LongestName)
                .Take(MostChoices)
                .Select(speaker => new CommandChoice($"{speaker.Name} ({speaker.Quotations})", JsonValue.Create(speaker.Name))),
        ];
    }

    private OutgoingMessage Page(AnswerRecord given, Article article, int number, RequestContext place, bool isKept)
    {
        var message = new QuotesMessage(given, article, place.Translation);
        var pages = message.Pages();
        var page = Math.Clamp(number, 0, pages.Count - 1);
        var source = pages.Count == 1 ? message.Source : $"{message.Source} · {place.Translation.PageOf(page + 1, pages.Count)}";
        return MessageLayout.Of(pages[page], source, MessageLayout.Shown, given.IsPrivate, isKept ? buttons.ToPage(Turn, given.Id, page, pages.Count, place.Translation) : []);
    }

    private static string Wanted(QuotesOptions options) => string.Join(' ', new[] { options.Speaker, options.About }.Where(part => part is not null));
}
