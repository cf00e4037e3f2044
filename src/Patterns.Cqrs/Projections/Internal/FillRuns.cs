using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Which walk fills the gaps of a live generation: it goes on for as long as it is not left for long, since there may be other gaps after that.</summary>
internal sealed class FillRuns(ITable table, TableKey key, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>The walk that goes on, or another one that begins.</summary>
    public async ValueTask<string> BeginAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetAsync(key, cancellationToken).ConfigureAwait(false);
        var run = found is not null && time.GetUtcNow() - Moment.Parse(ItemReading.Text(found, ItemNames.At)) <= LongestPause
            ? ItemReading.Text(found, ViewItemNames.Run)
            : Guid.NewGuid().ToString("N");
        await table.PutAsync(Item(run), cancellationToken).ConfigureAwait(false);
        return run;
    }

    /// <summary>Says that the walk has gone on until now, if it is still this one.</summary>
    public async ValueTask KeepAsync(string run, CancellationToken cancellationToken) =>
        await table.PutAsync(Item(run), cancellationToken, TableCondition.Equal(ViewItemNames.Run, run)).ConfigureAwait(false);

    /// <summary>Ends the walk, if it is still this one.</summary>
    public async ValueTask EndAsync(string run, CancellationToken cancellationToken) =>
        await table.DeleteAsync(key, cancellationToken, TableCondition.Equal(ViewItemNames.Run, run)).ConfigureAwait(false);

    private TableItem Item(string run) => new(key)
    {
        [ItemNames.Kind] = ViewItemNames.RebuildKind,
        [ViewItemNames.Run] = run,
        [ItemNames.At] = Moment.ToText(time.GetUtcNow()),
    };
}
