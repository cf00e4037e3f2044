using Patterns.Sagas;

namespace Patterns.Chains.Tests.Sagas;

/// <summary>
/// Others that are called. They know their keys: what is asked twice is done once, and what was undone before it was done is refused.
/// </summary>
internal sealed class Agency
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _booked = [];
    private readonly HashSet<string> _cancelled = [];
    private readonly List<string> _calls = [];

    /// <summary>The keys that are booked now.</summary>
    public IReadOnlyCollection<string> Booked
    {
        get
        {
            lock (_lock)
            {
                return [.. _booked];
            }
        }
    }

    /// <summary>What took effect, in that order.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public async ValueTask BookAsync(string key, IStepGate? gate)
    {
        await StepAsync(gate, $"before: book {key}");
        lock (_lock)
        {
            if (_cancelled.Contains(key))
            {
                throw new NonRetryableException($"{key} was cancelled before it was booked.");
            }

            if (_booked.Add(key))
            {
                _calls.Add($"book {key}");
            }
        }

        await StepAsync(gate, $"after: book {key}");
    }

    public async ValueTask CancelAsync(string key, IStepGate? gate)
    {
        await StepAsync(gate, $"before: cancel {key}");
        lock (_lock)
        {
            if (_cancelled.Add(key))
            {
                _calls.Add($"cancel {key}");
            }

            _booked.Remove(key);
        }

        await StepAsync(gate, $"after: cancel {key}");
    }

    public bool IsBooked(SagaStepContext context)
    {
        lock (_lock)
        {
            return _booked.Contains(context.IdempotencyKey);
        }
    }

    private static ValueTask StepAsync(IStepGate? gate, string name) => gate?.StepAsync(name) ?? ValueTask.CompletedTask;
}
