using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Articles.Quotations;
using Bot.Ask;
using Bot.CommandLine;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Library;
using Bot.Phrasebook;

namespace Bot.Quotes;

/// <param name="Speaker">Any part of a name; null for all.</param>
/// <param name="Article">Id or words of a headline; null for the newest.</param>
internal sealed record QuotesOptions(string? Speaker, string? About, string? Article)
{
    public static QuotesOptions Read(CommandOptions options) => new(options.Text("speaker"), options.Text("about"), options.Text("article"));
}

/// <summary><c>/quotes</c>: who said what, in their exact words.</summary>
internal sealed class QuotesCommand(GuildArticles articles, Places places)
{
    private const int MostChoices = 25;

    // A choice has at most 100 characters, and the number of quotes stands behind the name.
    private const int LongestName = 90;

    public async Task HandleAsync(InteractionCall call, QuotesOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await call.DeferAsync(ephemeral: false, cancellationToken);
        var article = await articles.FindOrNewestAsync(place, options.Article, cancellationToken);
        var selection = QuoteSelection.From(article, options.Speaker, options.About, place.Phrases);
        foreach (var page in Pages(article, selection, place.Phrases))
        {
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = MessageFlags.SuppressEmbeds }, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<CommandChoice>> SuggestSpeakersAsync(InteractionCall call, string typed, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var article = await articles.FindOrNewestAsync(place, call.Options.Text("article"), cancellationToken);
        return
        [
            .. (typed.Length == 0 ? article.Speakers : new SpeakerIndex(article.Speakers).Find(typed))
                .Where(speaker => speaker.Name.Length <= LongestName)
                .Take(MostChoices)
                .Select(speaker => new CommandChoice($"{speaker.Name} ({speaker.Quotations})", JsonValue.Create(speaker.Name))),
        ];
    }

    private static IReadOnlyList<string> Pages(Article article, QuoteSelection selection, Phrases phrases) => MessagePages.Of(selection.Quotations.IsEmpty
        ? [DiscordText.Escape(selection.WhyNone)]
        : [.. selection.Quotations.Select(quotation => Block(quotation, phrases)), $"-# {DiscordText.Escape(SourceLine.Of(article))}"]);

    private static string Block(Quotation quotation, Phrases phrases)
    {
        var name = quotation.Speakers.Length == 0 ? phrases.SpeakerNotNamed : phrases.List(quotation.Speakers);
        var speaker = quotation.Certainty == Certainty.Likely ? phrases.Probably(name) : name;
        return $"> **{DiscordText.Escape(quotation.Text)}**\n-# {DiscordText.Escape(SourceLine.Join(speaker, quotation.Role, phrases.Paragraph(quotation.Paragraph)))}";
    }
}
