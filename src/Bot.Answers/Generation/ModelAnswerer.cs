using System.Diagnostics.CodeAnalysis;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>Answers in prose with a model; whatever goes wrong with it, there is the extractive answer.</summary>
public sealed partial class ModelAnswerer
{
    // Bot.Evaluation -- second-look, over SQuAD 2 and RGB: below it lie some 1 % of the paragraphs that hold the answer and a sixth of those that do not.
    private const double LeastForAnswer = 0.08;

    private readonly ModelRewriter _rewriter;
    private readonly ModelClient _client;
    private readonly Prompts _prompts;
    private readonly CheckedDrafts _drafts;
    private readonly ModelMetrics _metrics;
    private readonly ExtractiveAnswerer _judge;
    private readonly TimeProvider _time;
    private readonly ILogger<ModelAnswerer> _logger;

    /// <param name="judge">Says whether what a checked draft cites answers the question at all.</param>
    /// <param name="vectors">Null to check what the model writes by its words alone.</param>
    public ModelAnswerer(ModelClient client, Prompts prompts, ModelMetrics metrics, ExtractiveAnswerer judge, ModelRewriter rewriter, TimeProvider time, ILogger<ModelAnswerer> logger, IStatementVectors? vectors = null)
    {
        (_client, _prompts, _metrics, _judge, _rewriter, _time, _logger) = (client, prompts, metrics, judge, rewriter, time, logger);
        _drafts = new CheckedDrafts(client, prompts, metrics, vectors, logger);
    }

    /// <summary>The question in English, the language that articles are searched in; null when the model is of no use.</summary>
    internal Task<string?> TranslateAsync(Question question, CancellationToken cancellationToken) => _rewriter.TranslateAsync(question, cancellationToken);

    /// <param name="passages">What retrieval found, best first. As much as fits is shown; the model can look up the rest of their articles.</param>
    /// <param name="extractive">The answer without a model: what is given when the model fails, and where the nearest passages come from.</param>
    /// <param name="isForeign">Whether the question is in another language than the passages, so that comparing words tells nothing.</param>
    /// <returns>Never throws for the model's sake. The extractive answer, marked as standing in, when the model was of no use or nothing of what it wrote can be shown; the trace says why.</returns>
    public async Task<ModelAnswer> AnswerAsync(Question question, IReadOnlyList<EvidencePassage> passages, Answer extractive, bool isForeign, CancellationToken cancellationToken)
    {
        var use = new ModelUse(question.Guild);
        if (passages.Count == 0)
        {
            return new ModelAnswer(extractive, ModelTrace.Of(use, null, []));
        }

        using var deadline = new CancellationTokenSource(_client.Options.Deadline, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await _client.WithinContextAsync(() => WriteAsync(question, passages, extractive, isForeign, use, both.Token));
        }
        catch (ModelFailureException exception)
        {
            return Fallback(exception.Trouble);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fallback(ModelFailure.Deadline);
        }

        ModelAnswer Fallback(ModelFailure trouble)
        {
            _metrics.Troubled(trouble.Kind);
            Log.Unusable(_logger, trouble.Kind, trouble.Advice);
            return new ModelAnswer(extractive with { ModelFailed = true }, ModelTrace.Of(use, trouble, []));
        }
    }

    private async Task<ModelAnswer> WriteAsync(Question question, IReadOnlyList<EvidencePassage> passages, Answer extractive, bool isForeign, ModelUse use, CancellationToken cancellationToken)
    {
        var evidence = new ShownEvidence([.. passages.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version))]);
        var arguments = new KernelArguments
        {
            ["passages"] = evidence.Show(Fitting(passages).Select(passage => (passage.Article, passage.Paragraph))),
            ["question"] = ShownEvidence.Line(new { question = question.Text }),
        };
        var draft = await _drafts.WriteAsync(_prompts.Answer, arguments, evidence, use, new ArticlePlugin(evidence, _judge), cancellationToken);
        return new ModelAnswer(Compose(question, draft, evidence, extractive, isForeign), ModelTrace.Of(use, null, draft.Dropped));
    }

    private IEnumerable<EvidencePassage> Fitting(IReadOnlyList<EvidencePassage> passages)
    {
        var room = _client.MostLetters;
        return passages.TakeWhile((passage, i) => (room -= passage.Paragraph.Text.Length) > 0 || i == 0);
    }

    [SuppressMessage("Performance", "CA1859", Justification = "A copy of the extractive answer is of that answer's kind.")]
    private Answer Compose(Question question, CheckedDraft draft, ShownEvidence evidence, Answer extractive, bool isForeign)
    {
        if (!draft.Kept.IsEmpty && (isForeign || Bears(question, draft, evidence)))
        {
            return new Answer.Answered(draft.Kept, draft.Citations, AnswerMode.Model, extractive.Confidence);
        }

        // What the model wrote was of no use: the articles may say so all the same.
        var isSilent = draft.Kept.IsEmpty && draft.Dropped.IsEmpty;
        return isSilent && extractive is Answer.NotInArticle ? extractive with { Mode = AnswerMode.Model } : extractive with { ModelFailed = !isSilent };
    }

    /// <summary>True unless what is left of the draft, however true, is about something else than was asked.</summary>
    private bool Bears(Question question, CheckedDraft draft, ShownEvidence evidence)
    {
        var cited = draft.Citations.Select(citation => (citation.ArticleId, citation.Version, citation.Paragraph)).ToHashSet();
        EvidencePassage[] passages =
        [
            .. evidence.Passages
                .Where(passage => cited.Contains((passage.Article.Id, passage.Article.Version, passage.Paragraph.Number)))
                .Select(passage => new EvidencePassage(passage.Article, passage.Paragraph)),
        ];
        return _judge.Confidence(question.Text, passages) >= LeastForAnswer;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model is of no use ({Kind}); the answer quotes instead. {Advice}")]
        public static partial void Unusable(ILogger logger, ModelFailureKind kind, string advice);
    }
}
