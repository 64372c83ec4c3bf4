using Bot.Articles;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;

namespace Bot.Search;

/// <summary>Keeps an index in step with the library. An index that is missing, stale or broken is made anew without a word to anybody.</summary>
public sealed partial class LibraryIndexer : IDisposable
{
    private const int BatchSize = 500;

    private readonly IArticleLibrary _library;
    private readonly IndexFolder? _folder;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Left open so that a search which has just been handed the index before can still finish.
    private readonly List<PassageIndex> _retired = [];
    private PassageIndex? _index;

    /// <param name="folder">Where indexes are kept between runs, shared by all processes; null keeps them in memory.</param>
    public LibraryIndexer(IArticleLibrary library, string? folder, ILogger<LibraryIndexer> logger)
    {
        _library = library;
        _folder = folder is null ? null : new IndexFolder(folder, logger);
        _logger = logger;
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

    private async Task FollowAsync(PassageIndex index, LibraryState state, CancellationToken cancellationToken)
    {
        var changes = await _library.ChangesSinceAsync(index.State?.Sequence ?? 0, BatchSize, cancellationToken);
        foreach (var change in changes)
        {
            var article = change.Removed ? null : await _library.GetAsync(change.Guild, change.ArticleId, change.Version, cancellationToken);
            if (article is null)
            {
                // Removed, also when that happened after the change was read; its own change follows.
                index.Remove(change.Guild, change.ArticleId);
            }
            else
            {
                index.Put(change.Guild, article);
            }
        }

        var last = changes.Length == 0 ? 0 : changes[^1].Sequence;
        index.Commit(state with { Sequence = changes.Length == BatchSize ? last : Math.Max(last, state.Sequence) });
        Log.Indexed(_logger, changes.Length, index.State!.Sequence);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Indexed {Changes} changes of the library, up to {Sequence}")]
        public static partial void Indexed(ILogger logger, int changes, long sequence);
    }
}
