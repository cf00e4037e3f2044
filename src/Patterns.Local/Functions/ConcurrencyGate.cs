using Patterns.Local.Services;

namespace Patterns.Local.Functions;

/// <summary>Counts running invocations against the reserved concurrency of their function and that of the account.</summary>
internal sealed class ConcurrencyGate(int accountConcurrency)
{
    /// <summary>What the account keeps for functions without a reservation.</summary>
    private const int UnreservedFloor = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _reserved = [];
    private readonly Dictionary<string, int> _running = [];
    private int _unreservedRunning;

    public int? Reserved(string function)
    {
        lock (_lock)
        {
            return _reserved.TryGetValue(function, out var limit) ? limit : null;
        }
    }

    /// <summary>Sets or, with null, removes the reservation of a function.</summary>
    public void Reserve(string function, int? limit)
    {
        lock (_lock)
        {
            RefuseBelowFloor(function, limit);
            if (limit is { } value)
            {
                _reserved[function] = value;
            }
            else
            {
                _reserved.Remove(function);
            }
        }
    }

    /// <summary>Takes a place for one invocation; dispose it when the invocation has ended.</summary>
    /// <exception cref="AwsException"><c>TooManyRequestsException</c>: the function or the account is at its limit.</exception>
    public IDisposable Enter(string function)
    {
        lock (_lock)
        {
            var running = _running.GetValueOrDefault(function);
            if (_reserved.TryGetValue(function, out var limit))
            {
                Refuse(running >= limit, "ReservedFunctionConcurrentInvocationLimitExceeded");
                _running[function] = running + 1;
                return new Place(this, function, unreserved: false);
            }

            Refuse(_unreservedRunning >= accountConcurrency - ReservedByAll(), "ConcurrentInvocationLimitExceeded");
            _running[function] = running + 1;
            _unreservedRunning++;
            return new Place(this, function, unreserved: true);
        }
    }

    private static void Refuse(bool full, string reason)
    {
        if (full)
        {
            throw new AwsException("TooManyRequestsException", "Rate Exceeded.", 429) { Reason = reason };
        }
    }

    private void RefuseBelowFloor(string function, int? limit)
    {
        var others = ReservedByAll() - _reserved.GetValueOrDefault(function);
        if (limit is { } value && accountConcurrency - others - value < Math.Min(UnreservedFloor, accountConcurrency))
        {
            throw new AwsException(
                "InvalidParameterValueException",
                $"Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [{UnreservedFloor}].");
        }
    }

    private int ReservedByAll()
    {
        var sum = 0;
        foreach (var (_, limit) in _reserved)
        {
            sum += limit;
        }

        return sum;
    }

    private void Leave(string function, bool unreserved)
    {
        lock (_lock)
        {
            _running[function]--;
            _unreservedRunning -= unreserved ? 1 : 0;
        }
    }

    private sealed class Place(ConcurrencyGate gate, string function, bool unreserved) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Leave(function, unreserved);
            }
        }
    }
}
