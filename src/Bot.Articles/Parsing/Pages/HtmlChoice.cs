using AngleSharp.Dom;
using Bot.Language;

namespace Bot.Articles.Parsing.Pages;

/// <summary>
/// Chooses the blocks of the article among all blocks of a page, between three readings: SmartReader's proposal, made whole, what the page marks as its
/// article, and the page as a whole. What counts is which holds the text.
/// </summary>
internal static class HtmlChoice
{
    // Of the passage with most prose, what a proposal must hold to be trusted; and of its own prose, what must stand where the page marks its article.
    private const double Found = 0.6;
    private const double Within = 0.75;
    private const double Larger = 1.5;
    private const int Little = 1_200;

    // One letter of so many, in a text that is not there to lead elsewhere.
    private const int MostLinked = 6;

    private const int LongestLede = 1_000;
    private const int LongestLabel = 60;

    /// <param name="places">From which block to which each element reaches.</param>
    /// <param name="marked">From which block to which the page itself marks an article, for each that it marks.</param>
    /// <param name="proposed">For each block, whether SmartReader keeps it.</param>
    /// <param name="headline">The block that is the headline, or -1.</param>
    public static bool[] Of(List<PageBlock> blocks, List<(int First, int Last)> places, IReadOnlyList<(int First, int Last)> marked, bool[] proposed, int headline)
    {
        bool[] plain = [.. blocks.Select(block => block.Around == Surroundings.Text)];
        bool[] kept = [.. plain.Select((text, at) => text && proposed[at])];
        var own = marked.Select(range => plain.Select((text, at) => text && at >= range.First && at < range.Last).ToArray())
            .MaxBy(candidate => (Prose(blocks, Both(kept, candidate)), Prose(blocks, candidate)));
        var chosen = own is not null && Prose(blocks, own) > 0 ? InMarked(blocks, kept, own) : InPage(blocks, kept, plain);
        var core = Core(blocks, places, [.. (own is not null && Prose(blocks, own) > 0 ? own : plain).Select((text, at) => text && !blocks[at].IsComment)]);
        var first = blocks.FindIndex(Math.Max(0, headline), block => block.IsProse && !block.IsQuoted);
        if (headline >= 0 && first >= 0 && !chosen[first] && core[first] && Prose(blocks, chosen) < Found * Prose(blocks, core) && blocks.Where((_, at) => core[at]).Sum(block => block.Linked) * MostLinked <= Length(blocks, core))
        {
            chosen = core;
        }

        return Trimmed(blocks, WithLede(blocks, chosen, headline));
    }

    private static bool[] InMarked(List<PageBlock> blocks, bool[] kept, bool[] own)
    {
        var inside = Both(kept, own);
        var densest = Densest(blocks, own);
        if (Prose(blocks, Both(kept, densest)) < Found * Prose(blocks, densest))
        {
            return Prose(blocks, own) >= Prose(blocks, kept) ? own : Completed(blocks, kept);
        }

        return Prose(blocks, inside) >= Within * Prose(blocks, kept) ? Both(Completed(blocks, inside), own) : Completed(blocks, kept);
    }

    private static bool[] InPage(List<PageBlock> blocks, bool[] kept, bool[] plain)
    {
        var whole = Completed(blocks, kept);
        var densest = Densest(blocks, [.. plain.Select((text, at) => text && !blocks[at].IsComment)]);
        return Prose(blocks, whole) < Little && Prose(blocks, densest) > Larger * Prose(blocks, whole) ? Completed(blocks, densest)
            : Length(blocks, plain) is var all && (all <= LongestLabel || all * 20 <= Length(blocks, whole) * 21) ? plain
            : whole;
    }

    /// <summary>The smallest element that holds most of the prose, however deep each paragraph is wrapped.</summary>
    private static bool[] Core(List<PageBlock> blocks, List<(int First, int Last)> places, bool[] among)
    {
        var sums = new int[blocks.Count + 1];
        for (var at = 0; at < blocks.Count; at++)
        {
            sums[at + 1] = sums[at] + (among[at] && blocks[at].IsProse && !blocks[at].IsQuoted && blocks[at].Holder != "li" ? blocks[at].Text.Length : 0);
        }

        var (first, last) = places.Where(place => place.Last <= blocks.Count && sums[place.Last] - sums[place.First] >= Found * sums[^1]).DefaultIfEmpty().MinBy(place => place.Last - place.First);
        return [.. among.Select((text, at) => text && at >= first && at < last)];
    }

