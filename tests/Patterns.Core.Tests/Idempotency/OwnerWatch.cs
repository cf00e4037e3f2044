using System.Collections.Concurrent;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Sees to it that nobody runs a key while somebody else does who still has the lease.</summary>
internal sealed class OwnerWatch(TimeProvider time)
{
    private readonly ConcurrentDictionary<object, (string Key, Func<DateTimeOffset> LeaseUntil)> _running = new();

    public ConcurrentQueue<string> Violations { get; } = new();

    public async ValueTask RunAsync(string key, Func<DateTimeOffset> leaseUntil, Func<ValueTask> run)
    {
        var self = new object();
        var now = time.GetUtcNow();
        foreach (var (_, other) in _running)
        {
            if (other.Key == key && other.LeaseUntil() > now)
            {
                Violations.Enqueue($"Key {key} is run by two owners at {now:O}, the first one's lease lasts until {other.LeaseUntil():O}.");
            }
        }

        _running[self] = (key, leaseUntil);
        try
        {
            await run();
        }
        finally
        {
            _running.TryRemove(self, out _);
        }
    }
}
