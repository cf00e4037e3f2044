using System.Diagnostics.CodeAnalysis;

namespace Patterns.Backends.Internal;

/// <summary>Keys that go into one call, and those who wait for it. Whoever changes it holds the loader's lock.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The source has no timer and no handle, and its token outlives the batch in what the call made.")]
internal sealed class LoaderBatch<TKey, TValue>(bool onThreadPool)
    where TKey : notnull
    where TValue : class
{
    private readonly CancellationTokenSource _end = new();

    public List<TKey> Keys { get; } = [];

    /// <summary>Those who wait. Each has a source of its own: of several who wait for one task, the runtime lets only one go on at once.</summary>
    public List<(TKey Key, TaskCompletionSource<TValue?> Value)> Waiting { get; } = [];

    /// <summary>What the call came to; null before.</summary>
    public IReadOnlyDictionary<TKey, TValue>? Values { get; set; }

    public ITimer? Timer { get; set; }

    public CancellationToken Token => _end.Token;

    public Task<TValue?> Add(TKey key)
    {
        var value = new TaskCompletionSource<TValue?>(onThreadPool ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
        Waiting.Add((key, value));
        return value.Task;
    }

    public void Cancel()
    {
        Timer?.Dispose();
        if (onThreadPool)
        {
            _ = _end.CancelAsync();
        }
        else
        {
            _end.Cancel();
        }
    }
}
