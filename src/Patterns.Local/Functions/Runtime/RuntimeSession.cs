namespace Patterns.Local.Functions.Runtime;

/// <summary>One runtime's side of the Runtime API: what it may do next, and what it is waiting for.</summary>
/// <param name="id">The first part of the path that the runtime calls.</param>
/// <param name="restartable">
/// True for a process that a developer starts and stops: a call for the next event then gives up the current one.
/// </param>
internal sealed class RuntimeSession(string id, bool restartable = false)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<RuntimeAnswer> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _polled = NewSignal();
    private TaskCompletionSource<FunctionInvocation?>? _poll;
    private FunctionInvocation? _current;
    private FunctionInvocation? _undelivered;
    private TaskCompletionSource<RuntimeAnswer>? _answer;
    private RuntimeAnswer? _end;

    public string Id { get; } = id;

    /// <summary>Completes when the runtime asks for an event.</summary>
    public Task Polled
    {
        get
        {
            lock (_lock)
            {
                return _polled.Task;
            }
        }
    }

    /// <summary>Completes when the session is over, with the reason.</summary>
    public Task<RuntimeAnswer> Ended => _ended.Task;

    /// <summary>Hands an event to the runtime, or keeps it until the runtime asks, and waits for what becomes of it.</summary>
    public Task<RuntimeAnswer> SendAsync(FunctionInvocation invocation)
    {
        lock (_lock)
        {
            _answer = new TaskCompletionSource<RuntimeAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_end is not null)
            {
                _answer.SetResult(_end);
                return _answer.Task;
            }

            _current = invocation;
            _polled = NewSignal();
            _undelivered = _poll?.TrySetResult(invocation) == true ? null : invocation;
            _poll = null;
            return _answer.Task;
        }
    }

    /// <summary>The runtime asks for the next event; null when there will be none, or when it may not ask now.</summary>
    public async Task<FunctionInvocation?> NextAsync(CancellationToken connectionClosed)
    {
        var poll = BeginPoll();
        if (poll is null)
        {
            return null;
        }

        try
        {
            return await poll.Task.WaitAsync(connectionClosed).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            EndPoll(poll);
            return null;
        }
    }

    public RuntimeReply Respond(string requestId, ReadOnlyMemory<byte> payload) => Answer(requestId, RuntimeAnswer.Response(payload));

    public RuntimeReply RespondTooLarge(string requestId) => Answer(requestId, RuntimeAnswer.TooLarge());

    public RuntimeReply Fail(string requestId, ReadOnlyMemory<byte> error) => Answer(requestId, RuntimeAnswer.Error(error));

    /// <summary>The runtime says that it cannot start; allowed only before its first request for an event.</summary>
    public RuntimeReply FailInit(ReadOnlyMemory<byte> error)
    {
        lock (_lock)
        {
            if (_poll is not null || _answer is not null)
            {
                return RuntimeReply.InvalidStateTransition;
            }
        }

        End(RuntimeAnswer.InitError(error));
        return RuntimeReply.Accepted;
    }

    /// <summary>Ends the session and whatever is running in it; the first reason counts.</summary>
    public void End(RuntimeAnswer reason)
    {
        lock (_lock)
        {
            _end ??= reason;
            _answer?.TrySetResult(reason);
            _poll?.TrySetResult(null);
            _poll = null;
            _current = _undelivered = null;
        }

        _ended.TrySetResult(reason);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TaskCompletionSource<FunctionInvocation?>? BeginPoll()
    {
        lock (_lock)
        {
            var isBusy = _poll is not null || (_current is not null && _undelivered is null);
            if (_end is not null || (isBusy && !restartable))
            {
                return null;
            }

            _poll?.TrySetResult(null);
            GiveUpDelivered();
            return OpenPoll();
        }
    }

    private TaskCompletionSource<FunctionInvocation?> OpenPoll()
    {
        var poll = new TaskCompletionSource<FunctionInvocation?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_undelivered is null)
        {
            _poll = poll;
        }
        else
        {
            poll.SetResult(_undelivered);
            _undelivered = null;
        }

        _polled.TrySetResult();
        return poll;
    }

    private void GiveUpDelivered()
    {
        if (_current is not null && _undelivered is null)
        {
            _answer!.TrySetResult(RuntimeAnswer.Exited(_current.RequestId, "Runtime exited without providing a reason"));
            _current = null;
        }
    }

    private void EndPoll(TaskCompletionSource<FunctionInvocation?> poll)
    {
        lock (_lock)
        {
            if (_poll == poll)
            {
                _poll = null;
                _polled = NewSignal();
            }
            else if (poll.Task is { IsCompletedSuccessfully: true, Result: { } lost } && lost == _current)
            {
                _undelivered = lost;
            }
        }
    }

    private RuntimeReply Answer(string requestId, RuntimeAnswer answer)
    {
        lock (_lock)
        {
            if (_end is not null)
            {
                return RuntimeReply.Gone;
            }

            if (_current is null)
            {
                return RuntimeReply.InvalidStateTransition;
            }

            if (_current.RequestId != requestId)
            {
                return RuntimeReply.InvalidRequestId;
            }

            _current = null;
            _answer!.TrySetResult(answer);
            return RuntimeReply.Accepted;
        }
    }
}
