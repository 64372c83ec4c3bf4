using Bot.Language;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using Word = UglyToad.PdfPig.Content.Word;

namespace Bot.Articles.Parsing.Pdf;

/// <summary>The words of a page. A line that was set too tight keeps narrower spaces than the letters' neighbours are looked for at; there words are parted again.</summary>
internal static class PdfWords
{
    // In sizes of the type. TeX shrinks a space to .22 and kerns letters by less than .1.
    private const double LeastSpace = 0.16;
    private const int FewestSteps = 20;

    public static IReadOnlyList<Word> Of(IReadOnlyList<Letter> letters)
    {
        var spaces = letters.Where(letter => string.IsNullOrWhiteSpace(letter.Value)).ToLookup(Line);

        // Text along the margin or across the page is no part of the article.
        return
        [
            .. NearestNeighbourWordExtractor.Instance.GetWords(letters)
                .Where(word => word.TextOrientation == TextOrientation.Horizontal && !string.IsNullOrWhiteSpace(word.Text))
                .SelectMany(word => Parted(word, spaces)),
        ];
    }

    /// <summary>Whether letters of a script that can be set from top to bottom stand so.</summary>
    public static bool IsVertical(IReadOnlyList<Letter> letters)
    {
        int steps = 0, down = 0;
        for (var i = 1; i < letters.Count; i++)
        {
            var (above, letter) = (letters[i - 1], letters[i]);
            if (above.Value is [var first, ..] && letter.Value is [var second, ..] && Whitespace.IsUnspaced(first) && Whitespace.IsUnspaced(second))
            {
                var fall = above.StartBaseLine.Y - letter.StartBaseLine.Y;
                steps++;
                down += fall > 0.5 * letter.PointSize && Math.Abs(above.StartBaseLine.X - letter.StartBaseLine.X) < 0.3 * letter.PointSize ? 1 : 0;
            }
        }

        return steps >= FewestSteps && down * 2 > steps;
    }

    private static IEnumerable<Word> Parted(Word word, ILookup<int, Letter> spaces)
    {
        var letters = word.Letters;
        var usual = letters.Count < 2 ? 0 : Enumerable.Range(1, letters.Count - 1).Select(i => Gap(letters, i)).Order().ElementAt((letters.Count - 1) / 2);
        var from = 0;
        for (var i = 1; i < letters.Count; i++)
        {
            if (Gap(letters, i) - Math.Max(usual, 0) > LeastSpace * letters[i].PointSize || HasSpace(letters[i - 1], letters[i], spaces))
            {
                yield return new Word([.. letters.Skip(from).Take(i - from)]);
                from = i;
            }
        }

        yield return from == 0 ? word : new Word([.. letters.Skip(from)]);
    }

    private static bool HasSpace(Letter before, Letter after, ILookup<int, Letter> spaces) => spaces[Line(after)].Any(space =>
        (space.StartBaseLine.X + space.EndBaseLine.X) / 2 is var middle && middle > before.EndBaseLine.X - (0.05 * before.PointSize) && middle < after.StartBaseLine.X + (0.05 * after.PointSize)
        && after.StartBaseLine.X > before.StartBaseLine.X);

    private static double Gap(IReadOnlyList<Letter> letters, int i) => letters[i].StartBaseLine.X - letters[i - 1].EndBaseLine.X;

    private static int Line(Letter letter) => (int)Math.Round(letter.StartBaseLine.Y);
}
