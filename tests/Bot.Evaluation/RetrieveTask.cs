using System.Collections.Immutable;
using Bot.Answers;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Extraction.Scoring;
using Bot.Articles;
using Bot.Language;
using Bot.Search;

namespace Bot.Evaluation;

/// <summary>
/// Finds documents of a corpus by question, headline or sentence: each document is an article, each of its lines a paragraph. First those that the bot would
/// answer from, as it weighs them; what it would not read follows as the index has it.
/// </summary>
internal static class RetrieveTask
{
    private const int Ranked = 100;

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        if (options.Corpus is not { } corpus)
        {
            await Console.Error.WriteLineAsync("retrieve needs --corpus FILE");
            return 2;
        }

        using var index = PassageIndex.InMemory();
        var cache = new ReadingCache();
        var articles = new Dictionary<ArticleVersion, Article>();
        using var meaning = CorpusVectors.Open(options.Embeddings);
        await foreach (var document in JsonLines.ReadAsync<CorpusDocument>(corpus, cancellationToken))
        {
            var article = ToArticle(document);
            index.Put(GuildId.Everyone, article);
            articles.Add(new ArticleVersion(GuildId.Everyone, article.Id, article.Version), article);
        }

        index.Commit(new LibraryState("corpus", articles.Count));
        await meaning.AddAsync(articles.Values, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.Out))!, Path.GetFileName(corpus) + ".vectors"), cancellationToken);
        var predictions = new List<Prediction>();
        foreach (var data in options.Data)
        {
            await foreach (var question in JsonLines.ReadAsync<CorpusQuery>(data, cancellationToken))
            {
                var query = new PassageQuery(question.Query, GuildId.Everyone) { Limit = Ranked };
                var ranking = index.FindArticles(query).Select(article => article.ArticleId);
                predictions.Add(new Prediction(question.Id, [.. (await AnsweredFromAsync(query)).Concat(ranking).Distinct().Take(Ranked)]));
            }
        }

        await JsonLines.WriteAsync(options.Out, predictions, cancellationToken);
        await Console.Out.WriteLineAsync($"{articles.Count} documents, {predictions.Count} queries, {predictions.Count(prediction => prediction.Ranking.IsEmpty)} found nothing");
        return 0;

        async Task<IEnumerable<string>> AnsweredFromAsync(PassageQuery query)
        {
            var narrow = query with { Limit = Answerer.Candidates };
            var found = PassageFinder.Fuse(index.FindPassages(narrow), await meaning.FindAsync(narrow, index, cancellationToken), narrow.Limit);
            var evidence = Answerer.Read(found, Answerer.ToRead(found).ToDictionary(version => version, version => articles[version]));
            return Ranking.Of(new Candidates(QuestionReading.Read(query.Text), evidence, cache), meanings: null).Articles.Select(article => article.Id);
        }
    }

    private static Article ToArticle(CorpusDocument document)
    {
        var lines = document.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Article
        {
            Id = document.Id,
            Title = document.Title,
            Paragraphs = [.. lines.Select((line, i) => new Paragraph(i + 1, line, null, SentenceSplitter.Split(line)))],
        };
    }

    private sealed record CorpusDocument(string Id, string Title, string Text);

    private sealed record CorpusQuery(string Id, string Query);

    private sealed record Prediction(string Id, ImmutableArray<string> Ranking);
}
