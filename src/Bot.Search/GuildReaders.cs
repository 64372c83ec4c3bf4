using System.Diagnostics.CodeAnalysis;
using Bot.Articles;
using Lucene.Net.Index;

namespace Bot.Search;

/// <summary>The guilds' indexes that are open for searching. Safe for every thread.</summary>
internal sealed class GuildReaders(GuildDirectories directories) : IDisposable
{
    // A small guild's takes some hundred kilobytes; opening it again, a few milliseconds.
    private const int MostOpen = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<GuildId, Slot> _open = [];
    private long _uses;

    internal int Open
    {
        get
        {
            lock (_lock)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>What a guild's index holds now, until it is released with <see cref="IndexReader.DecRef"/>; null when it holds nothing.</summary>
    /// <exception cref="IndexDamagedException">The files are no whole index.</exception>
    public DirectoryReader? Acquire(GuildId guild)
    {
        while (directories.Find(guild) is { } directory)
        {
            Slot slot;
            lock (_lock)
            {
                if (!_open.TryGetValue(guild, out slot!))
                {
                    CloseOldest();
                    _open.Add(guild, slot = new Slot(directory));
                }

                slot.LastUse = ++_uses;
            }

            // Opened outside of the lock: nobody waits for another guild's files.
            try
            {
                if (slot.Reader.Value is not { } reader || reader.TryIncRef())
                {
                    return slot.Reader.Value;
                }
            }
            catch (IndexDamagedException)
            {
                Forget(guild, slot);
                throw;
            }

            // Closed in between.
            Forget(guild, slot);
        }

        return null;
    }

    /// <summary>Makes a guild's changes visible; for one thread at a time.</summary>
    /// <exception cref="IndexDamagedException">The files are no whole index.</exception>
    public void Renew(GuildId guild)
    {
        Slot? before;
        lock (_lock)
        {
            before = _open.GetValueOrDefault(guild);
        }

        if (before is null)
        {
            return;
        }

        var after = before.Reader.Value is { } reader ? DirectoryReader.OpenIfChanged(reader) : null;
        lock (_lock)
        {
            if (_open.GetValueOrDefault(guild) != before)
            {
                // Closed in between; the next search opens what is there now.
                after?.Dispose();
            }
            else if (after is not null)
            {
                _open[guild] = new Slot(after) { LastUse = before.LastUse };
                before.Dispose();
            }
            else if (before.Reader.Value is null)
            {
                _open.Remove(guild);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var slot in _open.Values)
            {
                slot.Dispose();
            }

            _open.Clear();
        }
    }

    private void CloseOldest()
    {
        if (_open.Count >= MostOpen)
        {
            var oldest = _open.MinBy(entry => entry.Value.LastUse);
            _open.Remove(oldest.Key);
            oldest.Value.Dispose();
        }
    }

    private void Forget(GuildId guild, Slot slot)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(guild, out var current) && current == slot)
            {
                _open.Remove(guild);
            }
        }
    }

    private sealed class Slot : IDisposable
    {
        public Slot(Lucene.Net.Store.Directory directory) => Reader = new Lazy<DirectoryReader?>(() => OpenFiles(directory));

        public Slot(DirectoryReader reader) => Reader = new Lazy<DirectoryReader?>(reader);

        public Lazy<DirectoryReader?> Reader { get; }

        public long LastUse { get; set; }

        // Searches that still use it keep it open until they are done.
        public void Dispose()
        {
            if (Reader.IsValueCreated)
            {
                Reader.Value?.Dispose();
            }
        }

        [SuppressMessage("Design", "CA1031", Justification = "Damaged files make Lucene throw anything.")]
        private static DirectoryReader? OpenFiles(Lucene.Net.Store.Directory directory)
        {
            try
            {
                return DirectoryReader.IndexExists(directory) ? DirectoryReader.Open(directory) : null;
            }
            catch (Exception exception)
            {
                throw new IndexDamagedException(exception);
            }
        }
    }
}

/// <summary>Files of an index are damaged or missing; it is to be made anew.</summary>
public sealed class IndexDamagedException(Exception cause) : Exception("The search index is damaged.", cause);
