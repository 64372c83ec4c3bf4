using Bot.Commands.Answers;
using Bot.Discord.Model;
using Bot.Storage.Answers;

namespace Bot.Commands.Ask;

/// <summary>Keeps a question whose answer failed, so that one press of a button asks it again.</summary>
internal sealed class RetryOffer(AnswerKeeper keeper, AnswerButtons buttons, TimeProvider time)
{
    // Whatever has ended the question does not end this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The button; nothing when the question cannot be kept.</summary>
    public async Task<IReadOnlyList<Component>> ForAsync(AskedQuestion asked)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return await keeper.TryKeepAsync(asked.Kept with { Outcome = AnswerOutcome.Failed }, patience.Token) ? buttons.ToRetry(asked.Id, asked.Context.Translation) : [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }
}
