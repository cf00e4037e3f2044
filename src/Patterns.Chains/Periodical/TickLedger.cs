using System.Runtime.CompilerServices;
using Patterns.Periodical.Internal;
using Patterns.Tables;

namespace Patterns.Periodical;

/// <summary>Reads which ticks were run.</summary>
public sealed class TickLedger
{
    private readonly ITable _table;
    private readonly TickLayout _layout;

    /// <summary>Makes a reader.</summary>
    /// <param name="table">The table of <see cref="PeriodicalOptions.Table"/>.</param>
    /// <param name="name">The name of <see cref="PeriodicalOptions.Name"/>.</param>
    public TickLedger(ITable table, string name)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _table = table;
        _layout = new TickLayout(name);
    }

    /// <summary>The ticks from one moment to another, both included, that were run and are not forgotten, the earliest first.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async IAsyncEnumerable<TickRecord> ReadAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new TableQuery(_layout.Ticks) { SortFrom = TickLayout.Text(from), SortTo = TickLayout.Text(to) };
        await foreach (var item in _table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return TickFields.RecordOf(item);
        }
    }

    /// <summary>The newest tick that is settled, run or skipped; null when there is none.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<DateTimeOffset?> FindSettledAsync(CancellationToken cancellationToken)
    {
        var head = await _table.GetAsync(_layout.Head, cancellationToken).ConfigureAwait(false);
        return head is null ? null : TickFields.Moment(head, TickFields.Settled);
    }
}