    /// <summary>The prose that stands side by side in one element where there is most of it, or, when each paragraph has a wrapper of its own, in the wrappers of one.</summary>
    private static bool[] Densest(List<PageBlock> blocks, bool[] among)
    {
        var prose = Enumerable.Range(0, blocks.Count).Where(at => among[at] && blocks[at].IsProse && !blocks[at].IsQuoted && blocks[at].Holder != "li").ToArray();
        bool[] In(int level)
        {
            var best = prose.Where(at => blocks[at].Near[level] is not null).GroupBy(at => blocks[at].Near[level]).MaxBy(group => group.Sum(at => blocks[at].Text.Length)) ?? Enumerable.Empty<int>();
            var chosen = new bool[blocks.Count];
            foreach (var at in best)
            {
                chosen[at] = true;
            }

            return chosen;
        }

        return In(0) is var beside && Prose(blocks, beside) * 4 >= Prose(blocks, among) ? beside : In(1);
    }

    /// <summary>What stands between the headline and the text is its lede.</summary>
    private static bool[] WithLede(List<PageBlock> blocks, bool[] chosen, int headline)
    {
        var first = Array.IndexOf(chosen, true);
        if (headline < 0 || first <= headline)
        {
            return chosen;
        }

        var lede = Enumerable.Range(headline + 1, first - headline - 1).Where(at => !blocks.Where((other, after) => after > at && chosen[after]).Any(other => other.Text == blocks[at].Text) && blocks[at].Text.Length > LongestLabel && Punctuation.HasFinal(blocks[at].Text) && (blocks[at].IsProse || blocks[at].Kind == BlockKind.Heading)).ToArray();
        if (lede.Sum(at => blocks[at].Text.Length) <= LongestLede)
        {
            foreach (var at in lede)
            {
                chosen[at] = true;
            }
        }

        return chosen;
    }

    /// <summary>Without the labels in front of the first sentence and behind the last one.</summary>
    private static bool[] Trimmed(List<PageBlock> blocks, bool[] chosen)
    {
        var (first, last) = (-1, -1);
        for (var at = 0; at < blocks.Count; at++)
        {
            if (chosen[at] && blocks[at].IsProse)
            {
                (first, last) = (first < 0 ? at : first, at);
            }
        }

        var parents = blocks.Where((block, at) => chosen[at] && block.IsProse).Select(block => block.Near[0]).ToHashSet();
        for (var at = 0; at < blocks.Count && first >= 0; at++)
        {
            var block = blocks[at];
            chosen[at] &= (at > first && at < last) || block.IsProse || (block.Kind == BlockKind.Heading && !(at < first && block.Near[0]?.LocalName == "header")) || block.IsQuoted || block.Holder is "li" or "table" or "pre" or "dd" or "dt"
                || block.Text.Length > LongestLabel || Punctuation.HasFinal(block.Text)
                || (at > last && parents.Contains(block.Near[0]));
        }

        return chosen;
    }

    private static bool[] Both(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a && b)];

    /// <summary>With the prose, the headings and the items beside what is kept.</summary>
    private static bool[] Completed(List<PageBlock> blocks, bool[] kept)
    {
        bool[] whole = [.. kept];
        var prose = Enumerable.Range(0, blocks.Count).Where(at => kept[at] && blocks[at].IsProse).ToArray();
        if (prose.Length == 0)
        {
            return whole;
        }

        var parents = prose.Select(at => blocks[at].Near[0]).OfType<IElement>().ToHashSet();
        for (var at = prose[0]; at <= prose[^1]; at++)
        {
            var block = blocks[at];
            var (beside, within) = (Holds(block.Near[0]), Holds(block.Near[1]));
            whole[at] |= block.Around == Surroundings.Text && (block.Kind == BlockKind.Heading || block.IsProse
                ? beside || within
                : !block.IsLinked && ((beside && block.Holder is "p" or "pre" or "table" or "blockquote") || (within && block.Holder is "li" or "dd" or "dt" or "table") || (block.IsQuoted && (beside || within))));
        }

        return whole;

        bool Holds(IElement? element) => element is not null && parents.Contains(element);
    }

    private static int Length(List<PageBlock> blocks, bool[] chosen) => blocks.Where((_, at) => chosen[at]).Sum(block => block.Text.Length);

    private static int Prose(List<PageBlock> blocks, bool[] chosen) => blocks.Where((block, at) => chosen[at] && block.IsProse).Sum(block => block.Text.Length);
}
