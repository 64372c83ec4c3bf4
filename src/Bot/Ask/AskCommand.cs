using System.Threading.RateLimiting;
using Bot.Answers;
using Bot.Articles;
using Bot.Configuration;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Library;
using Microsoft.Extensions.Options;

namespace Bot.Ask;

/// <param name="Article">Id or words of a headline; null for what is meant in the place, or all.</param>
/// <param name="Private">Whether only the person who asks sees the answer; null for what is usual in the place.</param>
internal sealed record AskOptions(string Question, string? Article, bool? Private)
{
    public static AskOptions Read(CommandOptions options) =>
        new(options.Text("question") ?? "", options.Text("article"), options.Boolean("private"));
}

/// <summary><c>/ask</c>: defer, pass the limits, answer, edit the reply.</summary>
internal sealed class AskCommand(Answerer answerer, GuildArticles articles, Places places, IOptions<LimitsOptions> limits, AskLimits askLimits)
{
    public async Task HandleAsync(InteractionCall call, AskOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var isPrivate = options.Private ?? place.PrivateByDefault;
        if (askLimits.Refusal(place) is { } refusal)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = refusal, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        await call.DeferAsync(isPrivate, cancellationToken);
        foreach (var page in await AnswerAsync(options.Question, options.Article, place, cancellationToken))
        {
            var flags = MessageFlags.SuppressEmbeds | (isPrivate ? MessageFlags.Ephemeral : MessageFlags.None);
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = flags }, cancellationToken);
        }
    }

    /// <returns>The texts of the messages to send, at least one.</returns>
    public async Task<IReadOnlyList<string>> AnswerAsync(string question, string? reference, Place place, CancellationToken cancellationToken)
    {
        var text = question.Trim();
        if (text.Length == 0 || text.Length > limits.Value.QuestionLength)
        {
            throw new UserFacingException(text.Length == 0 ? place.Phrases.QuestionEmpty : place.Phrases.QuestionTooLong(limits.Value.QuestionLength));
        }

        var article = reference is null ? place.DefaultArticle : (await articles.FindAsync(place, reference, cancellationToken)).Id;
        var answer = await answerer.AnswerAsync(new Question(text, place.Guild, article), cancellationToken);
        return AnswerMessage.Of(answer, await articles.CitedAsync(place.Guild, answer, cancellationToken));
    }
}

/// <summary>How many questions one person may ask in a minute.</summary>
internal sealed class AskLimits(IOptions<LimitsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Snowflake> _perUser = PartitionedRateLimiter.Create<Snowflake, Snowflake>(user =>
        RateLimitPartition.GetSlidingWindowLimiter(user, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.QuestionsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>Null when the question may be asked, else what to tell the person.</summary>
    public string? Refusal(Place place)
    {
        if (place.Person is not { } known)
        {
            return null;
        }

        using var lease = _perUser.AttemptAcquire(known);
        return lease.IsAcquired ? null : place.Phrases.TooManyQuestions(options.Value.QuestionsPerMinute);
    }

    public void Dispose() => _perUser.Dispose();
}
