using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bot.Search;

/// <summary>What one guild sees of one state of the index: its documents and everyone's, and the statistics that belong to them.</summary>
/// <remarks>
/// Frequencies are counted over these documents alone, so that neither the order of a result nor the time it takes tells of other guilds' articles.
/// A guild that sees most of the index takes the statistics of the whole: they hardly differ, and counting would double the work.
/// </remarks>
internal sealed class GuildView
{
    private readonly IndexReader _reader;
    private readonly DocIdSet?[] _segments;
    private readonly Dictionary<string, (int Documents, long Words)> _fields = [];

    public GuildView(IndexReader reader, GuildId guild)
    {
        _reader = reader;
        _segments = new DocIdSet?[reader.Leaves.Count];
        var seen = 0;
        var bits = new FixedBitSet?[reader.Leaves.Count];
        foreach (var leaf in reader.Leaves)
        {
            bits[leaf.Ord] = Mark(leaf.AtomicReader, guild);
            seen += bits[leaf.Ord]?.Cardinality ?? 0;
        }

        Reach = seen == reader.NumDocs ? Reach.Everything : seen * 2L >= reader.NumDocs ? Reach.Most : Reach.Little;
        foreach (var leaf in reader.Leaves)
        {
            _segments[leaf.Ord] = Reach == Reach.Little ? Pack(bits[leaf.Ord]) : bits[leaf.Ord];
        }

        foreach (var field in (ReadOnlySpan<string>)[PassageFields.Text, PassageFields.Section, PassageFields.Whole, PassageFields.Headline])
        {
            _fields[field] = Reach == Reach.Little ? Measure(field) : MeasureAll(reader, field);
        }
    }

    public Reach Reach { get; }

    /// <summary>The documents of one segment; null for none.</summary>
    public DocIdSet? Documents(AtomicReaderContext segment) => _segments[segment.Ord];

    public CollectionStatistics Statistics(string field)
    {
        var (documents, words) = _fields[field];
        return new CollectionStatistics(field, documents, documents, words, -1);
    }

    /// <summary>In how many of the documents a term stands.</summary>
    public int Frequency(Term term, TermContext context)
    {
        if (Reach != Reach.Little)
        {
            return context.DocFreq;
        }

        var count = 0;
        foreach (var leaf in _reader.Leaves)
        {
            if (_segments[leaf.Ord]?.GetIterator() is { } mine && context.Get(leaf.Ord) is { } state)
            {
                var terms = leaf.AtomicReader.GetTerms(term.Field).GetEnumerator();
                terms.SeekExact(term.Bytes, state);
                count += CountCommon(mine, terms.Docs(null, null, DocsFlags.NONE));
            }
        }

        return count;
    }

    private static int CountCommon(DocIdSetIterator a, DocIdSetIterator b)
    {
        var count = 0;
        var document = a.NextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS)
        {
            var other = b.DocID < document ? b.Advance(document) : b.DocID;
            if (other == document)
            {
                count++;
                document = a.NextDoc();
            }
            else if (other == DocIdSetIterator.NO_MORE_DOCS)
            {
                break;
            }
            else
            {
                document = a.Advance(other);
            }
        }

        return count;
    }

    private static FixedBitSet? Mark(AtomicReader reader, GuildId guild)
    {
        FixedBitSet? bits = null;
        foreach (var owner in guild == GuildId.Everyone ? [guild] : (ReadOnlySpan<GuildId>)[guild, GuildId.Everyone])
        {
            if (reader.GetTermDocsEnum(new Term(PassageFields.Guild, owner.ToString())) is not { } documents)
            {
                continue;
            }

            bits ??= new FixedBitSet(reader.MaxDoc);
            var live = reader.LiveDocs;
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                if (live is null || live.Get(document))
                {
                    bits.Set(document);
                }
            }
        }

        return bits;
    }

    /// <summary>Few documents among many: a list costs less to walk and to keep than bits.</summary>
    private static PForDeltaDocIdSet? Pack(FixedBitSet? bits) =>
        bits is null || bits.Cardinality == 0 ? null : new PForDeltaDocIdSet.Builder().Add(bits.GetIterator()).Build();

    private (int Documents, long Words) Measure(string field)
    {
        var (documents, words) = (0, 0.0);
        foreach (var leaf in _reader.Leaves)
        {
            if (_segments[leaf.Ord]?.GetIterator() is not { } mine || leaf.AtomicReader.GetNormValues(field) is not { } norms)
            {
                continue;
            }

            for (var document = mine.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = mine.NextDoc())
            {
                if (PassageSimilarity.LengthOf((byte)norms.Get(document)) is > 0 and var length)
                {
                    documents++;
                    words += length;
                }
            }
        }

        return (documents, (long)words);
    }

    private static (int Documents, long Words) MeasureAll(IndexReader reader, string field)
    {
        var (documents, words) = (0, 0L);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is { } terms)
            {
                documents += terms.DocCount;
                words += terms.SumTotalTermFreq;
            }
        }

        return (documents, words);
    }
}

/// <summary>How much of the index a guild sees.</summary>
internal enum Reach
{
    Little,
    Most,
    Everything,
}
