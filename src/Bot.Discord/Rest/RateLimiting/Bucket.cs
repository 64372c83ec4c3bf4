namespace Bot.Discord.Rest.RateLimiting;

/// <summary>Counts the calls of one rate-limit bucket and queues those that have to wait, first come, first served.</summary>
internal sealed class Bucket(BucketKey key, MonotonicClock clock)
{
    private static readonly TimeSpan GuessedWindow = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource<int?>> _waiting = new();
    private ITimer? _timer;

    /// <summary>Null until a response has told it; until then one call goes at a time.</summary>
    private int? _limit;
    private int _remaining;
    private int _inFlight;

    /// <summary>When the window ends; null while no response has told it.</summary>
    private TimeSpan? _resetAt;

    /// <summary>Counts windows, so that a late response does not speak about the next one.</summary>
    private int _window;
    private bool _retired;

    public BucketKey Key => key;

    /// <returns>The window the call belongs to, or null when this bucket is no longer used.</returns>
    public ValueTask<int?> EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<int?> waiter;
        lock (_gate)
        {
            if (_retired)
            {
                return new((int?)null);
            }

            if (_waiting.Count == 0 && TryTake())
            {
                return new(_window);
            }

            waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter);
            ArmTimer();
        }

        return new(WaitAsync(waiter, cancellationToken));
    }

    /// <summary>Ends a call that entered in <paramref name="window"/>.</summary>
    public void Leave(int window, RateLimitHeaders headers)
    {
        lock (_gate)
        {
            _inFlight--;
            if (headers.Limit is { } limit && headers.Remaining is { } remaining)
            {
                Learn(limit, remaining, headers.ResetAfter, window);
            }
            else if (headers.Answered && _limit is null)
            {
                // Discord answered and named no limit: there is none.
                _limit = _remaining = int.MaxValue;
            }

            if (_inFlight == 0 && _resetAt is null && _remaining <= 0 && _limit is { } known)
            {
                // The last call that could have told when the window ends did not.
                _remaining = known;
            }

            Pump();
        }
    }

    /// <summary>Takes over what the first response of a newly named bucket said.</summary>
    public void Learn(RateLimitHeaders headers)
    {
        lock (_gate)
        {
            if (headers.Limit is { } limit && headers.Remaining is { } remaining)
            {
                Learn(limit, remaining, headers.ResetAfter, _window);
            }

            Pump();
        }
    }

    public void HoldUntil(TimeSpan moment)
    {
        lock (_gate)
        {
            _limit ??= 1;
            _remaining = 0;
            _resetAt = moment > _resetAt.GetValueOrDefault() ? moment : _resetAt;
            ArmTimer();
        }
    }

    /// <summary>Sends everyone who waits to the bucket that replaces this one.</summary>
    public void Retire()
    {
        lock (_gate)
        {
            _retired = true;
            _timer?.Dispose();
            while (_waiting.TryDequeue(out var waiter))
            {
                waiter.TrySetResult(null);
            }
        }
    }

    /// <summary>Retires the bucket if its window is over and nobody uses it: a new one would know as much.</summary>
    public bool RetireIfIdle()
    {
        lock (_gate)
        {
            if (_inFlight > 0 || _waiting.Count > 0 || clock.Now < _resetAt)
            {
                return false;
            }
        }

        Retire();
        return true;
    }

    private static async Task<int?> WaitAsync(TaskCompletionSource<int?> waiter, CancellationToken cancellationToken)
    {
        await using (cancellationToken.Register(static state => ((TaskCompletionSource<int?>)state!).TrySetCanceled(), waiter))
        {
            try
            {
                return await waiter.Task;
            }
            catch (OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw;
            }
        }
    }

    private void Learn(int limit, int remaining, TimeSpan? resetAfter, int window)
    {
        var first = _limit is null;
        _limit = Math.Max(limit, 1);
        if (window != _window)
        {
            // It may have been counted in this window or in the last; when one ends is worth knowing where nothing is known.
            _resetAt ??= clock.Now + resetAfter;
            return;
        }

        // Responses may overtake each other, and calls under way are already taken off: within a window the count only falls.
        _remaining = first ? Math.Max(0, remaining - _inFlight) : Math.Min(_remaining, remaining);
        if (resetAfter is { } after)
        {
            var reset = clock.Now + after;
            _resetAt = reset > _resetAt.GetValueOrDefault() ? reset : _resetAt;
        }
        else if (_remaining <= 0)
        {
            // Spent, and nobody says until when: without a guess the calls behind would wait for ever.
            _resetAt ??= clock.Now + GuessedWindow;
        }
    }

    private bool TryTake()
    {
        if (_limit is null)
        {
            if (_inFlight > 0)
            {
                return false;
            }
        }
        else
        {
            if (clock.Now >= _resetAt)
            {
                // A call that is still under way may arrive in the new window.
                _remaining = Math.Max(0, _limit.Value - _inFlight);
                _resetAt = null;
                _window++;
            }

            if (_remaining <= 0)
            {
                return false;
            }

            _remaining--;
        }

        _inFlight++;
        return true;
    }

    private void Pump()
    {
        while (_waiting.TryPeek(out var waiter))
        {
            if (waiter.Task.IsCompleted)
            {
                _waiting.Dequeue();
                continue;
            }

            if (!TryTake())
            {
                break;
            }

            _waiting.Dequeue();
            if (!waiter.TrySetResult(_window))
            {
                PutBack();
            }
        }

        ArmTimer();
    }

    private void PutBack()
    {
        _inFlight--;
        if (_limit is not null)
        {
            _remaining++;
        }
    }

    private void ArmTimer()
    {
        if (_waiting.Count == 0 || _resetAt is not { } resetAt || _retired)
        {
            return;
        }

        var due = resetAt - clock.Now;
        due = due < TimeSpan.Zero ? TimeSpan.Zero : due;
        _timer ??= clock.Time.CreateTimer(static state => ((Bucket)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            if (!_retired)
            {
                Pump();
            }
        }
    }
}
