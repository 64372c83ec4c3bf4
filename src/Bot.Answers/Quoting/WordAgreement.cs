using System.Collections.Immutable;

namespace Bot.Answers.Quoting;

/// <summary>The stretch of a paragraph that agrees best with a quote, and how the two differ word by word.</summary>
/// <param name="Kept">How many words of the quote stand in the stretch, in order.</param>
/// <param name="Start">Of the stretch, in UTF-16 code units of the paragraph's text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Words">Both laid over each other.</param>
internal sealed record WordAgreement(int Kept, int Start, int End, ImmutableArray<ComparedWords> Words)
{
    private static readonly WordAgreement None = new(0, 0, 0, []);

    /// <summary>Whether no word is missing, added or changed.</summary>
    public bool IsExact => Kept > 0 && Words.All(words => words.Origin == WordOrigin.Both);

    /// <summary>By the best local alignment: a word in common is worth more than a word left out on either side costs.</summary>
    /// <remarks>https://en.wikipedia.org/wiki/Smith–Waterman_algorithm</remarks>
    public static WordAgreement Between(WordSequence quote, WordSequence paragraph)
    {
        const int Same = 2;
        var score = new int[quote.Count + 1, paragraph.Count + 1];
        var (best, endQuote, endParagraph) = (0, 0, 0);
        for (var i = 1; i <= quote.Count; i++)
        {
            for (var j = 1; j <= paragraph.Count; j++)
            {
                var together = quote.Key(i - 1) == paragraph.Key(j - 1) ? score[i - 1, j - 1] + Same : 0;
                score[i, j] = Math.Max(Math.Max(0, together), Math.Max(score[i - 1, j], score[i, j - 1]) - 1);
                if (score[i, j] > best)
                {
                    (best, endQuote, endParagraph) = (score[i, j], i, j);
                }
            }
        }

        return best == 0 ? None : Trace(quote, paragraph, score, endQuote, endParagraph);
    }

    private static WordAgreement Trace(WordSequence quote, WordSequence paragraph, int[,] score, int endQuote, int endParagraph)
    {
        var steps = new List<(WordOrigin Origin, int Word)>();
        for (var word = quote.Count - 1; word >= endQuote; word--)
        {
            steps.Add((WordOrigin.Quote, word));
        }

        var (i, j) = (endQuote, endParagraph);
        while (i > 0 && j > 0 && score[i, j] > 0)
        {
            if (quote.Key(i - 1) == paragraph.Key(j - 1) && score[i, j] == score[i - 1, j - 1] + 2)
            {
                (i, j) = (i - 1, j - 1);
                steps.Add((WordOrigin.Both, j));
            }
            else if (score[i, j] == score[i - 1, j] - 1)
            {
                steps.Add((WordOrigin.Quote, --i));
            }
            else
            {
                steps.Add((WordOrigin.Article, --j));
            }
        }

        for (var word = i - 1; word >= 0; word--)
        {
            steps.Add((WordOrigin.Quote, word));
        }

        steps.Reverse();
        return new(steps.Count(step => step.Origin == WordOrigin.Both), paragraph.Start(j), paragraph.End(endParagraph - 1), Joined(steps, quote, paragraph));
    }

    /// <summary>Neighbouring words of one origin as one stretch of its text.</summary>
    private static ImmutableArray<ComparedWords> Joined(List<(WordOrigin Origin, int Word)> steps, WordSequence quote, WordSequence paragraph)
    {
        var joined = ImmutableArray.CreateBuilder<ComparedWords>();
        for (var i = 0; i < steps.Count;)
        {
            var (origin, first) = steps[i];
            var last = first;
            for (i++; i < steps.Count && steps[i].Origin == origin; i++)
            {
                last = steps[i].Word;
            }

            var source = origin == WordOrigin.Quote ? quote : paragraph;
            joined.Add(new ComparedWords(source.Text[source.Start(first)..source.End(last)], origin));
        }

        return joined.DrainToImmutable();
    }
}
