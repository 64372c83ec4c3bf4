using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Answers.Verification.Evidence;

/// <summary>What statements and the sentences that they rely on mean, by the bot's sentence model.</summary>
public interface IStatementVectors
{
    /// <returns>Null when it is to be judged by words alone: there is no model, or too much to do.</returns>
    UnitVector? VectorOf(string statement);

    /// <param name="article">Null for a paragraph of none.</param>
    /// <param name="sentence">Index in the paragraph.</param>
    UnitVector? VectorOf(Article? article, Paragraph paragraph, int sentence);
}
