using System.Diagnostics.CodeAnalysis;

namespace Patterns.FanOut.Internal;

/// <summary>Callers whose items go together in one request. The request ends early only when none of them waits any more.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle; disposing it would race with callers that leave.")]
internal sealed class RequestGroup<TItem, TResult>
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource<IReadOnlyList<TResult>> _results = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _nobodyWaits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(TItem Item, CancellationToken Token)> _members = [];
    private int _waiting;

    /// <summary>Ends with the request, or when nobody waits for it any more.</summary>
    public Task Over => Task.WhenAny(_results.Task, _nobodyWaits.Task);

    /// <summary>Adds an item before the request has begun; its position.</summary>
    public int Add(TItem item, CancellationToken cancellationToken)
    {
        _members.Add((item, cancellationToken));
        return _members.Count - 1;
    }

    public async Task<TResult> WaitAsync(int position, CancellationToken cancellationToken) =>
        (await _results.Task.WaitAsync(cancellationToken).ConfigureAwait(false))[position];

    public async Task RunAsync(Func<IReadOnlyList<TItem>, CancellationToken, ValueTask<IReadOnlyList<TResult>>> request)
    {
        var registrations = WatchTokens();
        try
        {
            _results.TrySetResult(await request([.. _members.Select(member => member.Item)], _cancellation.Token).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            _results.TrySetException(exception);
            _ = _results.Task.Exception; // looked at, also when every caller has left
        }

        registrations.ForEach(registration => registration.Dispose());
    }

    private List<CancellationTokenRegistration> WatchTokens()
    {
        _waiting = _members.Count;
        return _members.ConvertAll(member => member.Token.UnsafeRegister(static group => ((RequestGroup<TItem, TResult>)group!).Leave(), this));
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _cancellation.Cancel();
            _nobodyWaits.TrySetResult();
        }
    }
}
