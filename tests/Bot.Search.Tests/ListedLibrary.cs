using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Search.Tests;

/// <summary>A library in memory, for everyone, with as much of one as an index follows; says what was read.</summary>
internal sealed class ListedLibrary : IArticleLibrary
{
    private readonly Lock _lock = new();
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly Dictionary<string, Article> _articles = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _read = new();
    private List<ArticleChange> _changes = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ListedLibrary(ListedLibrary original)
    {
        _id = original._id;
        _articles = new Dictionary<string, Article>(original._articles);
        _changes = [.. original._changes];
        Sequence = original.Sequence;
    }

    public ListedLibrary()
    {
    }

    public ConcurrentBag<string> Read { get; } = [];

    private long Sequence { get; set; }

    public ListedLibrary Copy() => new(this);

    public Task WasReadAsync(string id) => _read.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Put(string id, params string[] paragraphs)
    {
        lock (_lock)
        {
            var version = _articles.TryGetValue(id, out var known) ? known.Version + 1 : 1;
            _articles[id] = new Article { Id = id, Version = version, Title = "", Paragraphs = [.. paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, [new Sentence(0, text.Length)]))] };
            Record(id, version, removed: false);
        }
    }

    public void Remove(string id)
    {
        lock (_lock)
        {
            _articles.Remove(id, out var known);
            Record(id, known!.Version, removed: true);
        }
    }

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(new LibraryState(_id, Sequence));
        }
    }

    public Task<IReadOnlyDictionary<ArticleVersion, Article>> GetManyAsync(IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var found = new Dictionary<ArticleVersion, Article>();
            foreach (var version in versions)
            {
                Read.Add(version.ArticleId);
                _read.GetOrAdd(version.ArticleId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
                if (version.Guild == GuildId.Everyone && _articles.TryGetValue(version.ArticleId, out var article) && article.Version == version.Version)
                {
                    found.Add(version, article);
                }
            }

            return Task.FromResult<IReadOnlyDictionary<ArticleVersion, Article>>(found);
        }
    }

    public Task<Article?> GetAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<ArticleChange>> ChangesSinceAsync(long sequence, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<ImmutableArray<ArticleChange>>([.. _changes.Where(change => change.Sequence > sequence).Take(limit)]);
        }
    }

    public async Task WaitForChangeAsync(long sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (Sequence > sequence)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public Task<AddResult> AddAsync(GuildId guild, Article article, ReadOnlyMemory<byte> original, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task AddOnceAsync(string name, Func<ArticleWithOriginal> read, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RemoveAsync(GuildId guild, string articleId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReadOnlyMemory<byte>?> GetOriginalAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<ArticleListing>> ListAsync(GuildId guild, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<VersionListing>> ListVersionsAsync(GuildId guild, string articleId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private void Record(string id, int version, bool removed)
    {
        _changes = [.. _changes.Where(change => change.ArticleId != id), new ArticleChange(++Sequence, GuildId.Everyone, id, version, removed)];
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
