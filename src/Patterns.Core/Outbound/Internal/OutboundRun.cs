namespace Patterns.Outbound.Internal;

/// <summary>One call of the writer: rounds of requests, each with what may be sent now, until all is sent or has failed.</summary>
internal sealed class OutboundRun(IDestination destination, OutboundOptions options, IReadOnlyList<Envelope> envelopes, CancellationToken deadline)
{
    private readonly TaskCompletionSource _firstRound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<OutboundEntry> _pending = [.. envelopes.Select((envelope, position) => new OutboundEntry(envelope, position))];
    private readonly List<OutboundEntry> _failed = [];
    private readonly List<OutboundEntry> _round = new(envelopes.Count);

    // The keys of a round, then the ids of each request.
    private readonly HashSet<string> _distinct = new(envelopes.Count, StringComparer.Ordinal);

    /// <summary>Ends when everything was sent once; what is sent again follows.</summary>
    public Task FirstRound => _firstRound.Task;

    private bool KeepsOrder => options.KeepOrder ?? destination.KeepsOrder;

    public async Task<IReadOnlyList<SendFailure>> RunAsync()
    {
        try
        {
            return await SendAllAsync().ConfigureAwait(false);
        }
        finally
        {
            _firstRound.TrySetResult();
        }
    }

    private async Task<IReadOnlyList<SendFailure>> SendAllAsync()
    {
        RefuseWhatCannotBeSent();
        while (_pending.Count > 0 && !deadline.IsCancellationRequested)
        {
            var round = NextRound();
            await SendRoundAsync(round).ConfigureAwait(false);
            if (Settle(round) is { } delay)
            {
                LetOthersGoOn();
                await WaitAsync(delay).ConfigureAwait(false);
            }
        }

        FailRest();
        return [.. _failed.OrderBy(entry => entry.Position).Select(entry => entry.Failure!)];
    }

    /// <summary>What waits to be sent again must not hold up others, unless they would overtake it.</summary>
    private void LetOthersGoOn()
    {
        if (!KeepsOrder)
        {
            _firstRound.TrySetResult();
        }
    }

    private void RefuseWhatCannotBeSent()
    {
        foreach (var entry in _pending.Where(entry => !entry.HasFailed))
        {
            if (entry.Measure(destination.Name, destination.Limits) is { } reason)
            {
                Refuse(entry, reason.Code, reason.Message);
            }
        }

        TakeOutFailed();
    }

    /// <summary>What may be sent now: with order, the first message of each key.</summary>
    private List<OutboundEntry> NextRound()
    {
        _round.Clear();
        _distinct.Clear();
        foreach (var entry in _pending)
        {
            if (!KeepsOrder || entry.Envelope.Key is not { } key || _distinct.Add(key))
            {
                _round.Add(entry);
            }
        }

        return _round;
    }

    private Task SendRoundAsync(List<OutboundEntry> round)
    {
        var requests = RequestPacker.Pack(round, destination.Limits, _distinct);
        if (requests.Count == 1)
        {
            return SendRequestAsync(requests[0]);
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism };
        return Parallel.ForEachAsync(requests, parallel, async (request, _) => await SendRequestAsync(request).ConfigureAwait(false));
    }

    private async Task SendRequestAsync(List<OutboundEntry> request)
    {
        foreach (var entry in request)
        {
            entry.Attempts++;
            entry.Failure = null;
        }

        try
        {
            foreach (var failure in await SendAsync([.. request.Select(entry => entry.Envelope)]).ConfigureAwait(false))
            {
                var entry = request.Find(candidate => ReferenceEquals(candidate.Envelope, failure.Envelope))
                    ?? throw new InvalidOperationException($"{destination.Name} reported a failure of a message that was not sent.");
                entry.Failure = failure;
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            Fail(request, SendFailureCodes.Deadline, "Time ran out while it was being sent.", exception: null);
        }
        catch (Exception exception)
        {
            Fail(request, SendFailureCodes.RequestFailed, exception.Message, exception);
        }
    }

    /// <summary>A destination that does not listen to its token is not waited for.</summary>
    private ValueTask<IReadOnlyList<SendFailure>> SendAsync(Envelope[] request)
    {
        var sending = destination.SendAsync(request, deadline);
        return sending.IsCompleted ? sending : new(sending.AsTask().WaitAsync(deadline));
    }

    private static void Fail(List<OutboundEntry> request, string code, string message, Exception? exception)
    {
        var isRetryable = exception is not DestinationException { IsRetryable: false };
        foreach (var entry in request)
        {
            entry.Failure = new SendFailure(entry.Envelope, code, message, isRetryable) { Exception = exception };
        }
    }

    /// <summary>Takes out what is sent and what has failed for good; the wait before the rest is sent again, or null.</summary>
    private TimeSpan? Settle(List<OutboundEntry> round)
    {
        TimeSpan? delay = null;
        foreach (var entry in round)
        {
            if (entry.Failure is null)
            {
                entry.IsSent = true;
            }
            else if (!entry.Failure.IsRetryable || entry.Attempts >= options.MaxAttempts)
            {
                End(entry);
                BlockFollowers(entry);
            }
            else
            {
                var own = RetryDelay.After(entry.Attempts, options);
                delay = own > delay.GetValueOrDefault() ? own : delay ?? TimeSpan.Zero;
            }
        }

        TakeOutFailed();
        _pending.RemoveAll(entry => entry.IsSent);
        return delay;
    }

    private void BlockFollowers(OutboundEntry failed)
    {
        if (!KeepsOrder || failed.Envelope.Key is not { } key)
        {
            return;
        }

        var followers = _pending.Where(entry =>
            !entry.HasFailed && entry.Position > failed.Position && string.Equals(entry.Envelope.Key, key, StringComparison.Ordinal));
        foreach (var entry in followers)
        {
            Refuse(entry, SendFailureCodes.Blocked, $"{failed.Envelope.Id}, which comes before it, could not be sent.", isRetryable: true);
        }
    }

    private void Refuse(OutboundEntry entry, string code, string message, bool isRetryable = false)
    {
        entry.Failure = new SendFailure(entry.Envelope, code, message, isRetryable);
        End(entry);
        if (!isRetryable)
        {
            BlockFollowers(entry);
        }
    }

    private void End(OutboundEntry entry)
    {
        entry.HasFailed = true;
        _failed.Add(entry);
    }

    private void TakeOutFailed() => _pending.RemoveAll(entry => entry.HasFailed);

    private void FailRest()
    {
        foreach (var entry in _pending)
        {
            entry.Failure ??= new SendFailure(entry.Envelope, SendFailureCodes.Deadline, "Time ran out before it was sent.", IsRetryable: true);
            _failed.Add(entry);
        }
    }

    private async Task WaitAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, options.Time, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees the deadline, too.
        }
    }
}
