using Patterns.Backends.Internal;

namespace Patterns.Backends;

/// <summary>Makes one call of what would be a call for each key. Make one for each request: what it knows is what this caller may see.</summary>
/// <remarks>
/// Keys that are asked for within <see cref="DataLoaderOptions.Window"/> go into one call, up to <see cref="DataLoaderOptions.MaxKeys"/>. Each key is asked for once, and
/// again only after a call that failed or that everybody gave up. A call that nobody waits for any more is cancelled.
/// </remarks>
/// <typeparam name="TKey">A key.</typeparam>
/// <typeparam name="TValue">What there is to a key.</typeparam>
public sealed class DataLoader<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly Func<IReadOnlyList<TKey>, CancellationToken, ValueTask<IReadOnlyDictionary<TKey, TValue>>> _load;
    private readonly DataLoaderOptions _options;
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LoaderBatch<TKey, TValue>> _known = [];
    private LoaderBatch<TKey, TValue>? _open;

    /// <summary>Makes it.</summary>
    /// <param name="load">Asks for the values of distinct keys; a key that there is nothing for is left out of them. Null is a failure, as an exception is.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public DataLoader(Func<IReadOnlyList<TKey>, CancellationToken, ValueTask<IReadOnlyDictionary<TKey, TValue>>> load, DataLoaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(load);
        _load = load;
        _options = (options ?? new DataLoaderOptions()).Validated();
    }

    /// <summary>The value of a key; null when there is none. What the call throws, everybody gets who waits for it.</summary>
    public async ValueTask<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken)
    {
        var (batch, value) = Join(key);
        try
        {
            return await value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(batch, value);
        }
    }

    /// <summary>The values of keys, by their keys, without those that there is nothing for.</summary>
    public async ValueTask<IReadOnlyDictionary<TKey, TValue>> LoadManyAsync(IEnumerable<TKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var asked = keys.Distinct().ToList();
        var values = await Task.WhenAll(asked.Select(key => LoadAsync(key, cancellationToken).AsTask())).ConfigureAwait(false);
        return asked.Zip(values).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!);
    }

    private (LoaderBatch<TKey, TValue> Batch, Task<TValue?> Value) Join(TKey key)
    {
        LoaderBatch<TKey, TValue>? batch;
        Task<TValue?> value;
        var isFull = false;
        lock (_lock)
        {
            if (!_known.TryGetValue(key, out batch))
            {
                batch = _open ??= Open();
                batch.Keys.Add(key);
                _known[key] = batch;
                isFull = batch.Keys.Count == _options.MaxKeys;
                _open = isFull ? null : batch;
            }

            value = batch.Values is { } values ? Task.FromResult(values.GetValueOrDefault(key)) : batch.Add(key);
        }

        if (isFull)
        {
            Start(batch);
        }

        return (batch, value);
    }

    /// <summary>Has the last one who gives up end the call.</summary>
    private void Leave(LoaderBatch<TKey, TValue> batch, Task<TValue?> value)
    {
        lock (_lock)
        {
            if (batch.Waiting.RemoveAll(waiting => waiting.Value.Task == value) == 0 || batch.Waiting.Count > 0)
            {
                return;
            }

            Forget(batch);
        }

        batch.Cancel();
    }

    private LoaderBatch<TKey, TValue> Open()
    {
        var batch = new LoaderBatch<TKey, TValue>(_options.OnThreadPool);
        batch.Timer = _options.Time.CreateTimer(_ => Close(batch), null, _options.Window, Timeout.InfiniteTimeSpan);
        return batch;
    }

    /// <summary>No key is added from here on, and the call is made, unless that was done or nobody waits.</summary>
    private void Close(LoaderBatch<TKey, TValue> batch)
    {
        lock (_lock)
        {
            if (_open != batch)
            {
                return;
            }

            _open = null;
        }

        Start(batch);
    }

    private void Start(LoaderBatch<TKey, TValue> batch)
    {
        batch.Timer?.Dispose();
        _ = _options.OnThreadPool ? Task.Run(() => RunAsync(batch)) : RunAsync(batch);
    }

    private async Task RunAsync(LoaderBatch<TKey, TValue> batch)
    {
        try
        {
            var values = Pick(batch.Keys, await _load(batch.Keys, batch.Token).ConfigureAwait(false));
            foreach (var (key, value) in End(batch, values))
            {
                value.TrySetResult(values.GetValueOrDefault(key));
            }
        }
        catch (Exception exception)
        {
            foreach (var (_, value) in End(batch, null))
            {
                value.TrySetException(exception);
            }
        }
    }

    /// <summary>Looks all up before anybody has an answer, so that what fails here is a failure of all.</summary>
    private static Dictionary<TKey, TValue> Pick(List<TKey> keys, IReadOnlyDictionary<TKey, TValue>? values)
    {
        if (values is null)
        {
            throw new InvalidOperationException("The load has no answer, not even an empty one: it is null.");
        }

        var picked = new Dictionary<TKey, TValue>();
        foreach (var key in keys)
        {
            if (values.TryGetValue(key, out var value))
            {
                picked[key] = value;
            }
        }

        return picked;
    }

    /// <returns>Those who wait for it.</returns>
    private List<(TKey Key, TaskCompletionSource<TValue?> Value)> End(LoaderBatch<TKey, TValue> batch, IReadOnlyDictionary<TKey, TValue>? values)
    {
        lock (_lock)
        {
            batch.Values = values;
            if (values is null)
            {
                Forget(batch);
            }

            var waiting = batch.Waiting.ToList();
            batch.Waiting.Clear();
            return waiting;
        }
    }

    private void Forget(LoaderBatch<TKey, TValue> batch)
    {
        _open = _open == batch ? null : _open;
        foreach (var key in batch.Keys.Where(key => _known.GetValueOrDefault(key) == batch))
        {
            _known.Remove(key);
        }
    }
}
