using System.Collections.Immutable;
using Bot.Answers.Extractive;
using Bot.Articles;
using Bot.Search;
using Evidence = Bot.Answers.Extractive.Passage;

namespace Bot.Answers;

/// <summary>
/// The product in one method: (1) retrieve the passages that bear on the question, (2) draft an answer from them. Extractive drafts consist of the
/// passages' own sentences, cut out by their offsets, so that nothing is left to check.
/// </summary>
public sealed class Answerer(IArticleLibrary library, LibraryIndexer indexer, ExtractiveAnswerer extractive)
{
    private const int Candidates = 50;

    /// <summary>Asks all articles that the guild can see, or the one that the question names.</summary>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.ArticleId is null)
        {
            return extractive.Answer(question.Text, await RetrieveAsync(question, cancellationToken)).Answer;
        }

        var article = await library.GetAsync(question.Guild, question.ArticleId, null, cancellationToken);
        return article is null
            ? new Answer.Unavailable("That article is no longer in the library. Choose another one.", AnswerMode.Extractive)
            : Answer(question, article);
    }

    /// <summary>Asks one article that need not be in the library; all its paragraphs are looked at.</summary>
    public Answer Answer(Question question, Article article) => extractive.Answer(question.Text, Evidence.Of(article)).Answer;

    private async Task<IReadOnlyList<Evidence>> RetrieveAsync(Question question, CancellationToken cancellationToken)
    {
        var index = await indexer.CatchUpAsync(cancellationToken);
        var found = index.FindPassages(new PassageQuery(question.Text, question.Guild) { Limit = Candidates });
        var articles = new Dictionary<(string, int), Article?>();
        var evidence = ImmutableArray.CreateBuilder<Evidence>(found.Length);
        foreach (var passage in found)
        {
            var key = (passage.ArticleId, passage.Version);
            if (!articles.TryGetValue(key, out var article))
            {
                article = await library.GetAsync(question.Guild, passage.ArticleId, passage.Version, cancellationToken);
                articles.Add(key, article);
            }

            // The article may have been removed since the index was searched.
            if (article?.Paragraph(passage.Paragraph) is { } paragraph)
            {
                evidence.Add(new Evidence(article, paragraph));
            }
        }

        return evidence.DrainToImmutable();
    }
}
