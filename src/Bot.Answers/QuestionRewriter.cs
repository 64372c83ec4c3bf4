using System.Collections.Immutable;
using Bot.Answers.Conversations;
using Bot.Answers.Generation;

namespace Bot.Answers;

/// <summary>Reads a follow-up as a question that stands alone: by the model where there is one, and in every way that the rules allow.</summary>
/// <remarks>Keeps nothing itself: whoever holds the conversation hands in its turns, from memory or from where they are stored.</remarks>
/// <param name="model">Null when none is configured.</param>
public sealed class QuestionRewriter(ModelRewriter? model = null)
{
    /// <param name="earlier">Of the same conversation, oldest first.</param>
    /// <returns>At least one reading, the likeliest first; only the question as it is where nothing is to be added. Never throws for the model's sake.</returns>
    public async Task<ImmutableArray<Reading>> ReadAsync(Question question, IReadOnlyList<ConversationTurn> earlier, CancellationToken cancellationToken)
    {
        if (earlier.Count == 0 || FollowUp.StandsAlone(question.Text))
        {
            return [new Reading(question.Text, 1)];
        }

        var ruled = FollowUpReadings.Of(question.Text, earlier);
        return model is not null && await model.RewriteAsync(question, earlier, cancellationToken) is { } written
            ? [new Reading(written, 1), .. ruled.Where(reading => reading.Text != written).Select(reading => reading with { Prior = reading.Prior * ByRules })]
            : ruled;
    }

    // A model reads better than the rules, where it reads at all.
    private const double ByRules = 0.8;
}
