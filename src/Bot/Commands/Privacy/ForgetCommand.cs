using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Requests;
using Bot.Storage.Answers;

namespace Bot.Commands.Privacy;

/// <summary><c>/forget</c>: deletes everything that is kept of the person who asks for it, in every server.</summary>
internal sealed class ForgetCommand(AnswerStore answers, IArticleLibrary library, RequestContexts places, SignedCustomIds customIds)
{
    public const string Forget = "forget";
    public const string Keep = "forget-keep";

    private const int Danger = 4;
    private const int Quiet = 2;

    public static ApplicationCommand Definition { get; } = new()
    {
        Name = "forget",
        Description = "Delete what I keep of you: questions, conversations, opinions.",
    };

    /// <summary>Asks first: nothing brings it back.</summary>
    public async Task HandleAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await call.ReplyAsync(
            new OutgoingMessage
            {
                Content = place.Translation.ReallyForget,
                Components = [new() { Type = ComponentType.ActionRow, Components = [Button(Forget, Danger, place.Translation.Forget), Button(Keep, Quiet, place.Translation.Keep)] }],
                Flags = MessageFlags.Ephemeral,
            },
            cancellationToken);

        Component Button(string action, int style, string label) =>
            new() { Type = ComponentType.Button, Style = style, Label = label, CustomId = customIds.Create(action, "", place.Person) };
    }

    public async Task ForgetAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var count = place.Person is { } person ? await ForgetAsync(person.Value, cancellationToken) : 0;
        await call.UpdateAsync(
            new OutgoingMessage { Content = count == 0 ? place.Translation.NothingToForget : place.Translation.Forgotten(count), Components = [] }, cancellationToken);
    }

    public async Task KeepAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await call.UpdateAsync(new OutgoingMessage { Content = place.Translation.NothingForgotten, Components = [] }, cancellationToken);
    }

    /// <summary>Questions, answers and opinions in every server, and the articles that nobody else can ask about.</summary>
    private async Task<int> ForgetAsync(ulong person, CancellationToken cancellationToken)
    {
        // The answers first: those that quote an article go with it, uncounted.
        var forgotten = await answers.ForgetAsync(person, guild: null, cancellationToken);
        var own = GuildId.OfPerson(person);
        foreach (var listing in (await library.ListAsync(own, cancellationToken)).Where(listing => listing.Guild == own))
        {
            forgotten += await library.RemoveAsync(own, listing.Id, cancellationToken) ? 1 : 0;
        }

        return forgotten;
    }
}
