using System.Collections.Immutable;
using Bot.Articles;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;

namespace Bot.Search;

/// <summary>Keeps an index in step with the library. An index that is missing, stale or broken is made anew without a word to anybody.</summary>
public sealed partial class LibraryIndexer : IDisposable
{
    // As many as are known are sorted by guild, because each guild's index is opened, changed and committed by itself.
    private const int BatchSize = 50_000;
    private const int ArticlesAtOnce = 64;

    private readonly IArticleLibrary _library;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Left open so that a search which has just been handed the index before can still finish.
    private readonly List<PassageIndex> _retired = [];
    private PassageIndex? _index;
    private IndexFolder? _folder;

    /// <param name="folder">Where indexes are kept between runs, shared by all processes; null keeps them in memory.</param>
    public LibraryIndexer(IArticleLibrary library, string? folder, ILogger<LibraryIndexer> logger)
    {
        _library = library;
        _folder = folder is null ? null : new IndexFolder(folder, logger);
        _logger = logger;
    }

    /// <summary>Paragraphs of the library as it is when this is called, best first. An index that turns out to be damaged is made anew first.</summary>
    public async Task<ImmutableArray<Passage>> FindPassagesAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        var index = await CatchUpAsync(cancellationToken);
        try
        {
            return index.FindPassages(query);
        }
        catch (IndexDamagedException exception)
        {
            await DiscardAsync(index, exception, cancellationToken);
            return (await CatchUpAsync(cancellationToken)).FindPassages(query);
        }
    }

    /// <summary>The index, with every change that the library had when this was called. Ask again for each question.</summary>
    public async Task<PassageIndex> CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var state = await _library.GetStateAsync(cancellationToken);
            if (_index is null || !Fits(_index, state))
            {
                Replace(state);
            }

            while (_index!.State is not { } reached || reached.Sequence < state.Sequence)
            {
                try
                {
                    await FollowAsync(_index, state, cancellationToken);
                }
                catch (LockObtainFailedException)
                {
                    // It was up to date and needed no lock until now; another process has it.
                    Replace(state);
                }
                catch (IndexDamagedException exception)
                {
                    Discard(_index, exception);
                    Replace(state);
                }
                catch (Exception exception) when (_folder is not null && IndexFolder.IsDiskFault(exception))
                {
                    _folder.SayNotKept(exception);
                    GoOnInMemory(_index);
                    Replace(state);
                }
            }

            return _index;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Follows the library until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var index = await CatchUpAsync(cancellationToken);
            await _library.WaitForChangeAsync(index.State!.Sequence, cancellationToken);
        }
    }

    /// <summary>Told of each article that the library no longer has, by whatever process it was removed, so that what else is kept of it goes too.</summary>
    public Action<ArticleChange>? WhenRemoved { get; set; }

    /// <summary>Told how many of how many changes are indexed, while there are more than a few.</summary>
    public Action<int, int>? Progress { get; set; }

    public void Dispose()
    {
        _index?.Dispose();
        _retired.ForEach(index => index.Dispose());
        _turn.Dispose();
    }

    /// <summary>True when the library's changes lead on from where the index is.</summary>
    internal static bool Fits(PassageIndex index, LibraryState state) =>
        index.State is { } known && known.LibraryId == state.LibraryId && known.Sequence <= state.Sequence;

    private void Replace(LibraryState state)
    {
        if (_index is not null)
        {
            _retired.Add(_index);
        }

        _index = _folder?.Open(state) ?? PassageIndex.InMemory();
    }

    private async Task DiscardAsync(PassageIndex damaged, IndexDamagedException exception, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Unless another question has come upon the same damage before.
            if (_index == damaged)
            {
                Discard(damaged, exception);
                _retired.Add(damaged);
                _index = null;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The disk is full, or nobody may write there any more: this process does without, the next one tries again.</summary>
    private void GoOnInMemory(PassageIndex unwritable)
    {
        _folder = null;
        try
        {
            unwritable.Discard();
        }
        catch (Exception fault) when (IndexFolder.IsDiskFault(fault))
        {
            // What is there lags behind the library at worst, and is followed on from there.
        }
    }

    private void Discard(PassageIndex damaged, IndexDamagedException exception)
    {
        Log.Damaged(_logger, exception);
        damaged.Discard();
    }

    private async Task FollowAsync(PassageIndex index, LibraryState state, CancellationToken cancellationToken)
    {
        var changes = await _library.ChangesSinceAsync(index.State?.Sequence ?? 0, BatchSize, cancellationToken);
        var parts = changes.GroupBy(change => change.Guild).SelectMany(guild => guild.Chunk(ArticlesAtOnce)).ToArray();
        var reading = ReadAsync(parts, 0, cancellationToken);
        var done = 0;
        for (var part = 0; part < parts.Length; part++)
        {
            var articles = await reading;

            // The next ones are read while these are indexed.
            reading = ReadAsync(parts, part + 1, cancellationToken);
            Apply(index, parts[part], articles);
            done += parts[part].Length;
            if (changes.Length > ArticlesAtOnce)
            {
                Progress?.Invoke(done, changes.Length);
            }
        }

        var last = changes.Length == 0 ? 0 : changes[^1].Sequence;
        index.Commit(state with { Sequence = changes.Length == BatchSize ? last : Math.Max(last, state.Sequence) });
        Log.Indexed(_logger, changes.Length, index.State!.Sequence);
        foreach (var change in changes.Where(change => change.Removed))
        {
            WhenRemoved?.Invoke(change);
        }
    }

    private Task<IReadOnlyDictionary<ArticleVersion, Article>> ReadAsync(ArticleChange[][] parts, int part, CancellationToken cancellationToken) =>
        part == parts.Length
            ? Task.FromResult<IReadOnlyDictionary<ArticleVersion, Article>>(ImmutableDictionary<ArticleVersion, Article>.Empty)
            : _library.GetManyAsync([.. parts[part].Where(change => !change.Removed).Select(Version)], cancellationToken);

    /// <param name="changes">Of one guild.</param>
    private static void Apply(PassageIndex index, ArticleChange[] changes, IReadOnlyDictionary<ArticleVersion, Article> articles)
    {
        // Also those that were removed after the change was read; their own change follows.
        foreach (var change in changes.Where(change => !articles.ContainsKey(Version(change))))
        {
            index.Remove(change.Guild, change.ArticleId);
        }

        if (articles.Count > 0)
        {
            index.Put(changes[0].Guild, [.. articles.Values]);
        }
    }

    private static ArticleVersion Version(ArticleChange change) => new(change.Guild, change.ArticleId, change.Version);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Indexed {Changes} changes of the library, up to {Sequence}")]
        public static partial void Indexed(ILogger logger, int changes, long sequence);

        [LoggerMessage(LogLevel.Debug, "The search index is damaged and made anew")]
        public static partial void Damaged(ILogger logger, Exception exception);
    }
}
