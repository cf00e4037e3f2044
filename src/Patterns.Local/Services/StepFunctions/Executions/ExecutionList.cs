namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>The executions of one state machine that are known.</summary>
internal sealed class ExecutionList
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Execution> _byName = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Execution> _byNumber = [];
    private readonly Dictionary<Execution, long> _numbers = [];
    private long _latest;
    private int _running;

    /// <summary>How many run, those of Express machines too.</summary>
    public int Running => Volatile.Read(ref _running);

    public Execution? Find(string name)
    {
        lock (_lock)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    /// <summary>Adds an execution unless there is one of its name; gives the one of that name.</summary>
    public Execution GetOrAdd(string name, Func<Execution> create)
    {
        lock (_lock)
        {
            if (_byName.TryGetValue(name, out var existing))
            {
                return existing;
            }

            var execution = create();
            _byName.Add(name, execution);
            _byNumber.Add(++_latest, execution);
            _numbers.Add(execution, _latest);
            Interlocked.Increment(ref _running);
            return execution;
        }
    }

    /// <summary>Counts an execution that is not kept.</summary>
    public void Enter() => Interlocked.Increment(ref _running);

    public void Leave() => Interlocked.Decrement(ref _running);

    public void Remove(Execution execution)
    {
        lock (_lock)
        {
            if (_numbers.Remove(execution, out var number))
            {
                _byNumber.Remove(number);
                _byName.Remove(execution.Name);
            }
        }
    }

    /// <summary>Executions from the latest to the earliest start, each with a number that only grows.</summary>
    /// <param name="before">Only those with a smaller number; null for all.</param>
    public IReadOnlyList<(long Number, Execution Execution)> LatestFirst(long? before)
    {
        lock (_lock)
        {
            return [.. _byNumber.Reverse().Where(pair => before is null || pair.Key < before).Select(pair => (pair.Key, pair.Value))];
        }
    }
}
