using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Checks;

/// <summary>What the article says in its own voice, given to somebody who is named beside it.</summary>
internal static class ArticleVoiceCheck
{
    // “Kim Novak, who runs the mill, said”
    private const int Reach = 5;

    /// <summary>The name; null when the copied sentence is itself somebody’s claim or quotation, or has the name.</summary>
    public static Finding? Find(SentenceAlignment alignment, CopiedSentence copy)
    {
        var terms = alignment.Statement.Terms;
        if (alignment.Statement.Quotes.Length > 0)
        {
            return null;
        }

        for (var verb = 0; verb < terms.Length; verb++)
        {
            if (!Wording.IsClaim(terms[verb].Text) || copy.Taken.Contains(verb))
            {
                continue;
            }

            for (var i = Math.Max(0, verb - Reach); i < Math.Min(terms.Length, verb + Reach); i++)
            {
                if (terms[i].Is(TermKinds.Name) && !copy.Holds(terms[i].Stem) && !copy.Taken.Contains(i))
                {
                    if (Tells(copy.Terms.Span) || IsSpoken(alignment.Source, copy.Sentence))
                    {
                        return null;
                    }

                    var last = i;
                    while (last + 1 < terms.Length && terms[last + 1].Is(TermKinds.Name) && terms[last + 1].Start - terms[last].End == 1)
                    {
                        last++;
                    }

                    return new Finding(FindingKind.ArticleVoice, alignment.Statement.Text[terms[i].Start..terms[last].End]);
                }
            }
        }

        return null;
    }

    private static bool Tells(ReadOnlySpan<Term> terms)
    {
        foreach (ref readonly var term in terms)
        {
            if (term.Is(TermKinds.Reporting) || Wording.IsClaim(term.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpoken(SourceText source, int sentence)
    {
        var (paragraph, range, _, _, _, _) = source.Sentences[sentence];
        return StatementText.QuotedIn(source.Paragraph(paragraph).Text).Any(quote => quote.Start < range.End && range.Start < quote.End);
    }
}
