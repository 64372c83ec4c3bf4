using System.Collections.Immutable;

namespace Bot.Answers.Verification.Evidence;

/// <summary>Everything that was shown to the model, read once for all statements. Safe for every thread.</summary>
internal sealed class ShownText
{
    private readonly Lazy<Descriptions> _descriptions;
    private readonly Lazy<ShownWords> _words;

    /// <param name="passages">Numbers must be distinct.</param>
    public ShownText(ImmutableArray<ShownPassage> passages, IStatementVectors? vectors)
    {
        Passages = passages;
        Source = new SourceText(ImmutableArray.CreateRange(passages, passage => ParagraphReading.Of(passage.Article, passage.Paragraph)), vectors);
        _descriptions = new(() => Descriptions.Of(passages, Source));
        _words = new(() => new ShownWords(passages));
    }

    public ImmutableArray<ShownPassage> Passages { get; }

    /// <summary>The paragraphs of <see cref="Passages"/>, in their order.</summary>
    public SourceText Source { get; }

    /// <summary>Who is what.</summary>
    public Descriptions Descriptions => _descriptions.Value;

    /// <summary>What is spoken of at all.</summary>
    public ShownWords Words => _words.Value;

    /// <summary>The index of the passage with this number; -1 when none has it.</summary>
    public int IndexOf(int number)
    {
        for (var i = 0; i < Passages.Length; i++)
        {
            if (Passages[i].Number == number)
            {
                return i;
            }
        }

        return -1;
    }
}
