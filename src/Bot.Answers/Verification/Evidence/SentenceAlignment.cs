using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Verification.Evidence;

/// <summary>A statement laid over the stretch of the source that says most nearly the same, word on word.</summary>
internal sealed class SentenceAlignment
{
    private const int MaxBits = 64;

    private readonly int[] _content;
    private readonly double[] _weights;
    private readonly int[] _partner;

    private SentenceAlignment(StatementText statement, SourceText source)
    {
        Statement = statement;
        Source = source;
        _content = ContentOf(statement);
        _weights = WeightsOf(statement, _content);
        _partner = new int[statement.Terms.Length];
    }

    public StatementText Statement { get; }

    public SourceText Source { get; }

    public EvidenceWindow Window { get; private set; }

    /// <summary>The words of the source in the window.</summary>
    public ReadOnlySpan<Term> Stretch => Source.TermsOf(Window.First, Window.End);

    /// <summary>Index, in the source, of the sentence that a word of the stretch is in.</summary>
    public int SentenceOf(int at)
    {
        var sentence = Window.First;
        for (at += Source.Sentences[sentence].FirstTerm; Source.Sentences[sentence].EndTerm <= at;)
        {
            sentence++;
        }

        return sentence;
    }

    /// <summary>For each word of the statement the index of its partner in the stretch, -1 for none; ascending.</summary>
    public ReadOnlySpan<int> Partner => _partner;

    /// <summary>Indexes of the statement's distinct content words, the first <see cref="MaxBits"/>.</summary>
    public ReadOnlySpan<int> Content => _content;

    /// <summary>What each of <see cref="Content"/> is worth; they sum to 1.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <param name="allowed">Which sentences of the source may be used; empty for all.</param>
    /// <param name="measures">Takes how well the windows cover the statement.</param>
    public static SentenceAlignment Lay(StatementText statement, SourceText source, ReadOnlySpan<bool> allowed, Measures measures)
    {
        var alignment = new SentenceAlignment(statement, source);
        var (content, weights) = (alignment._content, alignment._weights);
        var plain = EvidenceWindow.Best(EvidenceWindow.Masks(statement, source, content, soft: false), weights, allowed);
        var soft = EvidenceWindow.Best(EvidenceWindow.Masks(statement, source, content, soft: true), weights, allowed);
        measures.Set(Feature.MissInWindowSoft, 1 - soft.Coverage);
        alignment.Align(plain, soft);
        return alignment;
    }

    /// <summary>True when the stretch has a word of this stem, wherever it stands.</summary>
    public bool Holds(int stem)
    {
        foreach (ref readonly var term in Stretch)
        {
            if (term.Stem == stem)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Likeness of the word of the stretch that is most like this word of the statement, from 0 to 1.</summary>
    public float Nearest(int term)
    {
        var best = Math.Max(0, Statement.BestLikeness(term));
        if (Statement.Terms[term] is { Entry: >= 0 and var entry } plain && !plain.Is(TermKinds.Name | TermKinds.Number | TermKinds.Calendar))
        {
            foreach (ref readonly var other in Stretch)
            {
                if (other.IsContent && !other.Is(TermKinds.Name))
                {
                    best = Math.Max(best, Lexicon.Default.Likeness(entry, other.Entry));
                }
            }
        }

        return best;
    }

    private static int[] ContentOf(StatementText statement)
    {
        var seen = new HashSet<string>(statement.Terms.Length, StringComparer.Ordinal);
        var content = new List<int>(statement.Terms.Length);
        for (var i = 0; i < statement.Terms.Length && content.Count < MaxBits; i++)
        {
            if (statement.Terms[i].IsContent && seen.Add(statement.Terms[i].Text))
            {
                content.Add(i);
            }
        }

        return [.. content];
    }

    private static double[] WeightsOf(StatementText statement, int[] content)
    {
        var weights = Array.ConvertAll(content, i => 0.3 + statement.Terms[i].Weight);
        var total = Math.Max(weights.Sum(), 1e-9);
        return Array.ConvertAll(weights, weight => weight / total);
    }

    // The stretch that covers most words is not always the one that says the same thing: among the likely ones the best alignment decides.
    private void Align(EvidenceWindow plain, EvidenceWindow soft)
    {
        Window = plain;
        var worth = WordAlignment.Align(Statement, Stretch, _partner);
        if (soft == plain)
        {
            return;
        }

        Span<int> partner = new int[_partner.Length];
        if (WordAlignment.Align(Statement, Source.TermsOf(soft.First, soft.End), partner) > worth)
        {
            Window = soft;
            partner.CopyTo(_partner);
        }
    }
}
