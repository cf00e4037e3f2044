using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Looks through the rows of one aggregate, in their order, for those that are due.</summary>
internal sealed class StragglerSearch(string aggregate, DateTimeOffset now, TimeSpan minAge)
{
    private bool _isFirst = true;
    private bool _waits;
    private string? _through;

    public string Aggregate => aggregate;

    public Straggler? Found => _through is null || _waits ? null : new Straggler(aggregate, _through);

    public void Look(TableItem row)
    {
        var notBefore = Moment(row, RowNames.NotBefore);
        _waits |= _isFirst && notBefore > now;
        _isFirst = false;
        if (notBefore <= now || !(Moment(row, RowNames.Created) > now - minAge))
        {
            _through = row.Key.Sort;
        }
    }

    /// <summary>Null also for what cannot be read, so that the row is taken up and put aside.</summary>
    private static DateTimeOffset? Moment(TableItem row, string name) =>
        row[name] is { Kind: TableValueKind.Number } value ? DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64()) : null;
}
