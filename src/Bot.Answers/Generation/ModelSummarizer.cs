using System.Collections.Immutable;
using Bot.Answers.Summaries;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Language;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>Summarises in prose with a model, every point cited and checked like an answer; whatever goes wrong, there is the extractive summary.</summary>
public sealed partial class ModelSummarizer
{
    // Enough to say of one part of a long article what the whole may need.
    private const int PointsOfPart = 8;
    private const int MostParts = 12;

    // Share of the words of two points that both have.
    private const double Same = 0.8;

    // Share of the words of the main finding that a point which tells it has.
    private const double Told = 0.5;

    private readonly ModelClient _client;
    private readonly Prompts _prompts;
    private readonly CheckedDrafts _drafts;
    private readonly ModelMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<ModelSummarizer> _logger;

    /// <param name="vectors">Null to check what the model writes by its words alone.</param>
    public ModelSummarizer(ModelClient client, Prompts prompts, ModelMetrics metrics, TimeProvider time, ILogger<ModelSummarizer> logger, IStatementVectors? vectors = null)
    {
        (_client, _prompts, _metrics, _time, _logger) = (client, prompts, metrics, time, logger);
        _drafts = new CheckedDrafts(client, prompts, metrics, vectors, logger);
    }

    /// <param name="focus">A topic or a person; null for the article as a whole.</param>
    /// <returns>Never throws for the model's sake. The extractive summary when the model was of no use; the trace says why.</returns>
    public async Task<ModelSummary> SummarizeAsync(Article article, SummaryLength length, string? focus, GuildId guild, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_client.Options.Deadline, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var use = new ModelUse(guild);
        try
        {
            var draft = await _client.WithinContextAsync(() => WriteAsync(article, length, focus, use, both.Token));
            return new ModelSummary(Compose(article, length, focus, draft) is { Points.IsEmpty: false } summary ? summary : Extractive(), ModelTrace.Of(use, null, draft.Dropped));
        }
        catch (ModelFailureException exception)
        {
            return Fallback(exception.Trouble);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fallback(ModelFailure.Deadline);
        }

        ModelSummary Fallback(ModelFailure trouble)
        {
            _metrics.Troubled(trouble.Kind);
            Log.Unusable(_logger, trouble.Kind, trouble.Advice);
            return new ModelSummary(Extractive(), ModelTrace.Of(use, trouble, []));
        }

        Summary Extractive() => ExtractiveSummarizer.Summarize(article, length, focus) with { ModelFailed = true };
    }

    /// <summary>An article that is too long for one request is read in parts; the paragraphs that the parts' points cite are then read together.</summary>
    private async Task<CheckedDraft> WriteAsync(Article article, SummaryLength length, string? focus, ModelUse use, CancellationToken cancellationToken)
    {
        var parts = Parts(article.Paragraphs);
        while (parts.Count > 1)
        {
            use.Quota += parts.Count;
            var cited = new SortedSet<int>();
            foreach (var part in parts)
            {
                var points = await PointsAsync(article, part, PointsOfPart, focus, use, cancellationToken);
                cited.UnionWith(points.Citations.Select(citation => citation.Paragraph));
            }

            var fewer = Parts([.. cited.Select(number => article.Paragraph(number)!)]);
            parts = fewer.Count < parts.Count ? fewer : throw new ModelFailureException(ModelFailure.TooLong);
        }

        var wanted = SummaryLengths.PointsFor(article, length);
        return parts.Count == 0 ? new CheckedDraft([], [], [], []) : await PointsAsync(article, parts[0], wanted, focus, use, cancellationToken);
    }

