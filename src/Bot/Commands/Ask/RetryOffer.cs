using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Hosting;
using Bot.Storage.Answers;

namespace Bot.Commands.Ask;

/// <summary>Keeps a question whose answer failed, so that one press of a button asks it again.</summary>
internal sealed class RetryOffer(AnswerKeeper keeper, AnswerButtons buttons)
{
    /// <summary>The button for what the call was about; nothing when that was no question or it cannot be kept.</summary>
    public Task<IReadOnlyList<Component>> ForAsync(InteractionCall call, CancellationToken cancellationToken) =>
        call.Subject is AskedQuestion asked ? ForAsync(asked, cancellationToken) : Task.FromResult<IReadOnlyList<Component>>([]);

    public async Task<IReadOnlyList<Component>> ForAsync(AskedQuestion asked, CancellationToken cancellationToken) =>
        await keeper.TryKeepAsync(asked.Kept with { Outcome = AnswerOutcome.Failed }, cancellationToken) ? buttons.ToRetry(asked.Id, asked.Context.Translation) : [];
}
