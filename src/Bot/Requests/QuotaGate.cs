using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Threading.RateLimiting;
using Bot.Answers.Generation;
using Bot.Articles;
using Bot.Configuration;
using Bot.Search.Vectors;
using Bot.Storage.Guilds;
using Microsoft.Extensions.Options;

namespace Bot.Requests;

/// <summary>Who may ask now, who waits for a turn, and who is told when to come back. Counted in the record, for all processes together.</summary>
internal sealed partial class QuotaGate : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // Others wait for their turn meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private readonly QuotaStore _quotaStore;
    private readonly LimitsOptions _limits;
    private readonly ModelOptions _model;
    private readonly TokenBudget _budget;
    private readonly SentenceModel _sentences;
    private readonly TimeProvider _time;
    private readonly ILogger<QuotaGate> _logger;
    private readonly ConcurrencyLimiter _turns;
    private readonly AsyncLocal<Asking?> _asking = new();

    public QuotaGate(
        QuotaStore quotaStore, IOptions<LimitsOptions> limits, IOptions<ModelOptions> model, TokenBudget budget, SentenceModel sentences, TimeProvider time, ILogger<QuotaGate> logger)
    {
        (_quotaStore, _limits, _model, _budget, _sentences, _time, _logger) = (quotaStore, limits.Value, model.Value, budget, sentences, time, logger);
        _turns = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = _limits.AtOnce(_model.IsConfigured),
            QueueLimit = _limits.QuestionsWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });

        // While others wait, a question is read by its words alone.
        _sentences.Waiting = () => _turns.GetStatistics()?.CurrentQueuedCount ?? 0;
        _budget.Spent = Spend;
        _budget.Shared = _ => _asking.Value?.Exhausted;
    }

    private sealed record Asking(RequestContext Context)
    {
        /// <summary>The setting that keeps this question from the model; null when none does.</summary>
        public string? Exhausted { get; set; }
    }

    /// <summary>After the announcement: waits until it is this question's turn, and counts it. What it uses of the model from now on is counted for the person and
    /// the guild.</summary>
    /// <returns>To be disposed of when the question is answered, before the answer is sent.</returns>
    /// <exception cref="UserFacingException">Too many are waiting, or the person or the guild has asked as much as they may.</exception>
    public Task<IDisposable> TurnAsync(RequestContext place, CancellationToken cancellationToken)
    {
        // Set here and not in the asynchronous part, so that it holds for the caller too.
        var asking = new Asking(place);
        _asking.Value = asking;
        return WaitAsync(asking, cancellationToken);
    }

    public void Dispose()
    {
        (_budget.Spent, _budget.Shared, _sentences.Waiting) = (null, null, null);
        _turns.Dispose();
    }

    private async Task<IDisposable> WaitAsync(Asking asking, CancellationToken cancellationToken)
    {
        var lease = await _turns.AcquireAsync(1, cancellationToken);
        try
        {
            if ((lease.IsAcquired ? await RefusalAsync(asking.Context, cancellationToken) : asking.Context.Translation.TooBusy) is { } refusal)
            {
                throw new UserFacingException(refusal);
            }

            asking.Exhausted = _model.IsConfigured ? await ExhaustedAsync(asking.Context, cancellationToken) : null;
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <summary>Null when the question may be asked, else what to tell the person.</summary>
    /// <remarks>A record that does not answer in time refuses nobody.</remarks>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with the record, the person is to be answered.")]
    private async Task<string?> RefusalAsync(RequestContext place, CancellationToken cancellationToken)
    {
        try
        {
            List<Quota> own = OfPerson(place);
            return await _quotaStore.TakeAsync([.. own, .. OfGuild(place)], cancellationToken).WaitAsync(Patience, _time, cancellationToken) switch
            {
                null => null,
                { Of: var of } shortage when own.Contains(of) => place.Translation.TooManyOfYours(When(shortage.Until)),
                var shortage => place.Translation.TooManyHere(When(shortage.Until)),
            };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotCounted(_logger, failure);
            return null;
        }
    }

    private async Task<string?> ExhaustedAsync(RequestContext place, CancellationToken cancellationToken)
    {
        foreach (var (allowance, setting) in Tokens(place))
        {
            if (await _quotaStore.RoomAtAsync(allowance, cancellationToken) is not null)
            {
                return setting;
            }
        }

        return null;
    }

    private void Spend(GuildId guild, long tokens)
    {
        if (_asking.Value is { } asking)
        {
            _ = SpendAsync(asking.Context, tokens);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The question is answered already; a count that is lost costs a few tokens.")]
    private async Task SpendAsync(RequestContext place, long tokens)
    {
        try
        {
            foreach (var (allowance, _) in Tokens(place))
            {
                await _quotaStore.SpendAsync(allowance, tokens, CancellationToken.None);
            }
        }
        catch (Exception failure)
        {
            Log.NotCounted(_logger, failure);
        }
    }

    private List<Quota> OfPerson(RequestContext place) => place.Person is not { } person ? [] :
    [
        new("questions of a person in a minute", person.Value, _limits.QuestionsPerMinute, TimeSpan.FromMinutes(1)),
        new("questions of a person in an hour", person.Value, place.Settings.QuestionsPerPerson ?? _limits.QuestionsPerPersonPerHour, TimeSpan.FromHours(1)),
    ];

    private List<Quota> OfGuild(RequestContext place) => !place.IsServer ? [] :
        [new("questions of a guild in a day", place.Guild.Value, place.Settings.QuestionsPerGuild ?? _limits.QuestionsPerGuildPerDay, Day)];

    private IEnumerable<(Quota Quota, string Setting)> Tokens(RequestContext place)
    {
        if (place.Person is { } person && _limits.TokensPerPersonPerDay > 0)
        {
            yield return (new("tokens of a person in a day", person.Value, _limits.TokensPerPersonPerDay, Day), "Limits:TokensPerPersonPerDay");
        }

        if (_model.TokensPerGuildPerDay > 0)
        {
            yield return (new("tokens of a guild in a day", place.Guild.Value, _model.TokensPerGuildPerDay, Day), "Model:TokensPerGuildPerDay");
        }
    }

    /// <summary>As Discord shows it in each reader's words: “in 3 minutes”.</summary>
    private static string When(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds() + (moment.Millisecond > 0 ? 1 : 0)}:R>");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "What is used could not be counted; nobody is refused for it")]
        public static partial void NotCounted(ILogger logger, Exception failure);
    }
}
