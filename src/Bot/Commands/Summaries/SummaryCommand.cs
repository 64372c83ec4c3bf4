using Bot.Answers.Summaries;
using Bot.Commands.Ask;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Hosting;
using Bot.Limits;
using Bot.Messages;

namespace Bot.Commands.Summaries;

/// <param name="Article">Id or words of a headline; null for what is meant in the place, or the newest.</param>
/// <param name="Focus">A topic or a person; null for the whole article.</param>
/// <param name="Private">Whether only the person who asks sees it; null for what is usual in the place.</param>
internal sealed record SummaryOptions(string? Article, SummaryLength Length, string? Focus, bool? Private)
{
    public static SummaryOptions Read(CommandOptions options) => new(
        options.Text("article"),
        Enum.TryParse<SummaryLength>(options.Text("length"), ignoreCase: true, out var length) && Enum.IsDefined(length) ? length : SummaryLength.Standard,
        options.Text("focus") is { } focus && !string.IsNullOrWhiteSpace(focus) ? focus.Trim() : null,
        options.Boolean("private"));
}

/// <summary><c>/summary</c>: what an article says, each point with its citation.</summary>
internal sealed class SummaryCommand(Summarizer summarizer, GuildArticles articles, AnswerKeeper keeper, AnswerButtons buttons, RequestContexts places, QuotaGate quotaGate)
{
    public async Task HandleAsync(InteractionCall call, SummaryOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var isPrivate = options.Private ?? place.PrivateByDefault;
        if (await quotaGate.RefusalAsync(place, cancellationToken) is { } refusal)
        {
            await call.ReplyAsync(QuestionDesk.Messages([refusal], isPrivate: true, [])[0], cancellationToken);
            return;
        }

        await call.DeferAsync(isPrivate, cancellationToken);
        using var turn = await quotaGate.TurnAsync(place, cancellationToken);
        var article = await articles.FindOrNewestAsync(place, options.Article, cancellationToken);
        var summary = await summarizer.SummarizeAsync(article, options.Length, options.Focus, place.Guild, cancellationToken);
        var asked = new AskedQuestion(call.Interaction.Id.Value, place, options.Focus ?? "") { IsPrivate = isPrivate };
        var given = asked.Kept.With(summary) with { Question = options.Focus ?? article.Title };
        var isKept = !summary.Points.IsEmpty && await keeper.TryKeepAsync(given, cancellationToken);
        var message = new AnswerMessage(given, await articles.CitedAsync(place.Guild, given, cancellationToken), place.Translation) { ModelFailed = summary.ModelFailed };
        foreach (var page in QuestionDesk.Messages(message.Pages(), isPrivate, isKept ? buttons.Under(given, place.Translation, canBeShared: isPrivate) : []))
        {
            await call.ReplyAsync(page, cancellationToken);
        }
    }
}
