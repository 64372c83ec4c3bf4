using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Articles.Quotations;
using Bot.Ask;
using Bot.CommandLine;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Library;

namespace Bot.Quotes;

/// <param name="Speaker">Any part of a name; null for all.</param>
/// <param name="Article">Id or words of a headline; null for the newest.</param>
internal sealed record QuotesOptions(string? Speaker, string? About, string? Article)
{
    public static QuotesOptions Read(CommandOptions options) => new(options.Text("speaker"), options.Text("about"), options.Text("article"));
}

/// <summary><c>/quotes</c>: who said what, in their exact words.</summary>
internal sealed class QuotesCommand(GuildArticles articles)
{
    private const int MostChoices = 25;

    // A choice has at most 100 characters, and the number of quotes stands behind the name.
    private const int LongestName = 90;

    public async Task HandleAsync(InteractionCall call, QuotesOptions options, CancellationToken cancellationToken)
    {
        await call.DeferAsync(ephemeral: false, cancellationToken);
        var guild = GuildArticles.Of(call.Interaction);
        var article = options.Article is null
            ? await articles.NewestAsync(guild, cancellationToken)
            : await articles.FindAsync(guild, options.Article, cancellationToken);
        var selection = QuoteSelection.From(article, options.Speaker, options.About);
        foreach (var page in Pages(article, selection))
        {
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = MessageFlags.SuppressEmbeds }, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<CommandChoice>> SuggestSpeakersAsync(InteractionCall call, string typed, CancellationToken cancellationToken)
    {
        var guild = GuildArticles.Of(call.Interaction);
        var article = call.Options.Text("article") is { } reference
            ? await articles.FindAsync(guild, reference, cancellationToken)
            : await articles.NewestAsync(guild, cancellationToken);
        return
        [
            .. (typed.Length == 0 ? article.Speakers : new SpeakerIndex(article.Speakers).Find(typed))
                .Where(speaker => speaker.Name.Length <= LongestName)
                .Take(MostChoices)
                .Select(speaker => new CommandChoice($"{speaker.Name} ({speaker.Quotations})", JsonValue.Create(speaker.Name))),
        ];
    }

    private static IReadOnlyList<string> Pages(Article article, QuoteSelection selection) => MessagePages.Of(selection.Quotations.IsEmpty
        ? [DiscordText.Escape(selection.WhyNone)]
        : [.. selection.Quotations.Select(Block), $"-# {DiscordText.Escape(SourceLine.Of(article))}"]);

    private static string Block(Quotation quotation)
    {
        var name = quotation.Speakers.Length == 0 ? "speaker not named" : QuoteSelection.Names(quotation);
        var hedge = quotation.Certainty == Certainty.Likely ? "probably " : "";
        return $"> **{DiscordText.Escape(quotation.Text)}**\n-# {DiscordText.Escape(SourceLine.Join($"{hedge}{name}", quotation.Role, $"paragraph {quotation.Paragraph}"))}";
    }
}
