using System.Globalization;
using Bot.Commands.Answers;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;
using Bot.Storage.Answers;

namespace Bot.Commands.Ask;

/// <summary>What the buttons under an answer do besides asking on: show context, take an opinion, share.</summary>
internal sealed class AnswerActions(AnswerStore answers, GuildArticles articles, AnswerButtons buttons, RequestContexts places)
{
    public Task ShowContextAsync(InteractionCall call, CancellationToken cancellationToken) => WithAnswerAsync(
        call, async (answer, place) => await ReplyPrivatelyAsync(call, await ContextAsync(answer, 1, place, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>The choice among several citations: shows another one in the same message.</summary>
    public Task ShowContextOfAsync(InteractionCall call, CancellationToken cancellationToken) => WithAnswerAsync(
        call, async (answer, place) => await call.UpdateAsync(await ContextAsync(answer, Chosen(call), place, cancellationToken), cancellationToken), cancellationToken);

    public Task TakeGoodAsync(InteractionCall call, CancellationToken cancellationToken) => WithAnswerAsync(
        call,
        async (answer, place) =>
        {
            await NoteAsync(answer, place, citation: 0, isGood: true, cancellationToken);
            await TellAsync(call, place.Translation.ThanksForGood, cancellationToken);
        },
        cancellationToken);

    /// <summary>Notes that something is wrong, and asks what.</summary>
    public Task TakeWrongAsync(InteractionCall call, CancellationToken cancellationToken) => WithAnswerAsync(
        call,
        async (answer, place) =>
        {
            var translation = place.Translation;
            await NoteAsync(answer, place, citation: 0, isGood: false, cancellationToken);
            var message = answer.IsProven && !answer.Citations.IsEmpty
                ? new OutgoingMessage
                {
                    Content = $"{translation.ThanksForWrong} {translation.WhatIsWrong}",
                    Components = buttons.ToChoose(AnswerButtons.WrongOf, answer, translation, translation.WholeAnswer, chosen: null),
                }
                : new OutgoingMessage { Content = translation.ThanksForWrong };
            await ReplyPrivatelyAsync(call, message, cancellationToken);
        },
        cancellationToken);

    public Task TakeWrongOfAsync(InteractionCall call, CancellationToken cancellationToken) => WithAnswerAsync(
        call,
        async (answer, place) =>
        {
            await NoteAsync(answer, place, Math.Clamp(Chosen(call), 0, answer.Citations.Length), isGood: false, cancellationToken);
            await call.UpdateAsync(new OutgoingMessage { Content = place.Translation.ThanksForWrong, Components = [] }, cancellationToken);
        },
        cancellationToken);

    /// <summary>Shows a private answer to everyone in the channel, once.</summary>
    public Task ShareAsync(InteractionCall call, CancellationToken cancellationToken) => WithAnswerAsync(
        call,
        async (answer, place) =>
        {
            var translation = place.Translation;
            if (place.Person?.Value != answer.Person)
            {
                await TellAsync(call, translation.OnlyAskerShares, cancellationToken);
                return;
            }

            if (!await answers.TryShareAsync(answer.Guild, answer.Id, cancellationToken))
            {
                await TellAsync(call, translation.AlreadyShared, cancellationToken);
                return;
            }

            try
            {
                await call.UpdateAsync(WithoutButton(call.Interaction), cancellationToken);
                foreach (var message in await SharedAsync(answer, call.Interaction.Invoker!.DisplayName, place, cancellationToken))
                {
                    await call.ReplyAsync(message, cancellationToken);
                }
            }
            catch (DiscordApiException)
            {
                await answers.UnshareAsync(answer.Guild, answer.Id, cancellationToken);
                throw;
            }
        },
        cancellationToken);

    /// <summary>Goes on with the answer that the button belongs to; says so where it is gone. Another guild's answer is none.</summary>
    private async Task WithAnswerAsync(InteractionCall call, Func<AnswerRecord, RequestContext, Task> act, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        if (await answers.GetAsync(place.Guild, AnswerButtons.AnswerIn(call.State), cancellationToken) is { } answer)
        {
            await act(answer, place);
        }
        else
        {
            await TellAsync(call, place.Translation.AnswerGone, cancellationToken);
        }
    }

    private async Task<OutgoingMessage> ContextAsync(AnswerRecord answer, int number, RequestContext place, CancellationToken cancellationToken)
    {
        var citation = answer.Citations[Math.Clamp(number, 1, answer.Citations.Length) - 1];
        var article = await articles.CitedAsync(place.Guild, citation.Article, citation.Version, cancellationToken);
        return new OutgoingMessage
        {
            Content = article is null ? place.Translation.ArticleRemoved : ContextMessage.Of(citation, article, place.Translation),
            Components = buttons.ToChoose(AnswerButtons.ContextOf, answer, place.Translation, whole: null, citation.Number),
            Flags = MessageFlags.SuppressEmbeds,
        };
    }

    private async Task<IReadOnlyList<OutgoingMessage>> SharedAsync(AnswerRecord answer, string person, RequestContext place, CancellationToken cancellationToken)
    {
        var message = new AnswerMessage(answer, await articles.CitedAsync(place.Guild, answer, cancellationToken), place.Translation)
        {
            WithQuestion = answer.Asked.Length > 0,
            Closing = place.Translation.SharedBy(DiscordText.EscapeInline(person)),
        };
        return message.Messages(isPrivate: false, buttons.Under(answer, place.Translation, canBeShared: false));
    }

    /// <summary>The message that the pressed button sits on, without it.</summary>
    private static OutgoingMessage WithoutButton(Interaction interaction) => new()
    {
        Components = MessageLayout.Without(interaction.Data!.CustomId!, interaction.Message?.Components ?? []),
        Flags = (interaction.Message?.Flags ?? MessageFlags.None) & MessageFlags.IsComponentsV2,
    };

    private async Task NoteAsync(AnswerRecord answer, RequestContext place, int citation, bool isGood, CancellationToken cancellationToken) =>
        await answers.AddFeedbackAsync(answer.Guild, new Feedback(answer.Id, place.Person?.Value ?? 0, citation, isGood), cancellationToken);

    private static int Chosen(InteractionCall call) =>
        call.Interaction.Data?.Values is [var value, ..] && int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Task TellAsync(InteractionCall call, string sentence, CancellationToken cancellationToken) =>
        ReplyPrivatelyAsync(call, new OutgoingMessage { Content = sentence }, cancellationToken);

    private static Task ReplyPrivatelyAsync(InteractionCall call, OutgoingMessage message, CancellationToken cancellationToken) =>
        call.ReplyAsync(message with { Flags = (message.Flags ?? MessageFlags.None) | MessageFlags.Ephemeral }, cancellationToken);
}
