using System.Collections.Immutable;
using System.Globalization;
using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Bot.Search;

/// <summary>Finds passages. Derived from the library: what it holds can be thrown away at any time and indexed again.</summary>
/// <remarks>Searching is safe from any thread, also while another one changes the index; changes are for one thread at a time.</remarks>
public sealed class PassageIndex : IDisposable
{
    // Goes into each commit; raised when documents are laid out otherwise, so that an index of an older release is rebuilt.
    private const string Layout = "1";
    private const string LayoutKey = "layout";
    private const string LibraryKey = "library";
    private const string SequenceKey = "sequence";

    private readonly Directory _directory;
    private readonly PassageAnalyzer _analyzer = new();
    private readonly PassageRanking _ranking;
    private IndexWriter? _writer;
    private volatile SearcherManager _searchers;

    private PassageIndex(Directory directory, IndexWriter? writer)
    {
        _directory = directory;
        _ranking = new PassageRanking(_analyzer);
        _writer = writer;
        _searchers = writer is null ? new SearcherManager(directory, SearcherFactory) : new SearcherManager(writer, true, SearcherFactory);
    }

    /// <summary>The library and the change that the index has come to; null for a new one.</summary>
    public LibraryState? State { get; private set; }

    private static SearcherFactory SearcherFactory => new PassageSearcherFactory();

    /// <summary>An empty index that lives as long as the process.</summary>
    public static PassageIndex InMemory()
    {
        var directory = new RAMDirectory();
        return new PassageIndex(directory, NewWriter(directory, new PassageAnalyzer()));
    }

    /// <summary>The index in a folder as far as it was committed; nothing is written before the first change.</summary>
    /// <returns>Null when there is none, or one of another layout.</returns>
    /// <exception cref="IOException">The files are no whole index; other exceptions are possible with damaged ones.</exception>
    internal static PassageIndex? OpenExisting(string folder)
    {
        var directory = FSDirectory.Open(folder);
        try
        {
            if (!DirectoryReader.IndexExists(directory))
            {
                directory.Dispose();
                return null;
            }

            var index = new PassageIndex(directory, writer: null);
            if (index.ReadCommit())
            {
                return index;
            }

            index.Dispose();
            return null;
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>An empty index in a folder, whatever was there.</summary>
    /// <exception cref="LockObtainFailedException">Another process writes there.</exception>
    internal static PassageIndex Create(string folder)
    {
        var directory = FSDirectory.Open(folder);
        try
        {
            // A writer looks at what it replaces, and damaged files stop it.
            using (var mine = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME))
            {
                if (!mine.Obtain())
                {
                    throw new LockObtainFailedException(folder);
                }

                foreach (var file in directory.ListAll().Where(file => file != IndexWriter.WRITE_LOCK_NAME))
                {
                    directory.DeleteFile(file);
                }
            }

            return new PassageIndex(directory, NewWriter(directory, new PassageAnalyzer()));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>False when another process writes this index.</summary>
    internal bool TryLock()
    {
        try
        {
            Writer();
            return true;
        }
        catch (LockObtainFailedException)
        {
            return false;
        }
    }

    /// <summary>Indexes a version of an article in place of the one before; searched after <see cref="Commit"/>.</summary>
    /// <exception cref="LockObtainFailedException">Another process writes this index.</exception>
    public void Put(GuildId guild, Article article) => Writer().UpdateDocuments(PassageFields.KeyOf(guild, article.Id), PassageFields.DocumentsOf(guild, article));

    /// <summary>Takes an article out, which need not be there; searched without it after <see cref="Commit"/>.</summary>
    /// <exception cref="LockObtainFailedException">Another process writes this index.</exception>
    public void Remove(GuildId guild, string articleId) => Writer().DeleteDocuments(PassageFields.KeyOf(guild, articleId));

    /// <summary>Makes all changes so far last and visible to searches, under the library's state that they bring the index to.</summary>
    public void Commit(LibraryState state)
    {
        var writer = Writer();
        writer.SetCommitData(new Dictionary<string, string>
        {
            [LayoutKey] = Layout,
            [LibraryKey] = state.LibraryId,
            [SequenceKey] = state.Sequence.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
        _searchers.MaybeRefreshBlocking();
        State = state;
    }

    /// <summary>Paragraphs, best first.</summary>
    public ImmutableArray<Passage> FindPassages(PassageQuery query) => Search(searcher => _ranking.Passages(searcher, query));

    /// <summary>Articles, best first.</summary>
    public ImmutableArray<ArticleMatch> FindArticles(PassageQuery query) => Search(searcher => _ranking.Articles(searcher, query));

    public void Dispose()
    {
        _searchers.Dispose();
        _writer?.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private ImmutableArray<T> Search<T>(Func<PassageSearcher, ImmutableArray<T>> search)
    {
        while (true)
        {
            var searchers = _searchers;
            IndexSearcher searcher;
            try
            {
                searcher = searchers.Acquire();
            }
            catch (ObjectDisposedException) when (searchers != _searchers)
            {
                // The first change has just put another one in its place.
                continue;
            }

            try
            {
                return search((PassageSearcher)searcher);
            }
            finally
            {
                searchers.Release(searcher);
            }
        }
    }

    private IndexWriter Writer()
    {
        if (_writer is null)
        {
            _writer = NewWriter(_directory, new PassageAnalyzer());
            var before = _searchers;
            _searchers = new SearcherManager(_writer, true, SearcherFactory);
            before.Dispose();
        }

        return _writer;
    }

    private bool ReadCommit()
    {
        var searcher = _searchers.Acquire();
        try
        {
            var data = ((DirectoryReader)searcher.IndexReader).IndexCommit.UserData;
            if (!data.TryGetValue(LayoutKey, out var layout) || layout != Layout)
            {
                return false;
            }

            State = new LibraryState(data[LibraryKey], long.Parse(data[SequenceKey], CultureInfo.InvariantCulture));
            return true;
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private static IndexWriter NewWriter(Directory directory, PassageAnalyzer analyzer) =>
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            Similarity = PassageSearcher.Bm25,
            RAMBufferSizeMB = 64,
            WriteLockTimeout = 0,
        });

    private sealed class PassageSearcherFactory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new PassageSearcher(reader);
    }
}
