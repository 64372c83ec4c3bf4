using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Answers.Comparison;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Generation;
using Bot.Articles;
using Bot.Language;
using Bot.Search;
using Evidence = Bot.Answers.Extraction.Passages.EvidencePassage;

namespace Bot.Answers;

/// <summary>
/// The product in one method: (1) retrieve the passages that bear on the question, (2) answer with their own sentences, cut out by their offsets, so
/// that nothing is left to check, (3) where there is a model and something bears on the question, let it write; what it writes is checked statement by
/// statement before it is an answer, and when it is of no use the extractive answer stands.
/// </summary>
/// <param name="model">Null when none is configured.</param>
/// <param name="meanings">Null to go by words alone.</param>
public sealed class Answerer(
    IArticleLibrary library, ArticleCache cache, PassageFinder finder, ExtractiveAnswerer extractive, ModelAnswerer? model = null, SentenceMeanings? meanings = null)
{
    internal const int Candidates = 50;

    private const string English = "en";

    // Reading an article that is not in memory costs about as much as the search itself; what answers a question stands in the first few.
    private const int MostArticles = 12;

    // Of a single article everything is looked at: nothing is missed for want of a shared word, and nobody waits for the index to be opened.
    private const int MostParagraphsWithoutIndex = 150;

    // A library that changed no more often than this has few articles; listing those of a large one would cost more than searching.
    private const int MostChangesWithoutIndex = 50;

    // Of 104 development questions below it one was answerable (the confidence was learned on the same files); a model would only be tempted to guess.
    private const double LeastForModel = 0.1;

    // The sequence only grows: once it is known to be long, nobody asks for it again.
    private volatile bool _isLarge;

    /// <summary>Asks all articles that the guild can see, or the one that the question names.</summary>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.ArticleId is null)
        {
            if (await OnlyArticleAsync(question.Guild, cancellationToken) is { } only)
            {
                return await AnswerAsync(question, only, cancellationToken);
            }

            // What is searched for must be in the articles' words: a model puts the question into them.
            var english = model is not null && QuestionLanguage.Of(question.Text) is not (null or English) ? await model.TranslateAsync(question, cancellationToken) : null;
            question = english is null ? question : question with { Text = english };
            return await AnswerAsync(question, await FindAsync(question, cancellationToken), cancellationToken);
        }

        var article = await library.GetAsync(question.Guild, question.ArticleId, null, cancellationToken);
        if (article is null)
        {
            return new Answer.Unavailable("That article is no longer in the library. Choose another one.", AnswerMode.Extractive);
        }

        await (meanings?.LoadAsync(question.Guild, article, cancellationToken) ?? Task.CompletedTask);
        return await AnswerAsync(question, article, cancellationToken);
    }

    /// <summary>Drops what is kept in memory of an article that was removed.</summary>
    public void Forget(ArticleChange removed)
    {
        cache.Forget(removed);
    }

    /// <summary>Asks one article that need not be in the library, all of whose paragraphs are looked at; without one, as the question says.</summary>
    public Task<Answer> AnswerAsync(Question question, Article? article, CancellationToken cancellationToken) =>
        article is null ? AnswerAsync(question, cancellationToken) : AnswerAsync(question, Evidence.Of(article), cancellationToken);

    /// <summary>What the articles' own sentences say to it: quick, and no model is asked.</summary>
    public async Task<Answer> QuoteAsync(Question question, Article? article, CancellationToken cancellationToken)
    {
        if (article is null && question.ArticleId is { } id)
        {
            article = await library.GetAsync(question.Guild, id, null, cancellationToken);
            if (article is null)
            {
                return new Answer.NotInArticle([], AnswerMode.Extractive, 0);
            }

            await (meanings?.LoadAsync(question.Guild, article, cancellationToken) ?? Task.CompletedTask);
        }

        return Extract(question, article is null ? await OnlyArticleAsync(question.Guild, cancellationToken) ?? await FindAsync(question, cancellationToken) : Evidence.Of(article)).Answer;
    }

    private async Task<Answer> AnswerAsync(Question question, IReadOnlyList<Evidence> evidence, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await DraftAsync(question, evidence, cancellationToken);
        AnswerTelemetry.Ended(answer, Stopwatch.GetElapsedTime(begun));
        return answer;
    }

    private async Task<IReadOnlyList<Evidence>> FindAsync(Question question, CancellationToken cancellationToken)
    {
        using var retrieving = AnswerTelemetry.Start("retrieve");
        return await SearchAsync(question, cancellationToken);
    }

    private async Task<Answer> DraftAsync(Question question, IReadOnlyList<Evidence> evidence, CancellationToken cancellationToken)
    {
        var quoted = Extract(question, evidence);
        var foreign = ForeignLanguage(question, evidence);
        if (model is null || (foreign is null && quoted.Answer.Confidence < LeastForModel))
        {
            return foreign is null ? Compared(question, quoted.Answer, evidence) : Unread(quoted.Answer, foreign);
        }

        var ranked = quoted.Ranking.Select(index => evidence[index]).ToArray();
        var (answer, trace) = await model.AnswerAsync(question, ranked, quoted.Answer, isForeign: foreign is not null, cancellationToken);
        return answer is Answer.NotInArticle unread && trace.Trouble is not null ? unread with { AskedIn = foreign } : Compared(question, answer, evidence);
    }

    /// <summary>What was found by names and numbers alone is near at best.</summary>
    private static Answer Unread(Answer found, string language) => found switch
    {
        Answer.Answered answered => new Answer.NotInArticle(answered.Citations, AnswerMode.Extractive, answered.Confidence) { AskedIn = language },
        Answer.NotInArticle silent => silent with { AskedIn = language },
        _ => found,
    };

    /// <summary>The language of a question that is asked of English articles in another one; null for every other question. What reads and ranks knows English only.</summary>
    private static string? ForeignLanguage(Question question, IReadOnlyList<Evidence> evidence) =>
        QuestionLanguage.Of(question.Text) is { } language && language != English && evidence.Count > 0 && evidence.All(passage => passage.Article.Language is null or English) ? language : null;

    // With a model the draft is what that writes; it has spans of its own.
    private ExtractiveAnswer Extract(Question question, IReadOnlyList<Evidence> evidence)
    {
        using var extracting = AnswerTelemetry.Start(model is null ? "draft" : "extract");
        return extractive.Answer(question.Text, evidence);
    }

    /// <summary>The answer with what its sources say beside one another, when it cites several articles.</summary>
    private static Answer Compared(Question question, Answer answer, IReadOnlyList<Evidence> evidence)
    {
        if (answer is not Answer.Answered answered || answered.Citations.Select(citation => citation.ArticleId).Distinct().Count() < 2)
        {
            return answer;
        }

        var articles = evidence.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version)).ToDictionary(article => (article.Id, article.Version));
        var statements = answered.Citations.Select(citation => new CitedStatement(citation, articles[(citation.ArticleId, citation.Version)])).ToArray();
        return answered with { Comparisons = SourceComparer.Compare(QuestionReading.Read(question.Text), statements) };
    }

    /// <summary>Every paragraph of the only article that the guild can see; null when there are several or it is long.</summary>
    private async Task<IReadOnlyList<Evidence>?> OnlyArticleAsync(GuildId guild, CancellationToken cancellationToken)
    {
        _isLarge = _isLarge || (await library.GetStateAsync(cancellationToken)).Sequence > MostChangesWithoutIndex;
        if (_isLarge || await library.ListAsync(guild, cancellationToken) is not [var only] || only.Paragraphs > MostParagraphsWithoutIndex)
        {
            return null;
        }

        using var retrieving = AnswerTelemetry.Start("retrieve");
        var version = new ArticleVersion(only.Guild, only.Id, only.Version);
        return (await ReadAsync([version], cancellationToken)).TryGetValue(version, out var article) ? Evidence.Of(article) : null;
    }

    private async Task<IReadOnlyList<Evidence>> SearchAsync(Question question, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(new PassageQuery(question.Text, question.Guild) { Limit = Candidates }, cancellationToken);
        return Read(found, await ReadAsync(ToRead(found), cancellationToken));
    }

    private async Task<IReadOnlyDictionary<ArticleVersion, Article>> ReadAsync(ArticleVersion[] versions, CancellationToken cancellationToken)
    {
        var articles = await cache.GetManyAsync(versions, cancellationToken);
        await (meanings?.LoadAsync(articles, cancellationToken) ?? Task.CompletedTask);
        return articles;
    }

    /// <summary>The articles to look at, of those that the index found.</summary>
    internal static ArticleVersion[] ToRead(ImmutableArray<Bot.Search.Passage> found) =>
        [.. found.Select(passage => passage.Article).Distinct().Take(MostArticles)];

    /// <param name="articles">Those of <see cref="ToRead"/> that there still are.</param>
    internal static IReadOnlyList<Evidence> Read(ImmutableArray<Bot.Search.Passage> found, IReadOnlyDictionary<ArticleVersion, Article> articles)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>(found.Length);
        foreach (var passage in found)
        {
            if (articles.GetValueOrDefault(passage.Article)?.Paragraph(passage.Paragraph) is { } paragraph)
            {
                evidence.Add(new Evidence(articles[passage.Article], paragraph) { Found = passage.ArticleScore, Near = passage.ArticleCosine });
            }
        }

        return evidence.DrainToImmutable();
    }
}
