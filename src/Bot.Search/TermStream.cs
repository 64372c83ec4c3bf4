using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Search;

/// <summary>Terms that were read already, as a stream of Lucene's.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly IEnumerator<string> _terms;
    private readonly ICharTermAttribute _term;

    public TermStream(IEnumerable<string> terms)
    {
        _terms = terms.GetEnumerator();
        _term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_terms.MoveNext())
        {
            return false;
        }

        _term.Append(_terms.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _terms.Dispose();
        }

        base.Dispose(disposing);
    }
}
