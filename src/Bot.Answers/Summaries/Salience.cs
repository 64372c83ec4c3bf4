using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>What a sentence is worth to whoever wants to know an article's story: a weighted sum, learned from sentences that a reader chose.</summary>
/// <param name="Weights">In step with <see cref="Measures"/>.</param>
internal sealed record Salience(ImmutableArray<float> Weights)
{
    private const float LongSentence = 30;
    private const float ShortSentence = 14;
    private const float ManyFigures = 4;

    private static readonly FrozenSet<string> FirstPersons = WordList.Set("en/readability/first-persons");

    /// <summary>The names under which the weights are kept.</summary>
    public static readonly ImmutableArray<string> Measures = ["early", "opens", "substance", "length", "short", "headline", "lead", "figures", "speech", "note", "self"];

    public static Salience Learned { get; } = Read();

    public double Of(ReadOnlySpan<float> measures)
    {
        var worth = 0.0;
        for (var i = 0; i < measures.Length; i++)
        {
            worth += Weights[i] * measures[i];
        }

        return worth;
    }

    /// <summary>Of each sentence the measures, from 0 to 1 for most.</summary>
    /// <param name="notes">Who speaks or is meant, in step with the sentences.</param>
    public static float[][] Measure(Article article, ArticleForm form, IReadOnlyList<SummarySentence> sentences, IReadOnlyList<string?> notes, SentenceGraph graph)
    {
        var headline = Words.Read(article.Title).Where(word => !word.IsStop).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sentences.Select((sentence, i) => new[]
            {
                form == ArticleForm.Report ? 1 - ((float)sentence.Paragraph.Number / article.Paragraphs.Length) : 0,
                sentence.Ordinal == 0 ? 1 : 0,
                (float)graph.Weight[i],
                Math.Min(1, sentence.Words.Length / LongSentence),
                Math.Max(0, 1 - (sentence.Words.Length / ShortSentence)),
                headline.Count == 0 ? 0 : (float)sentence.Terms.Distinct(StringComparer.Ordinal).Count(headline.Contains) / headline.Count,
                (float)graph.Likeness(i, 0),
                Math.Min(1, sentence.Words.Count(word => word.IsNumber) / ManyFigures),
                form == ArticleForm.Interview ? 0 : SpeechShare(sentence),
                notes[i] is null ? 0 : 1,
                sentence.Words.Any(word => FirstPersons.Contains(word.Text)) ? 1 : 0,
            }),
        ];
    }

    private static float SpeechShare(SummarySentence sentence) => sentence.Words.Length == 0 ? 0 : (float)sentence.Words.Count(sentence.IsSpoken) / sentence.Words.Length;

    private static Salience Read()
    {
        using var stream = typeof(Salience).Assembly.GetManifestResourceStream("salience.json") ?? throw new InvalidOperationException("The weights of summaries are not in the program.");
        var weights = JsonSerializer.Deserialize<Dictionary<string, float>>(stream)!;
        return new([.. Measures.Select(name => weights[name])]);
    }
}
