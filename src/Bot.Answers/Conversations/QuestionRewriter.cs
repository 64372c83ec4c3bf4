using Bot.Answers.Generation;

namespace Bot.Answers.Conversations;

/// <summary>Makes a follow-up a question that stands alone: with the model where there is one, by rules where there is none or it fails.</summary>
/// <remarks>Keeps nothing itself: whoever holds the conversation hands in its turns, from memory or from where they are stored.</remarks>
/// <param name="model">Null when none is configured.</param>
public sealed class QuestionRewriter(ModelRewriter? model = null)
{
    /// <param name="earlier">Of the same conversation, oldest first.</param>
    /// <returns>The question as somebody would ask it who had not heard the earlier ones; as it was where nothing is to be added. Never throws for the model's sake.</returns>
    public async Task<Question> RewriteAsync(Question question, IReadOnlyList<ConversationTurn> earlier, CancellationToken cancellationToken)
    {
        if (earlier.Count == 0 || FollowUpRules.StandsAlone(question.Text))
        {
            return question;
        }

        var written = model is null ? null : await model.RewriteAsync(question, earlier, cancellationToken);
        return question with { Text = written ?? FollowUpRules.StandAlone(question.Text, earlier) };
    }
}
