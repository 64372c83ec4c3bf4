using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;
using Lock = Lucene.Net.Store.Lock;

namespace Bot.Search;

/// <summary>Finds passages. Derived from the library: what it holds can be thrown away at any time and indexed again.</summary>
/// <remarks>
/// Every guild has a Lucene index of its own, so that neither the order of a result nor the time it takes depends on other guilds' articles.
/// Searching is safe from any thread, also while another one changes the index; changes are for one thread at a time, and cost least guild by guild.
/// </remarks>
public sealed class PassageIndex : IDisposable
{
    private readonly string? _folder;
    private readonly GuildDirectories _directories;
    private readonly GuildReaders _readers;
    private Lock? _lock;
    private (GuildId Guild, IndexWriter Writer)? _writing;

    private PassageIndex(string? folder, Lock? held)
    {
        _folder = folder;
        _lock = held;
        _directories = new GuildDirectories(folder);
        _readers = new GuildReaders(_directories);
    }

    /// <summary>The library and the change that the index has come to; null for a new one.</summary>
    public LibraryState? State { get; private set; }

    /// <summary>How many guilds' indexes are open for searching.</summary>
    internal int OpenGuilds => _readers.Open;

    /// <summary>An empty index that lives as long as the process.</summary>
    public static PassageIndex InMemory() => new(null, null);

    /// <summary>The index in a folder as far as it was committed; nothing is written before the first change.</summary>
    /// <returns>Null when there is none, or one of another layout.</returns>
    internal static PassageIndex? OpenExisting(string folder) =>
        IndexState.Read(folder) is { } state ? new PassageIndex(folder, null) { State = state } : null;

