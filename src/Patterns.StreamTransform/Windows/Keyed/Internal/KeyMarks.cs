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
    // As long as a function runs at most, and as far as clocks may be apart.
    private static readonly TimeSpan s_longestRun = TimeSpan.FromMinutes(15 + 5);

    private readonly HashSet<DueMark> _released = [];
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
        state.ByWatermark = Release(state.ByWatermark);
        state.ByClock = Release(state.ByClock);
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

    /// <summary>
    /// Whether nobody relies on the mark in hand, nor ever will. One by the clock that the state did not rely on may be of somebody who is about to
    /// write that state down, unless it was due so long ago that whoever made it has ended. One by watermark may be lost.
    /// </summary>
    public bool MayGo(DueMark mark) => mark.Partition != _byClock || _released.Contains(mark) || mark.At + s_longestRun <= engine.Now;

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

        // Never in the past: by that it is known when whoever made it has ended.
        return wanted == DateTimeOffset.MaxValue ? null : Later(engine.Now, wanted);
    }

    private DueMark? Release(DueMark? mark)
    {
        if (!IsInHand(mark))
        {
            return mark;
        }

        _released.Add(mark!);
        return null;
    }

    private bool IsInHand(DueMark? mark) => mark is not null && inHand.Contains(mark);

    private TablePut ItemOf(DueMark mark, DateTimeOffset? expiresAt) => new(DueMarks.ItemOf(mark, itemKey, key, expiresAt));
}
