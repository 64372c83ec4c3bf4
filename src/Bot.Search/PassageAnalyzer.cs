using Bot.Search.Language;
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
        TokenStream terms = new EnglishPossessiveFilter(Compatible, words);
        terms = new ASCIIFoldingFilter(terms);
        terms = new LowerCaseFilter(Compatible, terms);
        terms = new ContentWordFilter(terms);
        return new TokenStreamComponents(words, new PorterStemFilter(terms));
    }

    private sealed class ContentWordFilter(TokenStream words) : FilteringTokenFilter(Compatible, words)
    {
        private ICharTermAttribute? _word;

        protected override bool Accept() => !StopWords.Contains((_word ??= GetAttribute<ICharTermAttribute>()).ToString());
    }
}
