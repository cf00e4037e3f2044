namespace Patterns.Local.Services.Schedules;

/// <summary>The values that a field allows.</summary>
internal sealed class CronSet
{
    private readonly int _first;
    private readonly bool[] _allowed;

    public CronSet(int first, int last, IEnumerable<int> values)
    {
        _first = first;
        _allowed = new bool[last - first + 1];
        foreach (var value in values)
        {
            _allowed[value - first] = true;
        }

        Last = first + Array.LastIndexOf(_allowed, value: true);
    }

    /// <summary>The largest value that is allowed.</summary>
    public int Last { get; }

    public bool Contains(int value) => value >= _first && value - _first < _allowed.Length && _allowed[value - _first];

    /// <summary>The smallest allowed value that is not less than <paramref name="value"/>; null when there is none.</summary>
    public int? NextFrom(int value)
    {
        for (var candidate = Math.Max(value, _first); candidate <= Last; candidate++)
        {
            if (_allowed[candidate - _first])
            {
                return candidate;
            }
        }

        return null;
    }
}
