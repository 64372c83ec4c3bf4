using System.Collections.Immutable;
using Bot.Answers.Drafts;
using Bot.Language;

namespace Bot.Answers.Verification;

/// <summary>Stands between a draft and its reader: what it lets through is quoted word for word and supported by what it quotes.</summary>
/// <remarks>Pure: no model, no I/O. Made once for what was shown, it checks any number of drafts; safe for every thread.</remarks>
public sealed class CitationVerifier
{
    private readonly ImmutableArray<ShownPassage> _shown;
    private readonly SourceText _source;
    private readonly Lazy<Descriptions> _descriptions;

    /// <param name="shown">Everything the model may rely on; numbers must be distinct.</param>
    public CitationVerifier(ImmutableArray<ShownPassage> shown)
    {
        _shown = shown;
        _source = new SourceText(ImmutableArray.CreateRange(shown, passage => ParagraphReading.Of(passage.Article, passage.Paragraph)));
        _descriptions = new(() => Descriptions.Of(shown, _source));
    }

    public CheckedDraft Check(Draft draft)
    {
        var kept = ImmutableArray.CreateBuilder<Statement>();
        var dropped = ImmutableArray.CreateBuilder<DroppedStatement>();
        var corrections = ImmutableArray.CreateBuilder<string>();
        var citations = new CitationList(_shown);
        foreach (var statement in draft.Statements)
        {
            var evidence = Locate(statement, corrections);
            if (Fault(statement, evidence, out var text) is { } reason)
            {
                dropped.Add(new DroppedStatement(statement.Text, reason));
            }
            else
            {
                kept.Add(new Statement(text, citations.Add(evidence.Spans)));
            }
        }

        return new CheckedDraft(kept.ToImmutable(), citations.ToImmutable(), dropped.ToImmutable(), corrections.ToImmutable());
    }

    /// <summary>Null when the statement may be shown, as <paramref name="text"/>, on the strength of its evidence.</summary>
    private string? Fault(DraftStatement statement, LocatedEvidence evidence, out string text)
    {
        text = statement.Text;
        if (evidence.Spans.Count == 0)
        {
            return evidence.Altered is { } altered ? $"The article does not contain the words “{InnerQuotes.Shorten(altered)}”."
                : statement.Evidence.Length == 0 ? "It names no passage of the article."
                : "It names a passage that was not shown.";
        }

        var named = evidence.Spans.Count;
        if (InnerQuotes.Restore(statement.Text, _source, evidence.Spans, out text) is { } misquoted)
        {
            return misquoted;
        }

        var words = Words.Read(text);
        if (Attribution.Fault(words, _shown, evidence.Spans) is { } misattributed)
        {
            return misattributed;
        }

        if (_descriptions.Value.Misapplied(text, words) is var (name, description))
        {
            return $"The article does not call {name} “{description}”.";
        }

        if (Splicing.Find(text, words, _source) is { } seam)
        {
            return $"It joins parts of two sentences to one that the article does not have: “{seam}”.";
        }

        if (evidence.Spans.Count > named && !Judge(text, evidence.Spans[..named]).MayBeShown && Judge(text, evidence.Spans[named..]).MayBeShown)
        {
            // The words it quotes stand elsewhere, and what it named has nothing to do with them.
            evidence.Spans.RemoveRange(0, named);
        }

        var cited = evidence.Spans.Select(span => span.Paragraph).Distinct().Order().ToArray();
        var context = new CitedContext(_source, cited);
        if (QuotedReport.Is(text, _shown, evidence.Spans))
        {
            return null;
        }

        var support = Support.Judge(text, context.Source, context.Allowed(evidence.Spans));
        if (!support.MayBeShown)
        {
            support = Support.Judge(text, context.Source, context.Allowed([]));
            if (!support.MayBeShown)
            {
                return Reasons.For(support);
            }

            evidence.Spans.AddRange(support.Sentences.SelectMany(sentence => context.SpansOf(sentence.Comparison.Window))
                .Where(added => !evidence.Spans.Exists(span => span.Paragraph == added.Paragraph && span.Start < added.End && added.Start < span.End)));
        }

        return support.IsNearCopy ? null : FaultOfFreeWords(text, evidence);
    }

    /// <summary>What is not almost a sentence of the cited passages may be one of another passage, which is then cited, or borrow from one, which is not allowed.</summary>
    private string? FaultOfFreeWords(string text, LocatedEvidence evidence)
    {
        if (Support.Judge(text, _source, []) is { IsNearCopy: true, MayBeShown: true } elsewhere)
        {
            evidence.Spans.Clear();
            evidence.Spans.AddRange(elsewhere.Sentences.SelectMany(sentence => _source.SpansOf(sentence.Comparison.Window)).Distinct());
            return null;
        }

        var cited = _source.Of([.. evidence.Spans.Select(span => span.Paragraph).Distinct().Order()]);
        return BorrowedWords.Find(text, _source, cited) is { } borrowed ? $"The cited passage does not say “{borrowed}”; another one does, which it does not cite." : null;
    }

    private Support Judge(string text, List<SourceSpan> spans)
    {
        var context = new CitedContext(_source, [.. spans.Select(span => span.Paragraph).Distinct().Order()]);
        return Support.Judge(text, context.Source, context.Allowed([]));
    }

    private LocatedEvidence Locate(DraftStatement statement, ImmutableArray<string>.Builder corrections)
    {
        var spans = new List<SourceSpan>();
        string? altered = null;
        foreach (var (passage, quote) in statement.Evidence)
        {
            var named = passage is { } number ? IndexOf(number) : -1;
            if (quote.Length == 0)
            {
                if (named >= 0)
                {
                    Add(BestSentence(statement.Text, named));
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
                corrections.Add($"Cited passage {passage?.ToString(provider: null) ?? "none"} for words of passage {_shown[span.Paragraph].Number}.");
            }

            Add(span);
        }

        return new LocatedEvidence(spans, altered);

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
        for (var step = -1; step < _shown.Length; step++)
        {
            var paragraph = step < 0 ? named : step;
            if (paragraph >= 0 && (step < 0 || paragraph != named) && match.FindIn(_source.QuotableOf(paragraph)) is var (start, end))
            {
                return new SourceSpan(paragraph, start, end);
            }
        }

        return null;
    }

    private SourceSpan BestSentence(string statement, int paragraph)
    {
        var context = new CitedContext(_source, [paragraph]);
        var window = new Comparison(new StatementText(statement, context.Source), context.Source, context.Allowed([])).Window;
        return context.SpansOf(window with { End = window.First + 1 }).FirstOrDefault(new SourceSpan(paragraph, 0, _shown[paragraph].Paragraph.Text.Length));
    }

    private int IndexOf(int number)
    {
        for (var i = 0; i < _shown.Length; i++)
        {
            if (_shown[i].Number == number)
            {
                return i;
            }
        }

        return -1;
    }

    /// <param name="Altered">The first quotation that the article does not contain.</param>
    private sealed record LocatedEvidence(List<SourceSpan> Spans, string? Altered);
}
