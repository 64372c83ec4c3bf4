using System.Collections.Immutable;
using Bot.Articles;
using Bot.Search.Language;

namespace Bot.Answers.Verification;

/// <summary>A paragraph cut into words once, however many sources it is made part of. Safe for every thread.</summary>
internal sealed class ParagraphReading
{
    private QuotableText? _quotable;

    public ParagraphReading(Paragraph paragraph)
    {
        Paragraph = paragraph;
        Words = Search.Language.Words.Read(paragraph.Text);
        Stems = ImmutableArray.CreateRange(Words, TermReading.StemOf);
        Quantities = Quantity.In(paragraph.Text, Words);
    }

    public Paragraph Paragraph { get; }

    public ImmutableArray<Word> Words { get; }

    /// <summary>For each of <see cref="Words"/> what it is compared by.</summary>
    public ImmutableArray<string> Stems { get; }

    public ImmutableArray<Quantity> Quantities { get; }

    /// <summary>As quotations are compared with it.</summary>
    public QuotableText Quotable => _quotable ??= new QuotableText(Paragraph.Text);
}
