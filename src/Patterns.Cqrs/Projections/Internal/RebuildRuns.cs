using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Which run of a rebuild goes on: the marks of any other one say nothing.</summary>
internal sealed class RebuildRuns(ITable table, TableKey key, TimeProvider time)
{
    /// <summary>How long a run that fills gaps may have been left: there may be other gaps after that.</summary>
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(1);

    /// <summary>The run that is to go on; null when one has to begin.</summary>
    public async ValueTask<string?> FindAsync(bool mayBeOld, CancellationToken cancellationToken)
    {
        var item = await table.GetAsync(key, cancellationToken).ConfigureAwait(false);
        return item is not null && (mayBeOld || time.GetUtcNow() - Moment.Parse(ItemReading.Text(item, ItemNames.At)) <= s_longestPause)
            ? ItemReading.Text(item, ViewItemNames.Run)
            : null;
    }

    /// <summary>Says that the run goes on now.</summary>
    public async ValueTask KeepAsync(string run, CancellationToken cancellationToken) => await table.PutAsync(
        new TableItem(key)
        {
            [ItemNames.Kind] = ViewItemNames.RebuildKind,
            [ViewItemNames.Run] = run,
            [ItemNames.At] = Moment.ToText(time.GetUtcNow()),
        },
        cancellationToken).ConfigureAwait(false);

    /// <summary>Ends the run, if it is still this one.</summary>
    public async ValueTask EndAsync(string run, CancellationToken cancellationToken) =>
        await table.DeleteAsync(key, cancellationToken, TableCondition.Equal(ViewItemNames.Run, run)).ConfigureAwait(false);
}
