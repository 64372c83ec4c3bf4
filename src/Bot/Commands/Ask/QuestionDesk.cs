using Bot.Answers;
using Bot.Answers.Conversations;
using Bot.Articles;
using Bot.Commands.Library;
using Bot.Configuration;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Hosting;
using Bot.Messages;
using Bot.Storage.Answers;
using Microsoft.Extensions.Options;

namespace Bot.Commands.Ask;

/// <summary>A question put to the bot, in whatever way it came.</summary>
/// <param name="Id">Discord's id of what brought it, an interaction or a message.</param>
/// <param name="Text">As it was typed; personal data.</param>
internal sealed record AskedQuestion(ulong Id, RequestContext Context, string Text)
{
    /// <summary>Id of the one article that is asked; null for all.</summary>
    public string? Article { get; init; }

    /// <summary>Whether only the person who asks sees the answer.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The answer that the question goes on from.</summary>
    public ulong? Follows { get; init; }

    /// <summary>Whether others can see the question where it was asked, as they can see a message.</summary>
    public bool IsVisible { get; init; }

    public AnswerRecord Kept => new(Id, Context.Guild, Context.Channel?.Value ?? 0, Context.Person?.Value ?? 0, Text, Text)
    {
        Article = Article,
        IsPrivate = IsPrivate,
        Follows = Follows,
    };
}

/// <summary>From a question to the messages that answer it: (1) answer it where it was asked, (2) keep the answer for its buttons, (3) write it down.</summary>
internal sealed class QuestionDesk(
    QuestionService questions, AnswerStore answers, AnswerKeeper keeper, GuildArticles articles, AnswerButtons buttons, IOptions<LimitsOptions> limits)
{
    private const int MostTurns = 4;

    /// <returns>The messages to send, at least one; the last carries the buttons.</returns>
    /// <exception cref="UserFacingException">The question cannot be answered as it is.</exception>
    public async Task<IReadOnlyList<OutgoingMessage>> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var translation = asked.Context.Translation;
        var text = asked.Text.Trim();
        if (text.Length == 0 || text.Length > limits.Value.QuestionLength)
        {
            throw new UserFacingException(text.Length == 0 ? translation.QuestionEmpty : translation.QuestionTooLong(limits.Value.QuestionLength));
        }

        var earlier = asked.Follows is { } id ? await answers.ConversationAsync(asked.Context.Guild, id, MostTurns, cancellationToken) : [];
        var result = await questions.AnswerAsync(
            new QuestionInContext(text, asked.Context.Guild) { ArticleId = asked.Article, Earlier = [.. earlier.Select(Turn)] }, cancellationToken);
        var answer = result.Answer;
        if (answer is Answer.Unavailable unavailable)
        {
            throw new UserFacingException(unavailable.Reason);
        }

        var given = asked.Kept.With(answer, translation) with { Asked = text, Question = result.Read.Text };
        var isKept = await keeper.TryKeepAsync(given, cancellationToken);
        var message = new AnswerMessage(given, await articles.CitedAsync(asked.Context.Guild, given, cancellationToken), translation)
        {
            WithQuestion = !asked.IsVisible,
            ModelFailed = answer.ModelFailed,
        };
        return Messages(message.Pages(), asked.IsPrivate, isKept ? buttons.Under(given, translation, canBeShared: asked.IsPrivate) : []);
    }

    /// <summary>The messages of these texts, without previews of their links.</summary>
    public static IReadOnlyList<OutgoingMessage> Messages(IReadOnlyList<string> pages, bool isPrivate, IReadOnlyList<Component> underLast) =>
    [
        .. pages.Select((page, i) => new OutgoingMessage
        {
            Content = page,
            Components = i == pages.Count - 1 ? underLast : null,
            Flags = MessageFlags.SuppressEmbeds | (isPrivate ? MessageFlags.Ephemeral : MessageFlags.None),
        }),
    ];

    private static ConversationTurn Turn(AnswerRecord before) => new(before.Question, before.IsProven ? [.. before.Citations.Select(citation => citation.Quote)] : [])
    {
        Article = before.Article,
        Cited = [.. before.Citations.Select(citation => new CitedParagraph(citation.Article, citation.Paragraph))],
    };
}
