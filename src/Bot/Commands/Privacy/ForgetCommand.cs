using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Hosting;
using Bot.Storage.Answers;

namespace Bot.Commands.Privacy;

/// <summary><c>/forget</c>: deletes everything that is kept of the person who asks for it, in every server.</summary>
internal sealed class ForgetCommand(AnswerStore answers, RequestContexts places)
{
    public static ApplicationCommand Definition { get; } = new()
    {
        Name = "forget",
        Description = "Delete what I keep of you: questions, conversations, opinions.",
    };

    public async Task HandleAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        await call.DeferAsync(ephemeral: true, cancellationToken);
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var count = place.Person is { } person ? await answers.ForgetAsync(person.Value, guild: null, cancellationToken) : 0;
        var sentence = count == 0 ? place.Translation.NothingToForget : place.Translation.Forgotten(count);
        await call.ReplyAsync(new OutgoingMessage { Content = sentence, Flags = MessageFlags.Ephemeral }, cancellationToken);
    }
}
