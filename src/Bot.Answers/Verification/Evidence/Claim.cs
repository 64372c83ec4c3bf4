using System.Collections.Immutable;
using Bot.Language;

namespace Bot.Answers.Verification.Evidence;

/// <summary>A statement of a draft while it is checked, with where its evidence was found. Used by one check after the other.</summary>
/// <param name="shown">Everything that was shown to the model.</param>
/// <param name="text">Without mentions of people.</param>
/// <param name="spans">Where the evidence that it names stands.</param>
internal sealed class Claim(ShownText shown, string text, List<SourceSpan> spans)
{
    private ImmutableArray<Word> _words;

    public ShownText Shown => shown;

    /// <summary>As it will be read; a check may put the article's own typography in place of the model's.</summary>
    public string Text
    {
        get => text;
        set => (text, _words) = (value, default);
    }

    public ImmutableArray<Word> Words => _words.IsDefault ? _words = Bot.Language.Words.Read(text) : _words;

    /// <summary>What will be cited; a check may add where a quotation stands.</summary>
    public List<SourceSpan> Spans => spans;

    /// <summary>Indexes of the cited paragraphs, ascending.</summary>
    public int[] Paragraphs => [.. spans.Select(span => span.Paragraph).Distinct().Order()];
}
