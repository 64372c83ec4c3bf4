using System.Globalization;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks;

/// <summary>Lucene as it comes: one field, its English analyzer, BM25, any of the words.</summary>
internal sealed class BareLucene : IDisposable
{
    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly FSDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public BareLucene(string folder, LibraryText text, int articles)
    {
        _directory = FSDirectory.Open(folder);
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var paragraph in Enumerable.Range(0, articles).SelectMany(i => text.Article(i).Paragraphs))
            {
                writer.AddDocument([new TextField("text", paragraph.Text, Field.Store.NO)]);
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public void Find(string question, int limit)
    {
        var query = new BooleanQuery();
        using (var stream = _analyzer.GetTokenStream("text", question))
        {
            var term = stream.GetAttribute<ICharTermAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
            {
                query.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
            }

            stream.End();
        }

        _searcher.Search(query, limit);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }
}

/// <summary>SQLite's full-text index: Porter stems, bm25(), any of the words that are not stop words.</summary>
internal sealed class BareFts5 : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;

    public BareFts5(string path, LibraryText text, int articles)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        using (var transaction = _connection.BeginTransaction())
        {
            using var create = _connection.CreateCommand();
            create.CommandText = "CREATE VIRTUAL TABLE passages USING fts5 (text, content = '', tokenize = 'porter unicode61')";
            create.ExecuteNonQuery();
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO passages (text) VALUES (@text)";
            var parameter = insert.Parameters.Add("@text", SqliteType.Text);
            foreach (var paragraph in Enumerable.Range(0, articles).SelectMany(i => text.Article(i).Paragraphs))
            {
                parameter.Value = paragraph.Text;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        _command = _connection.CreateCommand();
        _command.CommandText = "SELECT rowid FROM passages WHERE passages MATCH @query ORDER BY rank LIMIT @limit";
        _command.Parameters.Add("@query", SqliteType.Text);
        _command.Parameters.Add("@limit", SqliteType.Integer);
    }

    public long Find(string question, int limit)
    {
        var words = question.TrimEnd('?').Split(' ').Where(word => !EnglishAnalyzer.DefaultStopSet.Contains(word.ToLower(CultureInfo.InvariantCulture)));
        _command.Parameters["@query"].Value = string.Join(" OR ", words.Select(word => $"\"{word}\""));
        _command.Parameters["@limit"].Value = limit;
        using var reader = _command.ExecuteReader();
        var last = 0L;
        while (reader.Read())
        {
            last = reader.GetInt64(0);
        }

        return last;
    }

    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }
}
