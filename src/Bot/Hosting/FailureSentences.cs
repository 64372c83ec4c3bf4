using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Requests;

namespace Bot.Hosting;

/// <summary>What people read when their interaction fails: the sentence of the failure where it has one, in the language of the place where not.</summary>
internal sealed class FailureSentences(RequestContexts places) : IFailureSentences
{
    public string? Explain(Exception failure) => (failure as UserFacingException)?.Message;

    public ValueTask<InteractionSentences> OfAsync(Interaction interaction, CancellationToken cancellationToken) => places.SentencesAsync(interaction, cancellationToken);
}
