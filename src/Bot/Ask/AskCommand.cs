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

/// <param name="Article">Id or words of a headline; null for all.</param>
/// <param name="Private">Whether only the person who asks sees the answer.</param>
internal sealed record AskOptions(string Question, string? Article, bool Private)
{
    public static AskOptions Read(CommandOptions options) =>
        new(options.Text("question") ?? "", options.Text("article"), options.Boolean("private") ?? false);
}

/// <summary><c>/ask</c>: defer, pass the limits, answer, edit the reply.</summary>
internal sealed class AskCommand(Answerer answerer, GuildArticles articles, IOptions<LimitsOptions> limits, AskLimits askLimits)
{
    public async Task HandleAsync(InteractionCall call, AskOptions options, CancellationToken cancellationToken)
    {
        if (askLimits.Refusal(call.Interaction.Invoker?.Id) is { } refusal)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = refusal, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        await call.DeferAsync(options.Private, cancellationToken);
        foreach (var page in await AnswerAsync(options.Question, options.Article, GuildArticles.Of(call.Interaction), cancellationToken))
        {
            var flags = MessageFlags.SuppressEmbeds | (options.Private ? MessageFlags.Ephemeral : MessageFlags.None);
            await call.ReplyAsync(new OutgoingMessage { Content = page, Flags = flags }, cancellationToken);
        }
    }

    /// <returns>The texts of the messages to send, at least one.</returns>
    public async Task<IReadOnlyList<string>> AnswerAsync(string question, string? reference, GuildId guild, CancellationToken cancellationToken)
    {
        var text = question.Trim();
        if (text.Length == 0 || text.Length > limits.Value.QuestionLength)
        {
            throw new UserFacingException(text.Length == 0
                ? "Your question is empty. Ask something like: When was NATO formed?"
                : $"Your question is too long; the limit is {limits.Value.QuestionLength} characters. Ask something shorter.");
        }

        var article = reference is null ? null : await articles.FindAsync(guild, reference, cancellationToken);
        var answer = await answerer.AnswerAsync(new Question(text, guild, article?.Id), cancellationToken);
        return AnswerMessage.Of(answer, await articles.CitedAsync(guild, answer, cancellationToken));
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
    public string? Refusal(Snowflake? user)
    {
        if (user is not { } known)
        {
            return null;
        }

        using var lease = _perUser.AttemptAcquire(known);
        return lease.IsAcquired ? null : $"You have asked {options.Value.QuestionsPerMinute} questions within a minute. Please wait a little and ask again.";
    }

    public void Dispose() => _perUser.Dispose();
}
