using Bot.Language;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Bot.Search;

/// <summary>Words to terms: no accents, no possessive, lower case, no stop words, Porter's stems.</summary>
internal sealed class PassageAnalyzer : Analyzer
{
    private const LuceneVersion Compatible = LuceneVersion.LUCENE_48;

    /// <summary>The terms of a text in order, with repetitions.</summary>
    public List<string> Terms(string text)
    {
        var terms = new List<string>();
        using var stream = GetTokenStream(PassageFields.Text, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Compatible, reader);
        return new TokenStreamComponents(words, new KnownWordFilter(words));
    }

    private static PorterStemFilter Chain(TokenStream word)
    {
        TokenStream terms = new EnglishPossessiveFilter(Compatible, word);
        terms = new ASCIIFoldingFilter(terms);
        terms = new LowerCaseFilter(Compatible, terms);
        return new PorterStemFilter(new ContentWordFilter(terms));
    }

    /// <summary>Sends each distinct word through the chain only once. Belongs to one thread, as every stream of an analyzer does.</summary>
    private sealed class KnownWordFilter : TokenFilter
    {
        // Natural text comes back to the same words; a flood of invented ones must not fill the memory.
        private const int MostKnown = 50_000;

        private readonly ICharTermAttribute _word;
        private readonly OneWord _one = new();
        private readonly PorterStemFilter _chain;

        // "" for words that have no term.
        private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

        public KnownWordFilter(TokenStream words)
            : base(words)
        {
            _word = AddAttribute<ICharTermAttribute>();
            _chain = Chain(_one);
            _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public override bool IncrementToken()
        {
            while (m_input.IncrementToken())
            {
                var word = _word.Buffer.AsSpan(0, _word.Length);
                if (!_lookup.TryGetValue(word, out var term))
                {
                    if (_known.Count == MostKnown)
                    {
                        _known.Clear();
                    }

                    _lookup[word] = term = Compute(word.ToString());
                }

                if (term.Length > 0)
                {
                    _word.SetEmpty().Append(term);
                    return true;
                }
            }

            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _chain.Dispose();
                _one.Dispose();
            }

            base.Dispose(disposing);
        }

        private string Compute(string word)
        {
            _chain.Reset();
            _one.Word = word;
            return _chain.IncrementToken() ? _chain.GetAttribute<ICharTermAttribute>().ToString()! : "";
        }
    }

    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;

        public OneWord() => _term = AddAttribute<ICharTermAttribute>();

        public string? Word { get; set; }

        public override bool IncrementToken()
        {
            ClearAttributes();
            _term.Append(Word);
            var any = Word is not null;
            Word = null;
            return any;
        }
    }

    private sealed class ContentWordFilter(TokenStream words) : FilteringTokenFilter(Compatible, words)
    {
        private ICharTermAttribute? _word;

        protected override bool Accept() => !StopWords.Contains((_word ??= GetAttribute<ICharTermAttribute>()).ToString()!);
    }
}
