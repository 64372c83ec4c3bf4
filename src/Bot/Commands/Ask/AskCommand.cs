using Bot.Answers.Conversations;
using Bot.Answers.Generation;
using Bot.Commands.Answers;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Requests;
using Bot.Storage.Answers;
using Microsoft.Extensions.Options;

namespace Bot.Commands.Ask;

/// <param name="Article">Id or words of a headline; null for what is meant in the place, or all.</param>
/// <param name="Private">Whether only the person who asks sees the answer; null for what is usual in the place.</param>
internal sealed record AskOptions(string Question, string? Article, bool? Private)
{
    public static AskOptions Read(CommandOptions options) =>
        new(options.Text("question") ?? "", options.Text("article"), options.Boolean("private"));
}

/// <summary><c>/ask</c>, a follow-up and a second try: defer, pass the limits, answer, edit the reply.</summary>
internal sealed class AskCommand(
    QuestionDesk desk, GuildArticles articles, AnswerStore answers, AnswerButtons buttons, RetryOffer retry, RequestContexts places, QuotaGate quotaGate, IOptions<ModelOptions> model)
{
    public async Task HandleAsync(InteractionCall call, AskOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var asked = new AskedQuestion(call.Interaction.Id.Value, place, options.Question) { IsPrivate = options.Private ?? place.PrivateByDefault };
        await AnswerAsync(call, asked, async () => asked with { Article = await ArticleAsync(place, options.Article, cancellationToken) }, cancellationToken);
    }

    /// <summary>The button: opens the form.</summary>
    public async Task OpenFollowUpAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var translation = (await places.OfAsync(call.Interaction, cancellationToken)).Translation;
        await call.ShowModalAsync(buttons.QuestionForm(AnswerButtons.FollowUp, call.State, translation.FollowUpTitle, translation, translation.FollowUpExample), cancellationToken);
    }

    /// <summary>The form: asks on from the answer whose button opened it.</summary>
    public async Task FollowUpAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        if (await answers.GetAsync(place.Guild, AnswerButtons.AnswerIn(call.State), cancellationToken) is not { } before)
        {
            await TellAsync(call, place.Translation.AnswerGone, cancellationToken);
            return;
        }

        var asked = new AskedQuestion(call.Interaction.Id.Value, place, call.Typed("question") ?? "") { Follows = before.Id, IsPrivate = IsPrivate(call) };
        await AnswerAsync(call, asked, () => Task.FromResult(asked), cancellationToken);
    }

    /// <summary>The button under a failure: asks the same again.</summary>
    public async Task RetryAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        if (await answers.GetAsync(place.Guild, AnswerButtons.AnswerIn(call.State), cancellationToken) is not { } failed)
        {
            await TellAsync(call, place.Translation.RetryGone, cancellationToken);
            return;
        }

        var asked = new AskedQuestion(call.Interaction.Id.Value, place, failed.Asked) { Article = failed.Article, Follows = failed.Follows, IsPrivate = IsPrivate(call) };
        await AnswerAsync(call, asked, () => Task.FromResult(asked), cancellationToken);
    }

    /// <summary>The button under an answer that did not say: asks all articles the same.</summary>
    public async Task AskAllAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        if (await answers.GetAsync(place.Guild, AnswerButtons.AnswerIn(call.State), cancellationToken) is not { } refused)
        {
            await TellAsync(call, place.Translation.RetryGone, cancellationToken);
            return;
        }

        var asked = new AskedQuestion(call.Interaction.Id.Value, place, refused.Question) { IsPrivate = IsPrivate(call) };
        await AnswerAsync(call, asked, () => Task.FromResult(asked), cancellationToken);
    }

    /// <summary>A question on a button: asks what stands there.</summary>
    public async Task ExampleAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var asked = new AskedQuestion(call.Interaction.Id.Value, place, AnswerButtons.LabelOfPressed(call.Interaction) ?? "")
        {
            Article = AnswerButtons.ArticleIn(call.State),
            IsPrivate = IsPrivate(call),
        };
        await AnswerAsync(call, asked, () => Task.FromResult(asked), cancellationToken);
    }

    /// <param name="prepare">What may take longer than the first answer may.</param>
    public async Task AnswerAsync(InteractionCall call, AskedQuestion asked, Func<Task<AskedQuestion>> prepare, CancellationToken cancellationToken)
    {
        desk.Check(asked);

        // What the bot can do is nothing for the whole channel.
        asked = asked with { IsPrivate = asked.IsPrivate || asked.Heard.Kind is UtteranceKind.Greeting or UtteranceKind.Introduction };
        await call.DeferAsync(asked.IsPrivate, cancellationToken);
        try
        {
            if (model.Value.IsConfigured)
            {
                call.WaitsFor(asked.Context.Translation.IsWriting);
            }

            foreach (var message in await AnswerAsync((await prepare()) with { IsPrivate = asked.IsPrivate }, cancellationToken))
            {
                await call.ReplyAsync(message, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is not (UserFacingException or InteractionTakenException or InteractionLostException))
        {
            throw new InteractionFailedException(await retry.ForAsync(asked), failure);
        }
    }

    private async Task<IReadOnlyList<OutgoingMessage>> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        using var turn = await quotaGate.TurnAsync(asked.Context, cancellationToken);
        return await desk.AnswerAsync(asked, cancellationToken);
    }

    /// <param name="reference">Id or words of a headline; null for what the channel is about.</param>
    /// <returns>Id of the one article that is meant; null for all.</returns>
    private async Task<string?> ArticleAsync(RequestContext place, string? reference, CancellationToken cancellationToken) =>
        reference is null ? await articles.DefaultAsync(place, cancellationToken) : (await articles.FindAsync(place, reference, cancellationToken)).Id;

    private static Task TellAsync(InteractionCall call, string sentence, CancellationToken cancellationToken) =>
        call.ReplyAsync(new OutgoingMessage { Content = sentence, Flags = MessageFlags.Ephemeral }, cancellationToken);

    /// <summary>What goes on from a message that one person sees is seen by that person alone.</summary>
    private static bool IsPrivate(InteractionCall call) => call.Interaction.Message?.Flags.HasFlag(MessageFlags.Ephemeral) == true;
}
