using System.Collections.Immutable;

namespace Bot.Answers.Conversations;

/// <summary>One question of a conversation and what answered it: all that later questions are read by, and all that has to be kept of it.</summary>
/// <param name="Question">In its stand-alone form, as <see cref="QuestionRewriter"/> gave it; personal data.</param>
/// <param name="Evidence">The words that its answer cited, verbatim, in the order of the citations; none when the article did not say.</param>
public sealed record ConversationTurn(string Question, ImmutableArray<string> Evidence)
{
    public static ConversationTurn Of(Question standAlone, Answer answer) =>
        new(standAlone.Text, answer is Answer.Answered answered ? [.. answered.Citations.Select(citation => citation.Quote)] : []);
}
