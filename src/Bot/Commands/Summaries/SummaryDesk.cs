using Bot.Answers;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Commands.Answers;
using Bot.Commands.Library;
using Bot.Discord.Rest;
using Bot.Messages;

namespace Bot.Commands.Summaries;

/// <summary>From an article to the messages that summarise it.</summary>
internal sealed class SummaryDesk(Summarizer summarizer, GuildArticles articles, AnswerKeeper keeper, AnswerButtons buttons)
{
    /// <param name="asked">Whoever asked; its text is the focus, empty for the whole article.</param>
    public async Task<IReadOnlyList<OutgoingMessage>> SummarizeAsync(AskedQuestion asked, Article article, SummaryLength length, CancellationToken cancellationToken)
    {
        var (place, focus) = (asked.Context, asked.Text.Length == 0 ? null : asked.Text);
        var summary = await summarizer.SummarizeAsync(article, length, focus, place.Guild, cancellationToken);
        var given = asked.Kept.With(summary) with { Question = focus ?? article.Title };
        var isKept = !summary.Points.IsEmpty && await keeper.TryKeepAsync(given, cancellationToken);
        var message = new AnswerMessage(given, await articles.CitedAsync(place.Guild, given, cancellationToken), place.Translation)
        {
            ModelFailed = summary.ModelFailed,
            Closing = focus is not null && place.Translation.Bearing(focus, summary.Bearing) is { } bearing ? DiscordText.EscapeInline(bearing) : null,
        };
        return message.Messages(asked.IsPrivate, isKept ? buttons.Under(given, place.Translation, canBeShared: asked.IsPrivate) : []);
    }
}
