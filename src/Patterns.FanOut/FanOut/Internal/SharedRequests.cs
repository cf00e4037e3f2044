namespace Patterns.FanOut.Internal;

/// <summary>Joins the items of many callers: what arrives while a request is under way goes together with the next one.</summary>
internal sealed class SharedRequests<TItem, TResult>(Func<IReadOnlyList<TItem>, CancellationToken, ValueTask<IReadOnlyList<TResult>>> request)
{
    private readonly Lock _lock = new();
    private RequestGroup<TItem, TResult>? _next;
    private bool _isRunning;

    /// <summary>The result for the item, once the request that it went with has ended.</summary>
    public Task<TResult> AskAsync(TItem item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RequestGroup<TItem, TResult> group;
        int position;
        lock (_lock)
        {
            group = _next ??= new RequestGroup<TItem, TResult>();
            position = group.Add(item, cancellationToken);
            if (!_isRunning)
            {
                _isRunning = true;
                Start();
            }
        }

        return group.WaitAsync(position, cancellationToken);
    }

    /// <summary>Requests serve many callers, so that none's trace or culture flows into them.</summary>
    private void Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(RunAllAsync, CancellationToken.None);
        }
    }

    private async Task RunAllAsync()
    {
        while (TakeNext() is { } group)
        {
            _ = group.RunAsync(request);
            await group.Over.ConfigureAwait(false);
        }
    }

    private RequestGroup<TItem, TResult>? TakeNext()
    {
        lock (_lock)
        {
            var group = _next;
            _next = null;
            _isRunning = group is not null;
            return group;
        }
    }
}
