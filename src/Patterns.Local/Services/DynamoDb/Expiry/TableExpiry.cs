using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expiry;

/// <summary>Removes items when the time in one of their attributes has come. Used under the table's lock, but for the timer.</summary>
internal sealed class TableExpiry : IDisposable
{
    // Timers take 49 days at most; an early one finds nothing and waits again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Table _table;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Dictionary<StorageKey, long> _times = new(StoragePlaces.Instance);
    private readonly SortedSet<(long Time, StorageKey Place)> _order = new(ExpiryOrder.Instance);
    private long? _armedFor;

    public TableExpiry(Table table, TimeProvider time)
    {
        _table = table;
        _time = time;
        _timer = time.CreateTimer(_ => Sweep(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The attribute with the time in seconds since 1970; null while nothing expires.</summary>
    public string? AttributeName { get; private set; }

    /// <exception cref="AwsException">It is on already.</exception>
    public void Enable(string attributeName)
    {
        lock (_table.Gate)
        {
            if (AttributeName is not null)
            {
                throw DynamoDbErrors.Validation("TimeToLive is already enabled");
            }

            AttributeName = attributeName;
            foreach (var stored in _table.All())
            {
                Add(stored.Key, stored.Item);
            }

            SetTimer();
        }
    }

    /// <exception cref="AwsException">It is not on, or for another attribute.</exception>
    public void Disable(string attributeName)
    {
        lock (_table.Gate)
        {
            if (AttributeName is null)
            {
                throw DynamoDbErrors.Validation("TimeToLive is already disabled");
            }

            if (AttributeName != attributeName)
            {
                throw DynamoDbErrors.Validation("TimeToLive is active on a different AttributeName: current AttributeName is " + AttributeName);
            }

            AttributeName = null;
            _times.Clear();
            _order.Clear();
            SetTimer();
        }
    }

    /// <summary>Follows a change of the table; under its lock.</summary>
    public void Follow(StorageKey place, Item? after)
    {
        if (AttributeName is null)
        {
            return;
        }

        if (_times.Remove(place, out var old))
        {
            _order.Remove((old, place));
        }

        if (after is not null)
        {
            Add(place, after);
        }

        SetTimer();
    }

    public void Dispose() => _timer.Dispose();

    private void Add(StorageKey place, Item item)
    {
        if (ExpiryTime.Of(item[AttributeName!], _time.GetUtcNow()) is { } seconds)
        {
            _times[place] = seconds;
            _order.Add((seconds, place));
        }
    }

    private void Sweep()
    {
        lock (_table.Gate)
        {
            var now = _time.GetUtcNow().ToUnixTimeSeconds();
            while (!_table.IsDeleted && _order.Count > 0 && _order.Min.Time < now)
            {
                _table.Expire(_order.Min.Place);
            }

            _armedFor = null;
            SetTimer();
        }
    }

    private void SetTimer()
    {
        long? next = _order.Count > 0 ? _order.Min.Time : null;
        if (next == _armedFor || _table.IsDeleted)
        {
            return;
        }

        _armedFor = next;
        _timer.Change(next is { } seconds ? Wait(seconds) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // An item has expired when its second is over.
    private TimeSpan Wait(long seconds)
    {
        var wait = DateTimeOffset.FromUnixTimeSeconds(seconds + 1) - _time.GetUtcNow();
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks));
    }
}
