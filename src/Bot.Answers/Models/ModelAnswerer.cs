using System.Collections.Immutable;
using Bot.Answers.Extractive;
using Bot.Answers.Verification;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Models;

/// <summary>Answers in prose with a model; whatever goes wrong with it, there is the extractive answer.</summary>
public sealed partial class ModelAnswerer
{
    private const int MostNearest = 2;

    private readonly ModelClient _client;
    private readonly Prompts _prompts;
    private readonly CheckedDrafts _drafts;
    private readonly ModelMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<ModelAnswerer> _logger;

    public ModelAnswerer(ModelClient client, Prompts prompts, ModelMetrics metrics, TimeProvider time, ILogger<ModelAnswerer> logger)
    {
        (_client, _prompts, _metrics, _time, _logger) = (client, prompts, metrics, time, logger);
        _drafts = new CheckedDrafts(client, prompts, metrics);
    }

    /// <param name="passages">What retrieval found, best first. As much as fits is shown; the model can look up the rest of their articles.</param>
    /// <param name="extractive">The answer without a model: what is given when the model fails, and where the nearest passages come from.</param>
    /// <returns>Never throws for the model's sake. The extractive answer, marked as standing in, when the model was of no use; the trace says why.</returns>
    public async Task<ModelAnswer> AnswerAsync(Question question, IReadOnlyList<Passage> passages, Answer extractive, CancellationToken cancellationToken)
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
            var evidence = new ShownEvidence([.. passages.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version))]);
            var arguments = new KernelArguments
            {
                ["passages"] = evidence.Show(Fitting(passages).Select(passage => (passage.Article, passage.Paragraph))),
                ["question"] = ShownEvidence.Line(new { question = question.Text }),
            };
            var draft = await _drafts.WriteAsync(_prompts.Answer, arguments, evidence, use, new ArticlePlugin(evidence), both.Token);
            return new ModelAnswer(Compose(draft, extractive), ModelTrace.Of(use, null, draft.Dropped));
        }
        catch (ModelTroubleException exception)
        {
            return Fallback(exception.Trouble);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fallback(ModelTrouble.Deadline);
        }

        ModelAnswer Fallback(ModelTrouble trouble)
        {
            _metrics.Troubled(trouble.Kind);
            Log.Unusable(_logger, trouble.Kind, trouble.Advice);
            return new ModelAnswer(extractive with { ModelFailed = true }, ModelTrace.Of(use, trouble, []));
        }
    }

    private IEnumerable<Passage> Fitting(IReadOnlyList<Passage> passages)
    {
        var room = _client.MostLetters;
        return passages.TakeWhile((passage, i) => (room -= passage.Paragraph.Text.Length) > 0 || i == 0);
    }

    private static Answer Compose(CheckedDraft draft, Answer extractive)
    {
        if (!draft.Kept.IsEmpty)
        {
            return new Answer.Answered(draft.Kept, draft.Citations, AnswerMode.Model, extractive.Confidence);
        }

        ImmutableArray<Citation> nearest = extractive switch
        {
            Answer.Answered answered => [.. answered.Citations.Take(MostNearest)],
            Answer.NotInArticle silent => silent.Nearest,
            _ => [],
        };
        return new Answer.NotInArticle(nearest, AnswerMode.Model, extractive.Confidence) { FalsePremise = (extractive as Answer.NotInArticle)?.FalsePremise };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model is of no use ({Kind}); the answer quotes instead. {Advice}")]
        public static partial void Unusable(ILogger logger, ModelTroubleKind kind, string advice);
    }
}