    /// <summary>An empty index in a folder, whatever was there.</summary>
    /// <exception cref="LockObtainFailedException">Another process writes there.</exception>
    internal static PassageIndex Create(string folder)
    {
        Directory.CreateDirectory(folder);
        var held = Obtain(folder);
        try
        {
            // Before anything else: half of what was there must not be taken for the whole.
            IndexState.Delete(folder);
            foreach (var guild in Directory.GetDirectories(folder))
            {
                Directory.Delete(guild, recursive: true);
            }

            foreach (var file in Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != IndexWriter.WRITE_LOCK_NAME))
            {
                File.Delete(file);
            }

            return new PassageIndex(folder, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>False when another process writes this index.</summary>
    internal bool TryLock()
    {
        try
        {
            Claim();
            return true;
        }
        catch (LockObtainFailedException)
        {
            return false;
        }
    }

    /// <summary>Indexes versions of articles in place of the ones before; searched after <see cref="Commit"/> at the latest.</summary>
    /// <exception cref="LockObtainFailedException">Another process writes this index.</exception>
    /// <exception cref="IndexDamagedException">The files are no whole index.</exception>
    public void Put(GuildId guild, params IReadOnlyCollection<Article> articles) => Write(guild, writer =>
        Parallel.ForEach(articles, article => writer.UpdateDocuments(PassageFields.KeyOf(guild, article.Id), PassageFields.DocumentsOf(guild, article))));

    /// <summary>Takes an article out, which need not be there; searched without it after <see cref="Commit"/> at the latest.</summary>
    /// <exception cref="LockObtainFailedException">Another process writes this index.</exception>
    /// <exception cref="IndexDamagedException">The files are no whole index.</exception>
    public void Remove(GuildId guild, string articleId) => Write(guild, writer => writer.DeleteDocuments(PassageFields.KeyOf(guild, articleId)));

    /// <summary>Makes all changes so far last and visible to searches, under the library's state that they bring the index to.</summary>
    public void Commit(LibraryState state)
    {
        Claim();
        Finish();
        if (_folder is not null)
        {
            IndexState.Write(_folder, state);
        }

        State = state;
    }

    /// <summary>Paragraphs, best first.</summary>
    /// <exception cref="IndexDamagedException">The files are no whole index.</exception>
    public ImmutableArray<Passage> FindPassages(PassageQuery query) => Search(query, searcher => PassageRanking.Passages(searcher, query));

    /// <summary>Articles, best first.</summary>
    /// <exception cref="IndexDamagedException">The files are no whole index.</exception>
    public ImmutableArray<ArticleHit> FindArticles(PassageQuery query) => Search(query, searcher => PassageRanking.Articles(searcher, query));

    /// <summary>Those of the versions that the guild sees now.</summary>
    /// <exception cref="IndexDamagedException">The files are no whole index.</exception>
    internal HashSet<ArticleVersion> Current(GuildId guild, IEnumerable<ArticleVersion> versions) =>
        [.. Search(new PassageQuery("", guild), searcher => versions.Distinct().Where(searcher.Holds).ToImmutableArray())];

    /// <summary>Sees to it that no process takes this index up again. What searches it now goes on.</summary>
    internal void Discard()
    {
        try
        {
            if (_folder is not null)
            {
                IndexState.Delete(_folder);
            }
        }
        finally
        {
            _lock?.Dispose();
            _lock = null;
        }
    }

    public void Dispose()
    {
        _writing?.Writer.Rollback();
        _writing = null;
        _readers.Dispose();
        _lock?.Dispose();
    }

    private ImmutableArray<T> Search<T>(PassageQuery query, Func<GuildSearcher, ImmutableArray<T>> search)
    {
        var own = _readers.Acquire(query.Guild);
        try
        {
            var everyones = query.Guild == GuildId.Everyone ? null : _readers.Acquire(GuildId.Everyone);
            try
            {
                if (own is null || everyones is null)
                {
                    return (own ?? everyones) is { } only ? search(new GuildSearcher(only, query.Guild, query.ArticleId)) : [];
                }

                using var both = new MultiReader([own, everyones], closeSubReaders: false);
                return search(new GuildSearcher(both, query.Guild, query.ArticleId));
            }
            finally
            {
                everyones?.DecRef();
            }
        }
        finally
        {
            own?.DecRef();
        }
    }

    private void Write(GuildId guild, Action<IndexWriter> change)
    {
        Claim();
        if (_writing is not { } writing || writing.Guild != guild)
        {
            Finish();
            _writing = writing = (guild, OpenWriter(guild));
        }

        try
        {
            change(writing.Writer);
        }
        catch
        {
            _writing = null;
            writing.Writer.Rollback();
            throw;
        }
    }

    private void Finish()
    {
        if (_writing is { } writing)
        {
            _writing = null;
            try
            {
                writing.Writer.Dispose();
            }
            catch
            {
                writing.Writer.Rollback();
                throw;
            }

            _readers.Renew(writing.Guild);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Damaged files make Lucene throw anything.")]
    private IndexWriter OpenWriter(GuildId guild)
    {
        // Few segments, each in one file: a question looks its words up in every one of them.
        var merging = new TieredMergePolicy { SegmentsPerTier = 5, MaxMergeAtOnce = 5, NoCFSRatio = 1 };
        // No analyzer: every field comes with its terms.
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { Similarity = PassageSimilarity.Bm25, RAMBufferSizeMB = 64, MergePolicy = merging, MergeScheduler = new Merges() };
        try
        {
            return new IndexWriter(_directories.Make(guild), settings);
        }
        catch (Exception exception)
        {
            throw new IndexDamagedException(exception);
        }
    }

    private void Claim()
    {
        if (_folder is not null)
        {
            _lock ??= Obtain(_folder);
        }
    }

    private static Lock Obtain(string folder)
    {
        var mine = new NativeFSLockFactory(folder).MakeLock(IndexWriter.WRITE_LOCK_NAME);
        return mine.Obtain() ? mine : throw new LockObtainFailedException(folder);
    }

    // A merge that fails leaves what it was to merge as it was; thrown on the merge's own thread it would end the process.
    private sealed class Merges : ConcurrentMergeScheduler
    {
        protected override void HandleMergeException(Exception exc)
        {
        }
    }
}
