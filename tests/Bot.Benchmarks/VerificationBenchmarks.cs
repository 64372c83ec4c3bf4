using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Language;
using Bot.Search.Vectors;

namespace Bot.Benchmarks;

/// <summary>Checking one answer of eight statements against an article of a hundred paragraphs: at most 5 ms and 1 MB; by meaning, where it must be asked, at most 150 ms.</summary>
[MemoryDiagnoser]
public class VerificationBenchmarks
{
    private static readonly string[] Subjects = ["The harbour council", "Mayor Elena Petrova", "The ferry company", "A court in Varna", "The dockers' union", "Engineer Ivan Dimov"];
    private static readonly string[] Verbs = ["will close", "has opened", "refused to sell", "inspected", "may rebuild", "paid for"];
    private static readonly string[] Objects = ["the oldest terminal", "a row of warehouses", "two grain silos", "the northern breakwater", "a railway bridge", "the customs office"];

    private ImmutableArray<ShownPassage> _shown;
    private CitationVerifier? _ready;
    private Draft _draft = Draft.Silent;
    private Draft _free = Draft.Silent;
    private Encoded? _vectors;

    [GlobalSetup]
    public void Prepare()
    {
        var paragraphs = Enumerable.Range(1, 100).Select(number =>
        {
            var text = string.Join(' ', Enumerable.Range(0, 3).Select(i => Sentence(number, i)));
            return new Paragraph(number, text, null, SentenceSplitter.Split(text));
        });
        var article = new Article { Id = "bench001", Title = "A harbour", Paragraphs = [.. paragraphs] };
        _shown = [.. article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, article, paragraph))];
        _draft = new Draft([.. Enumerable.Range(1, 8).Select(i => new DraftStatement(
            Sentence(i * 11, 1).Replace("according to", "said", StringComparison.Ordinal),
            [new DraftEvidence(i * 11, Sentence(i * 11, 1)), new DraftEvidence((i * 11) + 1, Sentence((i * 11) + 1, 0)[..40])]))]);
        _free = new Draft([.. Enumerable.Range(1, 8).Select(i => new DraftStatement(
            $"In front of a crowd of {i * 11 * 17} it was announced, by means of a letter, what will happen for {(i * 11) + 3}.0 million euros.", [new DraftEvidence(i * 11, "")]))]);
        _ready = new CitationVerifier(_shown);
        _vectors = new Encoded(SentenceEncoder.Open(SentenceEncoder.Folder));
    }

    [Benchmark(Baseline = true)]
    public int Check_eight_statements() => _ready!.Check(_draft).Kept.Length;

    /// <summary>As for every question about an article that is in memory: its paragraphs were read for the check before.</summary>
    [Benchmark]
    public int Prepare_a_hundred_paragraphs_and_check() => new CitationVerifier(_shown).Check(_draft).Kept.Length;

    /// <summary>As for the first question about an article: of paragraphs that are not its own nothing is kept.</summary>
    [Benchmark]
    public int Read_a_hundred_paragraphs_and_check() =>
        new CitationVerifier([.. _shown.Select(passage => passage with { Paragraph = passage.Paragraph with { } })]).Check(_draft).Kept.Length;

    /// <summary>Each statement in words of its own, so that all eight must be encoded; the article's vectors are there, as they are for whatever lies in the library.</summary>
    [Benchmark]
    public int Check_eight_statements_by_meaning() => new CitationVerifier(_shown, _vectors).Check(_free).Kept.Length;

    private static string Sentence(int number, int i) =>
        $"{Subjects[(number + i) % 6]} {Verbs[((number * 5) + i) % 6]} {Objects[((number * 7) + (i * 2)) % 6]} for {number + 3}.{i} million euros on {1 + (number % 28)} March, according to a letter that was read out on the quay in front of {number * 17} people.";

    private sealed class Encoded(SentenceEncoder encoder) : IStatementVectors
    {
        private readonly Dictionary<string, UnitVector> _record = [];

        public UnitVector? VectorOf(string statement) => encoder.SentenceVector(statement);

        public UnitVector? VectorOf(Article? article, Paragraph paragraph, int sentence)
        {
            var text = paragraph.TextOf(paragraph.Sentences[sentence]);
            return _record.TryGetValue(text, out var vector) ? vector : _record[text] = encoder.SentenceVector(text);
        }
    }
}
