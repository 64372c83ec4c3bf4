using System.Collections.Immutable;
using Bot.Answers;
using Bot.Answers.Conversations;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Commands.Answers;
using Bot.Commands.Help;
using Bot.Commands.Library;
using Bot.Commands.Summaries;
using Bot.Configuration;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Storage.Answers;
using Microsoft.Extensions.Options;

namespace Bot.Commands.Ask;

/// <summary>From a question to the messages that answer it: (1) answer it where it was asked, (2) keep the answer for its buttons, (3) write it down. What is no
/// question gets what it asks for all the same: a summary, or what the bot can do.</summary>
internal sealed class QuestionDesk(
    QuestionService questions,
    SummaryDesk summaries,
    Introduction introduction,
    ExampleQuestions examples,
    AnswerStore answers,
    AnswerKeeper keeper,
    GuildArticles articles,
    AnswerButtons buttons,
    IOptions<LimitsOptions> limits)
{
    private const int MostTurns = 4;

    // Of a button, in Discord.
    private const int LongestLabel = 80;

    /// <exception cref="UserFacingException">The question is empty or too long.</exception>
    public void Check(AskedQuestion asked)
    {
        if (asked.Text.Length > limits.Value.QuestionLength)
        {
            throw new UserFacingException(asked.Context.Translation.QuestionTooLong(limits.Value.QuestionLength));
        }

        if (asked.Heard.Kind == UtteranceKind.Nothing)
        {
            throw new UserFacingException(asked.Context.Translation.QuestionEmpty);
        }
    }

    /// <returns>The messages to send, at least one; the last carries the buttons.</returns>
    /// <exception cref="UserFacingException">The question cannot be answered as it is.</exception>
    public async Task<IReadOnlyList<OutgoingMessage>> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        Check(asked);
        if (asked.Heard.Kind is UtteranceKind.Greeting or UtteranceKind.Introduction)
        {
            return [await introduction.OfAsync(asked.Context, asked.IsPrivate, asked.Heard.Kind == UtteranceKind.Greeting, cancellationToken)];
        }

        var earlier = asked.Follows is { } id ? await answers.ConversationAsync(asked.Context.Guild, id, MostTurns, cancellationToken) : [];
        return asked.Heard.Kind == UtteranceKind.Overview && await OverviewedAsync(asked, earlier.LastOrDefault(), cancellationToken) is { } article
            ? await summaries.SummarizeAsync(new AskedQuestion(asked.Id, asked.Context, "") { IsPrivate = asked.IsPrivate, Follows = asked.Follows }, article, SummaryLength.Brief, cancellationToken)
            : await AnswerAsync(asked, earlier, cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingMessage>> AnswerAsync(AskedQuestion asked, ImmutableArray<AnswerRecord> earlier, CancellationToken cancellationToken)
    {
        var (translation, text) = (asked.Context.Translation, asked.Heard.Question);
        var result = await questions.AnswerAsync(
            new QuestionInContext(text, asked.Context.Guild) { ArticleId = asked.Article, Earlier = [.. earlier.Select(Turn)] }, cancellationToken);
        var answer = result.Answer;
        if (answer is Answer.Unavailable unavailable)
        {
            throw new UserFacingException(unavailable.Reason);
        }

        var given = (asked.Kept with { Asked = text, Question = result.Read.Text }).With(answer, translation);
        var isKept = await keeper.TryKeepAsync(given, cancellationToken);
        var (instead, hasExamples, isOnly) = given.IsProven ? ([], false, true) : await InsteadAsync(given, asked, result.Alternatives, isKept, cancellationToken);
        var message = new AnswerMessage(given, await articles.CitedAsync(asked.Context.Guild, given, cancellationToken), translation)
        {
            WithQuestion = !asked.IsVisible,
            ModelFailed = answer.ModelFailed,
            IsOnlyArticle = isOnly,
            WithExamples = hasExamples,
            AskedIn = (answer as Answer.NotInArticle)?.AskedIn,
        };
        return message.Messages(asked.IsPrivate, [.. instead, .. isKept ? buttons.Under(given, translation, canBeShared: asked.IsPrivate) : []]);
    }

    /// <summary>What can be asked in place of a question that has no answer: the other ways to read a follow-up, else what the same article does answer, and all articles where one was asked.</summary>
    private async Task<(IReadOnlyList<Component> Rows, bool HasExamples, bool IsOnlyArticle)> InsteadAsync(
        AnswerRecord refused, AskedQuestion asked, ImmutableArray<string> alternatives, bool isKept, CancellationToken cancellationToken)
    {
        var isOnly = await articles.CountAsync(asked.Context.Guild, cancellationToken) < 2;
        var article = refused.Article is { } one ? await articles.OfIdAsync(asked.Context.Guild, one, cancellationToken) : await articles.MeantAsync(asked.Context, cancellationToken);
        string[] readings = [.. alternatives.Where(question => question.Length <= LongestLabel)];
        IReadOnlyList<string> questions = readings.Length > 0 ? readings : article is null ? [] : examples.Of(article);
        return (buttons.Instead(questions, article?.Id, isKept && !isOnly && refused.Article is not null ? refused.Id : null, asked.Context.Translation), questions.Count > 0, isOnly);
    }

    /// <summary>The article whose overview is asked for: the one that is asked, else the one that the answer before was from, else the one that is meant here.</summary>
    private async Task<Article?> OverviewedAsync(AskedQuestion asked, AnswerRecord? before, CancellationToken cancellationToken) =>
        (asked.Article ?? before?.Article ?? before?.Citations.FirstOrDefault()?.Article) is { } id && await articles.OfIdAsync(asked.Context.Guild, id, cancellationToken) is { } article
            ? article
            : await articles.MeantAsync(asked.Context, cancellationToken);

    /// <summary>Messages of a text each, without previews of their links.</summary>
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