    private Task<CheckedDraft> PointsAsync(Article article, IEnumerable<Paragraph> paragraphs, int wanted, string? focus, ModelUse use, CancellationToken cancellationToken)
    {
        var evidence = new ShownEvidence([article]);
        var arguments = new KernelArguments
        {
            ["passages"] = evidence.Show(paragraphs.Select(paragraph => (article, paragraph))),
            ["wishes"] = ShownEvidence.Line(new { points = wanted, focus, story = focus is null ? ExtractiveSummarizer.Summarize(article, SummaryLength.Brief).Points.Select(point => point.Text) : [] }),
        };
        return _drafts.WriteAsync(_prompts.Summary, arguments, evidence, use, functions: null, cancellationToken);
    }

    /// <summary>Whole paragraphs, in order, as many to a part as one request carries.</summary>
    private List<ImmutableArray<Paragraph>> Parts(ImmutableArray<Paragraph> paragraphs)
    {
        var parts = new List<ImmutableArray<Paragraph>>();
        var part = ImmutableArray.CreateBuilder<Paragraph>();
        var room = _client.MostLetters;
        foreach (var paragraph in paragraphs)
        {
            if (part.Count > 0 && paragraph.Text.Length > room)
            {
                parts.Add(part.DrainToImmutable());
                room = _client.MostLetters;
            }

            part.Add(paragraph);
            room -= paragraph.Text.Length;
        }

        if (part.Count > 0)
        {
            parts.Add(part.DrainToImmutable());
        }

        return parts.Count > MostParts ? throw new ModelFailureException(ModelFailure.TooLong) : parts;
    }

    /// <summary>
    /// At most as many points as the length promises, each to be read by itself and none saying what another has said, in reading order. Where none tells the
    /// main finding, the article's own sentence does.
    /// </summary>
    private static Summary Compose(Article article, SummaryLength length, string? focus, CheckedDraft draft)
    {
        var most = SummaryLengths.PointsFor(article, length);
        var points = new List<(Statement Point, HashSet<string> Terms)>();
        foreach (var point in draft.Kept.Where(point => !Readability.Leans(point.Text)))
        {
            var terms = Terms(point.Text);
            if (points.Count < most && !points.Exists(earlier => SaysTheSame(earlier.Terms, terms)))
            {
                points.Add((point, terms));
            }
        }

        var citations = draft.Citations;
        if (focus is null && points.Count > 0 && ExtractiveSummarizer.Summarize(article, SummaryLength.Brief) is { Points: [var finding, ..], Citations: [var source, ..] }
            && !points.Exists(entry => Tells(entry.Terms, Terms(finding.Text)) || entry.Point.Citations.Any(number => citations[number - 1].Paragraph == source.Paragraph)))
        {
            citations = citations.Add(source with { Number = citations.Length + 1 });
            while (points.Count >= most)
            {
                points.RemoveAt(points.Count - 1);
            }

            points.Add((finding with { Citations = [citations.Length] }, Terms(finding.Text)));
        }

        Statement[] ordered = [.. points.Select(entry => entry.Point).OrderBy(point => point.Citations.Min(number => (citations[number - 1].Paragraph, citations[number - 1].Start)))];
        var order = ordered.SelectMany(point => point.Citations).Distinct().ToArray();
        return new Summary(
            article,
            length,
            AnswerMode.Model,
            [.. ordered.Select(point => point with { Citations = [.. point.Citations.Select(number => Array.IndexOf(order, number) + 1)] })],
            [.. order.Select((number, i) => citations[number - 1] with { Number = i + 1 })]);
    }

    private static HashSet<string> Terms(string text) => Words.Read(text).Where(word => !word.IsStop).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    private static bool Tells(HashSet<string> point, HashSet<string> finding) => finding.Count(point.Contains) >= Told * finding.Count;

    private static bool SaysTheSame(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return common >= Same * (a.Count + b.Count - common);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model is of no use ({Kind}); the summary quotes instead. {Advice}")]
        public static partial void Unusable(ILogger logger, ModelFailureKind kind, string advice);
    }
}

/// <param name="Summary">The extractive one when <see cref="ModelTrace.Trouble"/> is set.</param>
public sealed record ModelSummary(Summary Summary, ModelTrace Trace);
