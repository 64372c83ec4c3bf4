using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Answers.Summaries;
using Bot.Articles;

namespace Bot.Evaluation;

/// <summary>
/// <c>train-summaries --data salience.jsonl --corpus FOLDER --out FOLDER</c>: learns which sentences tell an article's story, from those that a reader chose for a
/// short summary and for a longer one, and says how many of them are found again in articles not learned from.
/// </summary>
internal static class TrainSummaries
{
    private const int Folds = 6;

    private static readonly LogisticRegression Regression = new(Ridge: 3, Steps: 20);
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var folder = options.Corpus ?? throw new InvalidOperationException("--corpus names the folder of the articles.");
        var articles = (await NewsroomArticle.ReadAsync(folder, cancellationToken)).ToDictionary(article => article.Id, StringComparer.Ordinal);
        var cases = new List<Case>();
        await foreach (var chosen in options.Data.ToAsyncEnumerable().SelectMany(path => JsonLines.ReadAsync<Choice>(path, cancellationToken)).WithCancellation(cancellationToken))
        {
            cases.Add(Case.Of(ArticleReader.FromParagraphs(articles[chosen.Id].Title, articles[chosen.Id].Paragraphs), chosen));
        }

        var (brief, standard) = (0.0, 0.0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var salience = Learn(cases.Where((_, i) => i % Folds != fold));
            foreach (var unseen in cases.Where((_, i) => i % Folds == fold))
            {
                brief += unseen.Found(salience, SummaryLength.Brief);
                standard += unseen.Found(salience, SummaryLength.Standard);
            }
        }

        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} articles, each not learned from: of the reader's short choice {brief / cases.Count:P1} found, of the longer one {standard / cases.Count:P1}"));
        var learned = Learn(cases);
        var weights = Salience.Measures.Zip(learned.Weights).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 3));
        await File.WriteAllTextAsync(Path.Combine(options.Out, "salience.json"), JsonSerializer.Serialize(weights, Written) + "\n", cancellationToken);
        return 0;
    }

    private static Salience Learn(IEnumerable<Case> cases)
    {
        var rows = cases.SelectMany(item => item.Rows).ToArray();
        var (weights, _) = Regression.Train([.. rows.Select(row => row.Measures)], [.. rows.Select(row => row.Importance > 0)], [.. rows.Select(row => Math.Max(1.0, row.Importance))]);
        return new Salience([.. weights]);
    }

    /// <param name="Brief">The sentences that tell the story best.</param>
    /// <param name="Standard">Those that tell what matters next.</param>
    private sealed record Choice(string Id, ImmutableArray<Place> Brief, ImmutableArray<Place> Standard);

    /// <param name="Paragraph">From 0.</param>
    /// <param name="Start">Code units into the paragraph.</param>
    private sealed record Place(int Paragraph, int Start);

    /// <param name="Importance">Of each sentence: 2 for the short summary, 1 for the longer one, 0 for neither.</param>
    private sealed record Case(Article Article, PointChoice Points, ImmutableArray<int> Importance)
    {
        public IEnumerable<(float[] Measures, int Importance)> Rows => Points.Measures.Zip(Importance);

        public static Case Of(Article article, Choice chosen)
        {
            var points = new PointChoice(article);
            bool IsOf(SummarySentence sentence, ImmutableArray<Place> places) =>
                places.Any(place => place.Paragraph + 1 == sentence.Paragraph.Number && place.Start < sentence.End && (place.Start >= sentence.Start || (place.Start == 0 && sentence.Ordinal == 0)));
            return new(article, points, [.. points.Sentences.Select(sentence => IsOf(sentence, chosen.Brief) ? 2 : IsOf(sentence, chosen.Standard) ? 1 : 0)]);
        }

        /// <summary>The part of the reader's choice that a summary of that length holds.</summary>
        public double Found(Salience salience, SummaryLength length)
        {
            var least = length == SummaryLength.Brief ? 2 : 1;
            var wanted = Points.Sentences.Where((_, i) => Importance[i] >= least).ToArray();
            var found = new PointChoice(Article, meanings: null, salience).Choose(length == SummaryLength.Brief ? 3 : 7, length, near: null);
            return wanted.Length == 0 ? 0 : (double)wanted.Count(sentence => found.Any(point => point.Sentence.Paragraph == sentence.Paragraph && point.Sentence.Start == sentence.Start)) / wanted.Length;
        }
    }
}
