using Bot.Answers.Summaries;
using Bot.Commands.Answers;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Requests;

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

/// <summary><c>/summary</c>: what an article says, each point with its paragraph.</summary>
internal sealed class SummaryCommand(SummaryDesk desk, GuildArticles articles, RequestContexts places, QuotaGate quotaGate)
{
    public async Task HandleAsync(InteractionCall call, SummaryOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var asked = new AskedQuestion(call.Interaction.Id.Value, place, options.Focus ?? "") { IsPrivate = options.Private ?? place.PrivateByDefault };
        await call.DeferAsync(asked.IsPrivate, cancellationToken);
        foreach (var page in await SummarizeAsync(asked, options, cancellationToken))
        {
            await call.ReplyAsync(page, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<OutgoingMessage>> SummarizeAsync(AskedQuestion asked, SummaryOptions options, CancellationToken cancellationToken)
    {
        using var turn = await quotaGate.TurnAsync(asked.Context, cancellationToken);
        return await desk.SummarizeAsync(asked, await articles.FindOrNewestAsync(asked.Context, options.Article, cancellationToken), options.Length, cancellationToken);
    }
}
