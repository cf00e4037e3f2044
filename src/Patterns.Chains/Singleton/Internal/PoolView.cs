using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>What one who asks has seen of a pool. What it has not seen counts as free.</summary>
internal sealed class PoolView(PoolLayout layout, LeasePoolOptions options)
{
    private readonly Dictionary<TableKey, TableItem?> _items = [];

    private DateTimeOffset Now => options.Time.GetUtcNow();

    /// <summary>Sees all of the pool's items as they are now.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken) => await ReadAsync(layout.Keys, cancellationToken).ConfigureAwait(false);

    /// <summary>Sees what was not seen yet.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        TableKey[] missing = [.. layout.Keys.Where(key => !_items.ContainsKey(key))];
        if (missing.Length > 0)
        {
            await ReadAsync(missing, cancellationToken).ConfigureAwait(false);
        }
    }

    public void See(Slot slot, TableItem? item) => _items[slot.Key] = item;

    /// <summary>One of the free slots that the function prefers, at random, so that those who ask do not all ask for the same.</summary>
    public Slot? PickFree() => layout.ByPreference.Select(slots => PickRandom(slots, slot => slot.IsFree(ItemOf(slot), Now))).FirstOrDefault(slot => slot is not null);

    /// <summary>
    /// One of the function's own slots that another function has: one that nobody has asked for, at random, else the one for which nobody asks
    /// soon any more.
    /// </summary>
    public Slot? PickLent() =>
        PickRandom(layout.Own, slot => IsLent(slot) && !(WantedUntil(slot) > Now)) ?? layout.Own.Where(IsLent).MinBy(WantedUntil);

    /// <summary>Whether another function has the slot.</summary>
    public bool IsLent(Slot slot) => slot.HolderOf(ItemOf(slot), Now) is { } holder && !string.Equals(holder, options.Function, StringComparison.Ordinal);

    public DateTimeOffset? WantedUntil(Slot slot) => slot.WantedUntil(ItemOf(slot));

    /// <summary>A slot of each item whose slots of the function somebody else may take at a moment.</summary>
    public IEnumerable<Slot> OpenAt(DateTimeOffset moment) =>
        layout.Own.DistinctBy(slot => slot.Key).Where(slot => !(slot.WaitedForUntil(ItemOf(slot)) > moment));

    /// <summary>How long until a slot is free, if it is not renewed.</summary>
    public TimeSpan UntilNextEnd()
    {
        var now = Now;
        var ends = layout.Slots.Select(slot => slot.EndOf(ItemOf(slot), now)).OfType<DateTimeOffset>().DefaultIfEmpty(now);
        return ends.Min() - now;
    }

    public IReadOnlyList<PoolSlot> Describe()
    {
        var now = Now;
        return [.. layout.Slots.Select(slot => Describe(slot, ItemOf(slot), now))];
    }

    private static PoolSlot Describe(Slot slot, TableItem? item, DateTimeOffset now) =>
        new(slot.Number, slot.Function, slot.HolderOf(item, now), slot.EndOf(item, now), slot.WaitedForUntil(item) > now);

    private async ValueTask ReadAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        var items = await layout.Table.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);
        foreach (var (key, item) in keys.Zip(items))
        {
            _items[key] = item;
        }
    }

    private TableItem? ItemOf(Slot slot) => _items.GetValueOrDefault(slot.Key);

    private Slot? PickRandom(IReadOnlyList<Slot> slots, Func<Slot, bool> isRight)
    {
        Slot[] right = [.. slots.Where(isRight)];
        return right.Length == 0 ? null : right[Math.Min((int)(options.Jitter() * right.Length), right.Length - 1)];
    }
}
