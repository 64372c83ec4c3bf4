using System.Globalization;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;

namespace Bot.Commands.Ask;

/// <summary>To a message that holds nothing but a file or a link: offers to read it. Pressing the button reads it.</summary>
internal sealed class ReadingOffer(ArticleAdding adding, DiscordRest rest, RequestContexts places, SignedCustomIds customIds)
{
    public const string Read = "read";

    private const int Primary = 1;
    private const int LongestName = 80;

    /// <summary>Null where there is neither.</summary>
    public OutgoingMessage? Offer(Message message, RequestContext place)
    {
        var what = message.Attachments is [var file, ..] ? file.Filename : AskAboutCommand.AddressIn(message);
        if (what is null)
        {
            return null;
        }

        var button = new Component
        {
            Type = ComponentType.Button,
            Style = Primary,
            Label = place.Translation.ReadIt,
            CustomId = customIds.Create(Read, message.Id.ToString(), place.Person),
        };
        return MessageLayout.Of(
            place.Translation.OfferToRead(DiscordText.EscapeInline(SourceNote.Shortened(what, LongestName))),
            "",
            MessageLayout.Shown,
            isPrivate: false,
            [new Component { Type = ComponentType.ActionRow, Components = [button] }]);
    }

    /// <summary>The button: the message is looked up again, since the address of a file expires.</summary>
    public async Task ReadAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await adding.AddAsync(call, place, async () => await FindAsync(call, cancellationToken), cancellationToken);
    }

    /// <summary>Null where the message is gone or holds neither any more.</summary>
    private async Task<AddOptions?> FindAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        try
        {
            return call.Interaction.ChannelId is { } channel && ulong.TryParse(call.State, CultureInfo.InvariantCulture, out var id)
                && await rest.GetMessageAsync(channel, new Snowflake(id), cancellationToken) is { } message
                ? new AddOptions(AskAboutCommand.AddressIn(message), message.Attachments is [var file, ..] ? file : null)
                : null;
        }
        catch (DiscordApiException)
        {
            return null;
        }
    }
}
