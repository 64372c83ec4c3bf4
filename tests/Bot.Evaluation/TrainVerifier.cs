using System.Text.Json;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;

namespace Bot.Evaluation;

/// <summary>Learns the support model and says how far it can be trusted: cross-validated by source, and on sets from which nothing is learned.</summary>
/// <remarks>
/// What is shipped is learned from sets alone whose licence allows it: DeFacto (MIT), WiCE (ODC-BY), our own <see cref="Newsroom"/> but for the articles kept out of it,
/// and statements made from all their sources and from QAMR's sentences (<see cref="Perturbations"/>). Every other set evaluates.
/// </remarks>
internal static class TrainVerifier
{
    private const int Folds = 5;
    private const string Synthetic = "synthetic";
    private const string Sentences = "qamr-sentences";
    private const int SyntheticPerSource = 2;

    // Of near copies the rules decide; of what is written to look alike, true or not, no measure tells much.
    private const double SyntheticShare = 0.05;
    private const double NewsroomShare = 0.3;

    // A share of the rows: few weights, and none that one set needs and the others do not.
    private const double Ridge = 0.1;
    private const int Steps = 10;

    // What nobody missed when it was left out, on sets that were not learned from, is not here.
    private static readonly Feature[] Features =
    [
        Feature.MissInWindowSoft, Feature.ContentPairLoose, Feature.AlignUnlike, Feature.NameSwap, Feature.NumberUnseen, Feature.CalendarUnseen, Feature.NameUnseen,
        Feature.OpeningUnseen, Feature.NegationAdded, Feature.Contrary,
    ];

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        using var vectors = new TextVectors();
        var cases = new List<LabelledResponse>();
        foreach (var path in options.Data)
        {
            var set = Path.GetFileName(path).Split('.')[0];
            if (set == Sentences)
            {
                var lines = await JsonLines.ReadAsync<DocumentSentence>(path, cancellationToken).ToListAsync(cancellationToken);
                cases.AddRange(lines.GroupBy(line => line.Doc).AsParallel().AsOrdered().SelectMany(document =>
                    string.Join('\n', document.Select(line => line.Sentence)) is var text ? Make(text, VerifyCase.Read(text, vectors)).ToList() : []));
                continue;
            }

            var items = Newsroom.Has(path) ? await Newsroom.ReadAsync(path, cancellationToken)
                : (await JsonLines.ReadAsync<LabelledCase>(path, cancellationToken).ToListAsync(cancellationToken)).ConvertAll(item => (Set: set, Item: item));
            cases.AddRange(items.GroupBy(entry => entry.Item.SourceText, StringComparer.Ordinal).AsParallel().AsOrdered().SelectMany(same =>
            {
                var source = VerifyCase.Read(same.Key, vectors);
                IEnumerable<LabelledResponse> made = same.Any(entry => ShareOf(entry.Set) == 1) ? Make(same.Key, source) : [];
                return made.Concat(same.Select(entry => Measure(entry.Set, entry.Item, source))).ToList();
            }));
        }

        await Console.Out.WriteLineAsync($"{cases.Count} responses, {cases.Sum(c => c.Sentences.Count)} sentences");
        LabelledResponse[] learned = [.. cases.Where(c => ShareOf(c.Set) > 0)];
        var shipped = Learn(learned, ShareOf);
        await using (var file = File.CreateText(options.Out))
        {
            shipped.Write(file);
        }

        foreach (var byMeaning in (bool[])[true, false])
        {
            var scores = CrossValidate(learned, ShareOf, byMeaning);
            foreach (var unseen in cases.Where(c => ShareOf(c.Set) == 0))
            {
                scores.Add(unseen, Score(shipped, unseen, byMeaning));
            }

            await VerifierReport.WriteAsync($"as shipped, {(byMeaning ? "by meaning" : "by words alone")}; sets that are learned from are cross-validated, the others never seen", cases, scores);
            await VerifierReport.WriteBarsAsync("learned from, made ones aside", [.. learned.Where(c => c.Set != Synthetic)], scores);
            await VerifierReport.WriteBarsAsync("newsroom, cited", [.. learned.Where(c => c.Set == Newsroom.Cited)], scores);
            await VerifierReport.WriteBarsAsync("public sets", [.. cases.Where(c => VerifierReport.IsPublic(c.Set))], scores);
        }

