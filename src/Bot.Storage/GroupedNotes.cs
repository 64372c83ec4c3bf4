using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Storage;

/// <summary>Small writes that come at the same time, in one transaction: a burst pays for a few commits, and each write waits for one turn of the database at most.</summary>
/// <remarks>Of what waits, the urgent is written first. A write that fails takes those of its transaction with it, so that each must be one that may be repeated.</remarks>
internal sealed class GroupedNotes(Database database)
{
    private const int MostAtOnce = 256;

    private readonly Lock _gate = new();
    private readonly Queue<Note> _urgent = [];
    private readonly Queue<Note> _others = [];
    private bool _isWriting;

    /// <param name="write">Is given the transaction; may be run though the caller has stopped waiting.</param>
    public Task<T> AddAsync<T>(Func<DbTransaction, Task<T>> write, bool urgent, CancellationToken cancellationToken)
    {
        var note = new Note<T>(write);
        lock (_gate)
        {
            (urgent ? _urgent : _others).Enqueue(note);
            if (!_isWriting)
            {
                _isWriting = true;
                _ = WriteAllAsync();
            }
        }

        return note.Written.WaitAsync(cancellationToken);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong is thrown where the write is awaited.")]
    private async Task WriteAllAsync()
    {
        // What is added in the same moment goes along.
        await Task.Yield();
        for (var notes = Next(); notes.Count > 0; notes = Next())
        {
            try
            {
                await database.NoteAsync(
                    async transaction =>
                    {
                        foreach (var note in notes)
                        {
                            await note.WriteAsync(transaction);
                        }

                        return 0;
                    },
                    CancellationToken.None);
                notes.ForEach(note => note.Complete());
            }
            catch (Exception failure)
            {
                notes.ForEach(note => note.Fail(failure));
            }
        }
    }

    private List<Note> Next()
    {
        lock (_gate)
        {
            var notes = new List<Note>();
            while (notes.Count < MostAtOnce && (_urgent.TryDequeue(out var note) || _others.TryDequeue(out note)))
            {
                notes.Add(note);
            }

            _isWriting = notes.Count > 0;
            return notes;
        }
    }

    private abstract class Note
    {
        public abstract Task WriteAsync(DbTransaction transaction);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Note<T>(Func<DbTransaction, Task<T>> write) : Note
    {
        private readonly TaskCompletionSource<T> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Written => _written.Task;

        public override async Task WriteAsync(DbTransaction transaction) => _result = await write(transaction);

        public override void Complete() => _written.TrySetResult(_result);

        public override void Fail(Exception failure) => _written.TrySetException(failure);
    }
}
