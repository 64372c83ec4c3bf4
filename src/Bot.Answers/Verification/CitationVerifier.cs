using System.Collections.Immutable;
using Bot.Answers.Drafts;
using Bot.Answers.Quoting;
using Bot.Answers.Verification.Checks;
using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification;

/// <summary>Stands between a draft and its reader: what it lets through is quoted word for word and supported by what it quotes.</summary>
/// <remarks>No model, no I/O. Made once for what was shown, it checks any number of drafts; safe for every thread.</remarks>
public sealed class CitationVerifier
{
    private readonly ShownText _shown;

    /// <param name="shown">Everything the model may rely on; numbers must be distinct.</param>
    /// <param name="vectors">Null to compare words alone.</param>
    public CitationVerifier(ImmutableArray<ShownPassage> shown, IStatementVectors? vectors = null) => _shown = new ShownText(shown, vectors);

    public CheckedDraft Check(Draft draft)
    {
        var kept = ImmutableArray.CreateBuilder<Statement>();
        var dropped = ImmutableArray.CreateBuilder<DroppedStatement>();
        var corrections = ImmutableArray.CreateBuilder<string>();
        var citations = new CitationList(_shown.Passages);
        foreach (var statement in draft.Statements)
        {
            var text = AddressCheck.WithoutMentions(statement.Text);
            var (spans, missing) = Locate(text, statement.Evidence, corrections);
            var claim = new Claim(_shown, text, spans);
            if ((spans.Count == 0 ? missing : Find(claim)) is { } finding)
            {
                dropped.Add(new DroppedStatement(statement.Text, finding.Reason));
            }
            else
            {
                kept.Add(new Statement(claim.Text, citations.Add(claim.Spans)));
            }
        }

        return new CheckedDraft(kept.ToImmutable(), citations.ToImmutable(), dropped.ToImmutable(), corrections.ToImmutable());
    }

    /// <summary>Null when the statement may be shown on the strength of its evidence.</summary>
    private Finding? Find(Claim claim)
    {
        var named = claim.Spans.Count;
        return CheckOrder.FirstOf(CheckOrder.First, claim) ?? Weigh(claim, named) ?? CheckOrder.FirstOf(CheckOrder.Last, claim);
    }

    /// <summary>Whether the evidence, or what stands around it, says what the statement says; what does is then cited.</summary>
    /// <param name="named">How many of the spans the model named; the others are where quotations stand.</param>
    private Finding? Weigh(Claim claim, int named)
    {
        var (text, spans) = (claim.Text, claim.Spans);
        if (spans.Count > named && !Judge(text, spans[..named]).Holds && Judge(text, spans[named..]).Holds)
        {
            // The words it quotes stand elsewhere, and what it named has nothing to do with them.
            spans.RemoveRange(0, named);
        }

        if (QuotedReport.Is(claim))
        {
            return null;
        }

        var context = new CitedContext(_shown.Source, claim.Paragraphs);
        var support = Support.Judge(text, context.Source, context.Allowed(spans));
        if (!support.Holds)
        {
            support = Support.Judge(text, context.Source, context.Allowed([]));
            if (!support.Holds)
            {
                return support.Fault;
            }

            Cite(spans, support.Sentences.SelectMany(sentence => context.SpansOf(sentence.Comparison.Window)));
        }

        return support.IsNearCopy ? null : FindInFreeWords(claim);
    }

    /// <summary>What is not almost a sentence of the cited passages may be one of another passage, which is then cited, or borrow from one, which is not allowed.</summary>
    private Finding? FindInFreeWords(Claim claim)
    {
        if (Support.Judge(claim.Text, _shown.Source, []) is { IsNearCopy: true, Holds: true } elsewhere)
        {
            var spans = elsewhere.Sentences.SelectMany(sentence => _shown.Source.SpansOf(sentence.Comparison.Window)).ToArray();
            if (spans.Any(span => !claim.Paragraphs.Contains(span.Paragraph)))
            {
                claim.Spans.Clear();
            }

            Cite(claim.Spans, spans);
            return null;
        }

        return UncitedWordsCheck.Find(claim);
    }

    private static void Cite(List<SourceSpan> spans, IEnumerable<SourceSpan> more) =>
        spans.AddRange([.. more.Distinct().Where(added => !spans.Exists(span => span.Paragraph == added.Paragraph && span.Start < added.End && added.Start < span.End))]);

    private Support Judge(string text, List<SourceSpan> spans)
    {
        var context = new CitedContext(_shown.Source, [.. spans.Select(span => span.Paragraph).Distinct().Order()]);
        return Support.Judge(text, context.Source, context.Allowed([]));
    }

    /// <returns>Where the evidence stands, and why there is none when there is none.</returns>
    private (List<SourceSpan> Spans, Finding Missing) Locate(string text, ImmutableArray<DraftEvidence> evidence, ImmutableArray<string>.Builder corrections)
    {
        var spans = new List<SourceSpan>();
        string? altered = null;
        foreach (var (passage, quote) in evidence)
        {
            var named = passage is { } number ? _shown.IndexOf(number) : -1;
            if (quote.Length == 0)
            {
                if (named >= 0)
                {
                    Add(BestSentence(text, named));
                }

                continue;
            }

            if (Find(quote, named) is not { } span)
            {
                altered ??= quote;
                continue;
            }

            if (span.Paragraph != named)
            {
                corrections.Add($"Cited passage {passage?.ToString(provider: null) ?? "none"} for words of passage {_shown.Passages[span.Paragraph].Number}.");
            }

            Add(span);
        }

        return (spans, altered is not null ? new Finding(FindingKind.QuoteAltered, altered) : new Finding(evidence.Length == 0 ? FindingKind.NoEvidence : FindingKind.NotShown, ""));

        void Add(SourceSpan span)
        {
            if (!spans.Contains(span))
            {
                spans.Add(span);
            }
        }
    }

    /// <summary>In the passage that was named if it can be, in any other that was shown if not.</summary>
    private SourceSpan? Find(string quote, int named)
    {
        var match = new QuoteMatch(quote);
        for (var step = -1; step < _shown.Passages.Length; step++)
        {
            var paragraph = step < 0 ? named : step;
            if (paragraph >= 0 && (step < 0 || paragraph != named) && match.FindIn(_shown.Source.QuotableOf(paragraph)) is var (start, end))
            {
                return new SourceSpan(paragraph, start, end);
            }
        }

        return null;
    }

    private SourceSpan BestSentence(string statement, int paragraph)
    {
        var context = new CitedContext(_shown.Source, [paragraph]);
        var window = new StatementComparison(new StatementText(statement, context.Source), context.Source, context.Allowed([])).Window;
        return context.SpansOf(window with { End = window.First + 1 }).FirstOrDefault(new SourceSpan(paragraph, 0, _shown.Passages[paragraph].Paragraph.Text.Length));
    }
}
