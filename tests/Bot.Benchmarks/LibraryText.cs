using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Articles;
using Bot.Language;

namespace Bot.Benchmarks;

/// <summary>Made-up articles whose words come as often as words do.</summary>
/// <remarks>
/// A vocabulary of 80,000 words: English function words at its head, made of syllables below. Ranks are drawn after Zipf and Mandelbrot, p(r) ~ 1 / (r + 2.7)^1.07.
/// Each article also has 25 words of its own subject, drawn from ranks 150 to 40,000 evenly over their logarithms, which make up a fifth of its words: words
/// of a subject come back within an article, which independent draws would not give. Paragraphs of 25 to 65 words, 35 of them as in a news report.
/// </remarks>
internal sealed class LibraryText
{
    public const int ParagraphsOfAReport = 35;

    private const int Vocabulary = 80_000;

    private static readonly string[] FunctionWords =
    [
        "the", "of", "to", "and", "a", "in", "that", "for", "is", "on", "said", "with", "was", "at", "it", "by", "as", "he", "from", "have", "be", "has", "his", "are",
        "an", "not", "will", "who", "they", "but", "were", "their", "had", "this", "or", "been", "its", "more", "which", "would", "about", "we", "after", "up", "one",
    ];

    private readonly string[] _words = new string[Vocabulary];
    private readonly double[] _cumulative = new double[Vocabulary];
    private readonly int _paragraphs;

    /// <param name="paragraphs">Of each article.</param>
    public LibraryText(int paragraphs = ParagraphsOfAReport)
    {
        _paragraphs = paragraphs;
        string[] syllables = ["ba", "ron", "te", "lis", "mo", "ka", "ver", "sun", "di", "pol", "gra", "ne", "thi", "cor", "lu", "mas", "fe", "ran", "shi", "tol", "we", "bri", "ost", "um"];
        var sum = 0.0;
        for (var rank = 0; rank < Vocabulary; rank++)
        {
            _words[rank] = rank < FunctionWords.Length ? FunctionWords[rank] : Spell(rank);
            sum += 1 / Math.Pow(rank + 2.7, 1.07);
            _cumulative[rank] = sum;
        }

        string Spell(int rank)
        {
            var word = new StringBuilder();
            for (var rest = rank; rest > 0; rest /= syllables.Length)
            {
                word.Append(syllables[rest % syllables.Length]);
            }

            return word.ToString();
        }
    }

    /// <summary>The same article for the same number.</summary>
    public Article Article(int number)
    {
        var random = new Random(number);
        var subject = Subject(random);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(_paragraphs);
        for (var i = 1; i <= _paragraphs; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(25, 66)).Select(_ => Draw(random, subject))) + ".";
            paragraphs.Add(new Paragraph(i, text, null, [new Sentence(0, text.Length)]));
        }

        return new Article
        {
            Id = number.ToString("x8", CultureInfo.InvariantCulture),
            Title = string.Join(' ', Enumerable.Range(0, 7).Select(i => i % 2 == 0 ? subject[random.Next(subject.Length)] : Draw(random, subject))),
            Paragraphs = paragraphs.DrainToImmutable(),
        };
    }

    /// <summary>Asks for a paragraph of the article: four to seven words that stand in it, among function words.</summary>
    public string Question(int article, int seed)
    {
        var random = new Random(seed);
        var paragraphs = Article(article).Paragraphs;
        var words = paragraphs[random.Next(paragraphs.Length)].Text.TrimEnd('.').Split(' ').Except(FunctionWords).ToArray();
        random.Shuffle(words);
        return $"What did the {string.Join(' ', words.Take(random.Next(4, 8)))} have to do with it?";
    }

    private string Draw(Random random, string[] subject)
    {
        if (random.Next(5) == 0)
        {
            return subject[random.Next(subject.Length)];
        }

        var index = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return _words[index < 0 ? ~index : index];
    }

    private string[] Subject(Random random) =>
        [.. Enumerable.Range(0, 25).Select(_ => _words[(int)(150 * Math.Pow(40_000.0 / 150, random.NextDouble()))])];
}
