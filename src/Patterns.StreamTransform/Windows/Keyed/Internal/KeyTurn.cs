using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>
/// One key's part in an invocation or a sweep, in rounds: takes records in, ends windows and writes both down with the results of those, in one
/// write; the results are sent; then they are taken out of the item. Whoever dies in between is found out by the item.
/// </summary>
internal sealed class KeyTurn<TIn, TState, TOut>(
    KeyedEngine<TIn, TState, TOut> engine,
    TableKey itemKey,
    string key,
    TableItem? item,
    KeyMarks<TIn, TState, TOut> marks,
    Func<KeyFold<TIn, TState, TOut>, ValueTask> begin)
{
    private const int MostConflicts = 20;

    private TableItem? _item = item;
    private int _roundStart;
    private int _next;
    private Exception? _ofNext;

    /// <summary>The key's records in their order; none where time alone ends windows.</summary>
    public IReadOnlyList<CommitEntry<KeyedRecord<TIn>>> Entries { get; init; } = [];

    public string Key => key;

    public KeyMarks<TIn, TState, TOut> Marks => marks;

    /// <summary>What is written down and to be sent now.</summary>
    public IReadOnlyList<PendingResult> Pending { get; private set; } = [];

    /// <summary>Why the key could not be brought on; null when it could.</summary>
    public Exception? Failure { get; set; }

    public bool HasMore { get; private set; } = true;

    public int Closed { get; private set; }

    /// <summary>Takes in as much as one write holds.</summary>
    public async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        _roundStart = _next;
        for (var attempt = 0; attempt < MostConflicts; attempt++)
        {
            var (fold, next) = await FoldAsync(cancellationToken).ConfigureAwait(false);
            if (fold.HasChanged || marks.AreUsedBy(fold.State))
            {
                if (fold.Late.Count > 0)
                {
                    // Before the state moves past them: nobody would know afterwards.
                    await engine.Late!.SendAsync(fold.Late, cancellationToken).ConfigureAwait(false);
                }

                await marks.MakeAsync(fold, cancellationToken).ConfigureAwait(false);
                if (!await TryWriteAsync(fold.State, cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }
            }

            Finish(fold, next);
            return;
        }

        throw new InvalidOperationException($"The windows of key '{key}' were changed by others {MostConflicts} times in a row.");
    }

    /// <summary>Takes what was sent out of the item.</summary>
    public async ValueTask ClearAsync(CancellationToken cancellationToken)
    {
        var update = new TableUpdate(itemKey)
        {
            Condition = Unchanged(_item),
            ExpiresAt = KeyStateItem.HasWindows(_item!) ? null : engine.ForgottenAt,
        };
        var result = await engine.Table.WriteAsync(update.Remove(KeyStateItem.Outbox).Add(KeyStateItem.Version, 1), cancellationToken).ConfigureAwait(false);

        // Where somebody else was faster, they carry the results on and send them again, under the same ids.
        _item = result.Item;
        Pending = [];
    }

    /// <summary>Fails the records that are not in the state, and those whose results are not known to have been sent.</summary>
    public void Settle()
    {
        var first = Failure is null ? _next : Math.Min(_roundStart, Entries.Count - 1);
        for (var index = first; index < Entries.Count; index++)
        {
            Entries[index].Fail(Failure ?? (index == _next ? _ofNext! : new InvalidOperationException($"The record waits behind one of key '{key}' that failed.")));
        }
    }

    private static TableCondition Unchanged(TableItem? item) => item is null
        ? TableCondition.ItemMissing
        : TableCondition.Equal(KeyStateItem.Version, item[KeyStateItem.Version]!);

    private async ValueTask<(KeyFold<TIn, TState, TOut> Fold, int Next)> FoldAsync(CancellationToken cancellationToken)
    {
        _ofNext = null;
        var limit = Entries.Count;
        var checksEach = false;
        while (true)
        {
            var fold = new KeyFold<TIn, TState, TOut>(engine, engine.Layout.SourceOf(itemKey, key), KeyStateItem.Read<TState>(key, _item), cancellationToken);
            await begin(fold).ConfigureAwait(false);
            var next = _next;
            var stopped = false;
            for (; next < limit && !fold.IsFull && !stopped; next += stopped ? 0 : 1)
            {
                stopped = !await TryAddAsync(fold, next, checksEach).ConfigureAwait(false);
            }

            // A record that failed may have left traces: without it, all starts anew.
            if (stopped)
            {
                limit = next;
            }
            else if (!IsTooLarge(fold.State, out var bytes))
            {
                return (fold, next);
            }
            else if (checksEach || next == _next)
            {
                throw ResultsTooLarge(bytes);
            }
            else
            {
                checksEach = true;
            }
        }
    }

    /// <summary>False when the record is not to be taken in now: it failed, or there is no room before the results have gone out.</summary>
    private async ValueTask<bool> TryAddAsync(KeyFold<TIn, TState, TOut> fold, int index, bool checksSize)
    {
        var hasResults = fold.State.Outbox.Count > 0;
        var record = Entries[index].Work;
        try
        {
            await fold.AddAsync(record).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _ofNext = exception;
            return false;
        }

        if (!checksSize || !IsTooLarge(fold.State, out var bytes))
        {
            return true;
        }

        _ofNext = null;
        if (!hasResults)
        {
            var span = engine.Shape.SpansOf(record.Time).First();
            _ofNext = fold.State.Outbox.Count > 0
                ? ResultsTooLarge(bytes)
                : new WindowTooLargeException(new KeyWindow(key, span.Start, span.End), bytes, ServiceLimits.DynamoDbItemBytes);
        }

        return false;
    }

    private bool IsTooLarge(KeyState<TState> state, out int bytes)
    {
        bytes = KeyStateItem.SizeOf(KeyStateItem.Write(state, itemKey, engine.Parts.StateJson, engine.ForgottenAt));
        return bytes > ServiceLimits.DynamoDbItemBytes;
    }

    private InvalidOperationException ResultsTooLarge(int bytes) =>
        new($"The results of windows of key '{key}' are too large: with its open windows they have {bytes} bytes, and {ServiceLimits.DynamoDbItemBytes} are possible.");

    private async ValueTask<bool> TryWriteAsync(KeyState<TState> state, CancellationToken cancellationToken)
    {
        var written = KeyStateItem.Write(state, itemKey, engine.Parts.StateJson, engine.ForgottenAt);
        var result = await engine.Table.PutAsync(written, cancellationToken, Unchanged(_item)).ConfigureAwait(false);
        _item = result.Applied ? written : result.Item;
        return result.Applied;
    }

    private void Finish(KeyFold<TIn, TState, TOut> fold, int next)
    {
        _next = next;
        Pending = fold.State.Outbox;
        HasMore = fold.HasDue || (next < Entries.Count && _ofNext is null);
        Closed += fold.Closed;
        engine.Meter.CountLate(fold.LateCount);
        engine.Meter.CountDuplicates(fold.Duplicates);
        engine.Meter.CountClosed(fold.Closed);
    }
}
