using Bot.Answers.Conversations;
using Bot.Requests;
using Bot.Storage.Answers;

namespace Bot.Commands.Answers;

/// <summary>A question put to the bot, in whatever way it came.</summary>
/// <param name="Id">Discord's id of what brought it, an interaction or a message.</param>
/// <param name="Text">As it was typed; personal data.</param>
internal sealed record AskedQuestion(ulong Id, RequestContext Context, string Text)
{
    /// <summary>Id of the one article that is asked; null for all.</summary>
    public string? Article { get; init; }

    /// <summary>Whether only the person who asks sees the answer.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The answer that the question goes on from.</summary>
    public ulong? Follows { get; init; }

    /// <summary>What was written, without what stands around a question in a chat.</summary>
    public Utterance Heard { get; } = Utterance.Read(Text);

    /// <summary>Whether others can see the question where it was asked, as they can see a message.</summary>
    public bool IsVisible { get; init; }

    public AnswerRecord Kept => new(Id, Context.Guild, Context.Channel?.Value ?? 0, Context.Person?.Value ?? 0, Text, Text)
    {
        Article = Article,
        IsPrivate = IsPrivate,
        Follows = Follows,
    };
}
