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

/// <summary>From a question to the messages that answer it: (1) make it stand alone, (2) answer it, (3) keep the answer for its buttons, (4) write it down.</summary>
internal sealed class QuestionDesk(
    Answerer answerer, QuestionRewriter rewriter, AnswerStore answers, AnswerKeeper keeper, GuildArticles articles, AnswerButtons buttons, IOptions<LimitsOptions> limits)
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
        var turns = earlier.Select(turn => new ConversationTurn(turn.Question, turn.IsProven ? [.. turn.Citations.Select(citation => citation.Quote)] : []));
        var question = (await rewriter.RewriteAsync(new Question(text, asked.Context.Guild), [.. turns], cancellationToken)).Text;
        var answer = await AskAsync(question, asked, earlier.LastOrDefault(), cancellationToken);
        if (answer is Answer.Unavailable unavailable)
        {
            throw new UserFacingException(unavailable.Reason);
        }

        var given = asked.Kept.With(answer, translation) with { Asked = text, Question = question };
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

    /// <summary>A question that goes on from an answer is put to that answer's article first, and to all only where it does not say.</summary>
    private async Task<Answer> AskAsync(string question, AskedQuestion asked, AnswerRecord? before, CancellationToken cancellationToken)
    {
        var guild = asked.Context.Guild;
        if ((asked.Article ?? before?.Article) is { } named)
        {
            return await answerer.AnswerAsync(new Question(question, guild, named), cancellationToken);
        }

        if (before?.Citations.Select(citation => citation.Article).Distinct(StringComparer.Ordinal).ToList() is [var cited])
        {
            var there = await answerer.AnswerAsync(new Question(question, guild, cited), cancellationToken);
            if (there is Answer.Answered)
            {
                return there;
            }
        }

        return await answerer.AnswerAsync(new Question(question, guild), cancellationToken);
    }
}
