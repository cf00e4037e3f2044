namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>Collects items until they are large enough or the first one has waited long enough, whichever comes first.</summary>
/// <param name="maxBytes">The size that releases what is there.</param>
/// <param name="interval">How long the first item waits, at most.</param>
/// <param name="time">The clock.</param>
/// <param name="release">Takes what is released, under the buffer's lock, so that batches keep their order. Where it throws, the batch stays, and is released again after the interval.</param>
/// <param name="failed">Told what <paramref name="release"/> throws.</param>
/// <param name="maxWeight">What a batch must not exceed in weight: an item that would is the first of the next batch.</param>
internal sealed class TimedBuffer<T>(
    long maxBytes, TimeSpan interval, TimeProvider time, Action<IReadOnlyList<T>> release, Action<Exception> failed, long maxWeight = long.MaxValue)
{
    private readonly Lock _lock = new();
    private List<T> _items = [];
    private long _bytes;
    private long _weight;
    private ITimer? _timer;

    /// <param name="item">The item.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="weight">What it adds to the weight of its batch.</param>
    public void Add(T item, int bytes, int weight = 0)
    {
        lock (_lock)
        {
            if (_items.Count > 0 && _weight + weight > maxWeight)
            {
                Release();
            }

            _items.Add(item);
            _bytes += bytes;
            _weight += weight;
            if (_bytes >= maxBytes)
            {
                Release();
            }
            else if (_items.Count == 1)
            {
                StartTimer();
            }
        }
    }

    /// <summary>Releases what is there now.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            Release();
        }
    }

    // A timer may ring while its batch is being released for its size.
    private void ReleaseIf(List<T> batch)
    {
        lock (_lock)
        {
            if (ReferenceEquals(batch, _items))
            {
                Release();
            }
        }
    }

    private void StartTimer()
    {
        var batch = _items;
        _timer = time.CreateTimer(_ => ReleaseIf(batch), null, interval, Timeout.InfiniteTimeSpan);
    }

    private void Release()
    {
        _timer?.Dispose();
        _timer = null;
        if (_items.Count == 0)
        {
            return;
        }

        var (batch, bytes, weight) = (_items, _bytes, _weight);
        _items = [];
        _bytes = _weight = 0;
        try
        {
            release(batch);
        }
        catch (Exception exception)
        {
            (_items, _bytes, _weight) = (batch, bytes, weight);
            StartTimer();
            failed(exception);
        }
    }
}
