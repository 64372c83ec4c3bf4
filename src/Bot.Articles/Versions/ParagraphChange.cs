using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Bot.Articles.Versions;

/// <summary>What became of one paragraph from one version of an article to another.</summary>
public abstract record ParagraphChange
{
    private ParagraphChange()
    {
    }

    /// <param name="New">Stands only in the later version.</param>
    public sealed record Added(Paragraph New) : ParagraphChange;

    /// <param name="Old">Stands only in the earlier version.</param>
    public sealed record Removed(Paragraph Old) : ParagraphChange;

    /// <summary>The same paragraph in other words: at least half of them stayed.</summary>
    public sealed record Altered(Paragraph Old, Paragraph New) : ParagraphChange
    {
        /// <summary>The text of both in reading order, by what happened to each piece.</summary>
        public ImmutableArray<TextChange> Words()
        {
            var diff = Differ.Instance.CreateDiffs(Old.Text, New.Text, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
            var pieces = ImmutableArray.CreateBuilder<TextChange>();
            var at = 0;
            foreach (var block in diff.DiffBlocks)
            {
                Append(TextChangeKind.Kept, diff.PiecesOld, at, block.DeleteStartA);
                Append(TextChangeKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
                Append(TextChangeKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
                at = block.DeleteStartA + block.DeleteCountA;
            }

            Append(TextChangeKind.Kept, diff.PiecesOld, at, diff.PiecesOld.Count);
            return pieces.DrainToImmutable();

            void Append(TextChangeKind kind, IReadOnlyList<string> words, int start, int end)
            {
                if (end > start)
                {
                    pieces.Add(new TextChange(kind, string.Concat(words.Skip(start).Take(end - start))));
                }
            }
        }
    }
}

public enum TextChangeKind
{
    Kept,
    Removed,
    Added,
}

public sealed record TextChange(TextChangeKind Kind, string Text);
