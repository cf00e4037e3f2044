using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>Where one key stands in the indexes while it has its turn.</summary>
/// <param name="engine">What all share.</param>
/// <param name="itemKey">The key's item.</param>
/// <param name="key">The key.</param>
/// <param name="byWatermark">The partition in which the key is due by its shard's watermark; null to leave that as it is.</param>
/// <param name="inHand">The marks that had the key looked at, and are taken away after it.</param>
internal sealed class KeyMarks<TIn, TState, TOut>(
    KeyedEngine<TIn, TState, TOut> engine,
    TableKey itemKey,
    string key,
    string? byWatermark,
    IReadOnlyCollection<DueMark> inHand)
{
    private readonly string _byClock = engine.Layout.ByClockOf(itemKey);

    /// <summary>Whether the state relies on a mark that is taken away, so that it has to be written.</summary>
    public bool AreUsedBy(KeyState<TState> state) => IsInHand(state.ByWatermark) || IsInHand(state.ByClock);

    /// <summary>
    /// Puts the key into the indexes before its state relies on it. A mark that is too early is no harm: it is made anew when it is due. One that
    /// is too late gets another before it, and is looked at in vain.
    /// </summary>
    public async ValueTask MakeAsync(KeyFold<TIn, TState, TOut> fold, CancellationToken cancellationToken)
    {
        var state = fold.State;
        state.ByWatermark = IsInHand(state.ByWatermark) ? null : state.ByWatermark;
        state.ByClock = IsInHand(state.ByClock) ? null : state.ByClock;
        var made = new List<TableWrite>();
        if (fold.NextDue() is { } due && byWatermark is not null && (state.ByWatermark?.Partition != byWatermark || state.ByWatermark.At > due))
        {
            state.ByWatermark = new DueMark(byWatermark, due);
            made.Add(ItemOf(state.ByWatermark, expiresAt: Later(engine.ForgottenAt, due + engine.Options.Retention)));
        }

        if (WantedByClock(fold) is { } wanted && (state.ByClock is null || state.ByClock.At > wanted))
        {
            state.ByClock = new DueMark(_byClock, wanted);
            made.Add(ItemOf(state.ByClock, expiresAt: null));
        }

        if (made.Count > 0)
        {
            await engine.Table.WriteManyAsync(made, cancellationToken).ConfigureAwait(false);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>When the sweep is to look at the key: when it could close a window of it, or send what was not sent.</summary>
    private DateTimeOffset? WantedByClock(KeyFold<TIn, TState, TOut> fold)
    {
        var wanted = fold.NextDue() is { } due ? Later(due, fold.State.TouchedAt) + engine.Options.IdleAfter : DateTimeOffset.MaxValue;

        // The mark in hand will do for results: it goes when they have gone out.
        if (fold.State.Outbox.Count > 0 && !inHand.Any(mark => mark.Partition == _byClock))
        {
            wanted = Earlier(wanted, engine.Now + engine.Options.IdleAfter);
        }

        // Never in the past: who is looking at what is due then could take the mark away before the state relies on it.
        return wanted == DateTimeOffset.MaxValue ? null : Later(engine.Now, wanted);
    }

    private bool IsInHand(DueMark? mark) => mark is not null && inHand.Contains(mark);

    private TablePut ItemOf(DueMark mark, DateTimeOffset? expiresAt) => new(DueMarks.ItemOf(mark, itemKey, key, expiresAt));
}
