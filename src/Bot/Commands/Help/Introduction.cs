using Bot.Commands.Answers;
using Bot.Commands.Library;
using Bot.Discord.Rest;
using Bot.Messages;
using Bot.Requests;

namespace Bot.Commands.Help;

/// <summary>What the bot can do, with questions to press that the article meant in this very channel answers.</summary>
internal sealed class Introduction(GuildArticles articles, ExampleQuestions examples, CommandMentions commands, AnswerButtons buttons)
{
    /// <param name="greets">Whether it answers a greeting.</param>
    public async Task<OutgoingMessage> OfAsync(RequestContext place, bool isPrivate, bool greets, CancellationToken cancellationToken)
    {
        var article = await articles.MeantAsync(place, cancellationToken);
        IReadOnlyList<string> questions = article is null ? [] : examples.Of(article);
        var help = place.Translation.Help(commands.Of);
        return MessageLayout.Of(
            greets ? $"{place.Translation.Hello} {help}" : help,
            questions.Count == 0 ? "" : $"-# {place.Translation.TryHere}",
            MessageLayout.Shown,
            isPrivate,
            buttons.Instead(questions, article?.Id, refused: null, place.Translation));
    }
}
