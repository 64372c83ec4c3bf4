using System.Collections.Immutable;

namespace Bot.Answers;

/// <summary>One question of a conversation and what answered it: all that later questions are read by, and all that has to be kept of it.</summary>
/// <param name="Question">In its stand-alone form, as <see cref="QuestionService"/> gave it; personal data.</param>
/// <param name="Evidence">The words that its answer cited, verbatim, in the order of the citations; none when the article did not say.</param>
public sealed record ConversationTurn(string Question, ImmutableArray<string> Evidence)
{
    /// <summary>Id of the one article that was asked; null for all.</summary>
    public string? Article { get; init; }

    /// <summary>Where the evidence stands, or what came nearest when the article did not say.</summary>
    public ImmutableArray<CitedParagraph> Cited { get; init; } = [];

    /// <summary>The article that a question which goes on from this one is put to first: the one asked, else the only one cited.</summary>
    public string? Subject => Article ?? (Cited.Select(cited => cited.Article).Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : null);

    /// <param name="standAlone">As it was read, with the article that was asked.</param>
    public static ConversationTurn Of(Question standAlone, Answer answer)
    {
        var citations = answer switch
        {
            Answer.Answered answered => answered.Citations,
            Answer.NotInArticle silent => silent.Nearest,
            _ => [],
        };
        return new ConversationTurn(standAlone.Text, answer is Answer.Answered ? [.. citations.Select(citation => citation.Quote)] : [])
        {
            Article = standAlone.ArticleId,
            Cited = [.. citations.Select(citation => new CitedParagraph(citation.ArticleId, citation.Paragraph))],
        };
    }
}

/// <param name="Article">Its id.</param>
/// <param name="Number">From 1.</param>
public readonly record struct CitedParagraph(string Article, int Number);
