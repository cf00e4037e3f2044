namespace Patterns.Cqrs.Internal;

/// <summary>Rows in the making: what changes come to, until they are written.</summary>
internal sealed class RowFold(Func<string, object> read, IReadOnlyDictionary<ViewKey, FoundRow> found)
{
    private readonly Dictionary<ViewKey, (object? Value, ChangeMark Last)> _rows = [];

    /// <summary>What the rows have come to, and the last change of each.</summary>
    public IReadOnlyDictionary<ViewKey, (object? Value, ChangeMark Last)> Rows => _rows;

    /// <summary>Has a change come into all of its rows, or into none when one of them fails.</summary>
    public void Add(PlannedChange change)
    {
        var after = change.Rows.Select(row => (row.Key, Value: row.Apply(Current(row.Key)))).ToArray();
        foreach (var (key, value) in after)
        {
            _rows[key] = (value, change.Mark);
        }
    }

    private object? Current(ViewKey key) => _rows.TryGetValue(key, out var row) ? row.Value : found[key].Data is { } data ? read(data) : null;
}
