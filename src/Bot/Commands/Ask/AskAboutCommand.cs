using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Commands.Answers;
using Bot.Commands.Library;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Requests;

namespace Bot.Commands.Ask;

/// <summary>“Ask about this article” in the menu of a message: a form for the question, then the answer from the article behind the message's link, which is
/// read first where it is not here yet.</summary>
internal sealed partial class AskAboutCommand(AskCommand ask, ArticleIntake intake, IArticleLibrary library, GuildArticles articles, AnswerButtons buttons, RequestContexts places)
{
    public const string Name = "Ask about this article";

    /// <summary>The action of the form.</summary>
    public const string Action = "ask-about";

    // A longer one does not fit into the form's field.
    private const int LongestAddress = 2000;

    public async Task OpenAsync(InteractionCall call, Message message, CancellationToken cancellationToken)
    {
        var translation = (await places.OfAsync(call.Interaction, cancellationToken)).Translation;
        if (AddressIn(message) is not { } address)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = translation.NoLinkInMessage, Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        // The form carries the address, since reading may take longer than a form may be waited for.
        var form = buttons.QuestionForm(Action, "", translation.AskAboutTitle, translation, example: null, AnswerButtons.Filled("address", translation.AddressLabel, address));
        await call.ShowModalAsync(form, cancellationToken);
    }

    public async Task AskAsync(InteractionCall call, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        var address = call.Typed("address")?.Trim() ?? "";
        var known = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? await articles.KnownAsync(place.Guild, uri, cancellationToken) : null;

        // Reading adds to the server's articles, which is for whoever may do so; what is there may be asked by everybody.
        if (known is null && place.AddingRefusal is { } refusal)
        {
            await call.ReplyAsync(new OutgoingMessage { Content = $"{place.Translation.NotReadYet} {refusal}", Flags = MessageFlags.Ephemeral }, cancellationToken);
            return;
        }

        var asked = new AskedQuestion(call.Interaction.Id.Value, place, call.Typed("question") ?? "") { IsPrivate = place.PrivateByDefault };
        await ask.AnswerAsync(call, asked, async () => asked with { Article = known ?? await ReadAsync(place, address, cancellationToken) }, cancellationToken);
    }

    private async Task<string> ReadAsync(RequestContext place, string address, CancellationToken cancellationToken)
    {
        await articles.EnsureRoomAsync(place, cancellationToken);
        var (article, original) = await place.Translation.ExplainingAsync(() => intake.FromUrlAsync(address, cancellationToken));
        return (await library.AddAsync(place.Guild, article, original, cancellationToken)).Article.Id;
    }

    /// <summary>The first address in a message, or that of its first preview; null when there is none.</summary>
    public static string? AddressIn(Message message) =>
        Address().Matches(message.Content).Select(match => match.Value)
            .Concat(message.Embeds.Select(embed => embed.Url).OfType<string>())
            .FirstOrDefault(address => address.Length <= LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out _));

    // Without what ends a sentence, a bracket or Discord's own angle brackets around it.
    [GeneratedRegex("""https?://[^\s<>"]*[^\s<>"'.,;:!?)\]]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();
}