        await VerifierReport.WriteAsync("learned from every set, cross-validated", cases, CrossValidate(cases, set => Math.Max(ShareOf(set), VerifierReport.IsPublic(set) ? 1 : 0), byMeaning: true));
        return 0;
    }

    /// <summary>How much a set counts; 0 where nothing is learned from it.</summary>
    private static double ShareOf(string set) => set switch
    {
        "defacto" or "wice" or "wice_cite" => 1,
        Newsroom.Whole or Newsroom.Cited => NewsroomShare,
        Synthetic => SyntheticShare,
        _ => 0,
    };

    private static LabelledResponse Measure(string set, LabelledCase item, SourceText source)
    {
        var gold = item.Sentences?.Select(s => (Start: Int(s[0]), End: Int(s[1]), Bad: s[2].ToString() == "unsupported")).ToArray();
        var sentences = VerifyCase.SentencesOf(item.Response);
        var offsets = CodePoints.Of(item.Response);
        return new LabelledResponse(set, item.SourceText, item.Kind, item.IsUnsupported, [.. sentences.Select(sentence =>
        {
            var (start, end) = (offsets[sentence.Start], offsets[sentence.End]);
            bool? bad = !item.IsUnsupported ? false
                : gold is not null ? gold.Any(g => g.Bad && g.Start < end && start < g.End)
                : sentences.Length == 1 ? true
                : null;
            return LabelledSentence.Measure(item.Response[sentence.Start..sentence.End], source, bad);
        })]);
    }

    private static IEnumerable<LabelledResponse> Make(string text, SourceText source)
    {
        var perturbations = new Perturbations(text.Length);
        var random = new Random(text.Length);
        var sentences = source.Sentences.ToArray()
            .Select(sentence => source.Paragraph(sentence.Paragraph).TextOf(sentence.Range))
            .Where(sentence => sentence.Split(' ').Length is >= 8 and <= 45 && char.IsUpper(sentence[0])).ToArray();
        string[] names = [.. Perturbations.NamesIn(text)];
        for (var i = 0; i < SyntheticPerSource && sentences.Length > 1; i++)
        {
            var sentence = sentences[random.Next(sentences.Length)];
            if (perturbations.Supported(sentence) is { } good)
            {
                yield return new LabelledResponse(Synthetic, text, null, false, [LabelledSentence.Measure(good, source, bad: false)]);
            }

            if (perturbations.Unsupported(sentence, names, [.. sentences.Where(other => other != sentence)]) is { } wrong)
            {
                yield return new LabelledResponse(Synthetic, text, null, true, [LabelledSentence.Measure(wrong, source, bad: true)]);
            }
        }
    }

    private static int Int(object value) => ((JsonElement)value).GetInt32();

    private static SupportModel Learn(IReadOnlyCollection<LabelledResponse> cases, Func<string, double> shareOf)
    {
        var examples = cases.SelectMany(c => c.Sentences.Where(sentence => sentence.Bad is not null).Select(sentence => (c.Set, Bad: sentence.Bad == true, Sentence: sentence))).ToArray();

        // In each set the supported count as much as the unsupported, since the measure is balanced accuracy; larger sets count for little more.
        var sizes = examples.CountBy(example => example.Set).ToDictionary();
        var sides = examples.CountBy(example => (example.Set, example.Bad)).ToDictionary();
        var importance = Array.ConvertAll(examples, example => shareOf(example.Set) * Math.Pow(sizes[example.Set], 0.25) / sides[(example.Set, example.Bad)]);
        var mean = importance.Average();
        importance = Array.ConvertAll(importance, weight => weight / mean);
        bool[] bad = [.. examples.Select(example => example.Bad)];
        var regression = new LogisticRegression(Ridge * examples.Length, Steps);
        return new SupportModel(Features, Weights(_ => []), Weights(sentence => [sentence.Nearness]));

        float[] Weights(Func<LabelledSentence, float[]> more)
        {
            var (weights, bias) = regression.Train([.. examples.Select(example =>
                (float[])[.. Features.Select(feature => example.Sentence.Comparison[feature]), .. more(example.Sentence)])], bad, importance);
            return [.. weights, bias];
        }
    }

    private static ScoredResponse Score(SupportModel model, LabelledResponse response, bool byMeaning) => new([.. response.Sentences.Select(sentence => sentence.LogOdds(model, byMeaning))]);

    private static Dictionary<LabelledResponse, ScoredResponse> CrossValidate(IReadOnlyCollection<LabelledResponse> cases, Func<string, double> shareOf, bool byMeaning) =>
        new(Enumerable.Range(0, Folds).AsParallel().SelectMany(fold =>
        {
            var model = Learn([.. cases.Where(c => c.Fold(Folds) != fold && shareOf(c.Set) > 0)], shareOf);
            return cases.Where(c => c.Fold(Folds) == fold).Select(c => KeyValuePair.Create(c, Score(model, c, byMeaning)));
        }));

    /// <param name="Doc">The document that the sentence is from.</param>
    private sealed record DocumentSentence(string Doc, string Sentence);
}

/// <summary>Log-odds that each of its sentences is unsupported.</summary>
internal sealed record ScoredResponse(double[] Sentences)
{
    public double Worst => Sentences.Max();
}
