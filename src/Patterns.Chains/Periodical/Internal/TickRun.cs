using Patterns.Singleton;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Periodical.Internal;

/// <summary>Runs the ticks that are due, one after the other, for as long as it has the lease and time.</summary>
internal sealed class TickRun(
    PeriodicalOptions periodical,
    TickLayout layout,
    LeaseItem item,
    Lease lease,
    TableItem taken,
    Func<TickContext, ValueTask> run,
    RecordContext context)
{
    private readonly DueTicks _due = new(periodical);
    private TableItem _head = taken;
    private TimeSpan _longestRun;

    private DateTimeOffset? Settled => TickFields.Moment(_head, TickFields.Settled);

    private DateTimeOffset Now => periodical.Time.GetUtcNow();

    public async ValueTask RunAsync(DateTimeOffset named)
    {
        try
        {
            do
            {
                await RunDueAsync(named).ConfigureAwait(false);
            }
            while (!await TryEndAsync().ConfigureAwait(false));
        }
        catch
        {
            await LetGoAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask RunDueAsync(DateTimeOffset named)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lease.Lost);
        for (var runs = 0; _due.Next(Settled, Named(named)) is { } due;)
        {
            if (due.Run is not { } tick)
            {
                PeriodicalLog.Skipped(context.Lambda.Logger, periodical.Name, Settled, due.SettleThrough);
                await SettleAsync(due.SettleThrough, []).ConfigureAwait(false);
            }
            else if (runs++ > 0 && context.RemainingTime < _longestRun * 1.5)
            {
                throw new PeriodicalBacklogException(periodical.Name, tick);
            }
            else
            {
                await RunAsync(tick, both.Token).ConfigureAwait(false);
            }
        }
    }

    private DateTimeOffset Named(DateTimeOffset named) => TickFields.Moment(_head, TickFields.Left) is { } left && left > named ? left : named;

    private async ValueTask RunAsync(DateTimeOffset tick, CancellationToken cancellationToken)
    {
        var attempt = await BeginAsync(tick).ConfigureAwait(false);
        if (attempt > periodical.MaxAttempts)
        {
            // The last attempt died without a word.
            await GiveUpAsync(tick, attempt - 1).ConfigureAwait(false);
            return;
        }

        var (start, late) = (periodical.Time.GetTimestamp(), Now - tick);
        var work = new TickContext(periodical.Name, lease, context.Lambda, cancellationToken)
        {
            ScheduledTime = tick,
            PreviousTime = TickFields.Moment(_head, TickFields.Done),
            LateBy = late > TimeSpan.Zero ? late : TimeSpan.Zero,
            Attempt = attempt,
        };
        try
        {
            await run(work).ConfigureAwait(false);
        }
        catch (Exception) when (attempt == periodical.MaxAttempts && lease.IsHeld)
        {
            await GiveUpAsync(tick, attempt).ConfigureAwait(false);
            throw;
        }

        _longestRun = TimeSpan.FromTicks(Math.Max(_longestRun.Ticks, periodical.Time.GetElapsedTime(start).Ticks));
        PeriodicalLog.Skipped(context.Lambda.Logger, periodical, Settled, tick);
        await SettleAsync(tick, [RecordOf(tick, TickOutcome.Done, attempt), .. work.Enlisted], isDone: true).ConfigureAwait(false);
        PeriodicalMeter.CountTick(periodical.Name, TickOutcome.Done);
    }

    /// <summary>Counted before the work begins, so that an attempt that dies counts as well.</summary>
    private async ValueTask<int> BeginAsync(DateTimeOffset tick)
    {
        var attempt = TickFields.Moment(_head, TickFields.Begun) == tick ? (int)_head[TickFields.Attempts]!.GetInt64() + 1 : 1;
        var update = new TableUpdate(layout.Head).Set(TickFields.Begun, TickFields.Of(tick)).Set(TickFields.Attempts, attempt);
        await CommitAsync(update, found => TickFields.Moment(found, TickFields.Begun) == tick, []).ConfigureAwait(false);
        return attempt;
    }

    private async ValueTask GiveUpAsync(DateTimeOffset tick, int attempts)
    {
        PeriodicalLog.GivenUp(context.Lambda.Logger, periodical.Name, tick, attempts);
        PeriodicalMeter.CountTick(periodical.Name, TickOutcome.Failed);
        await SettleAsync(tick, [RecordOf(tick, TickOutcome.Failed, attempts)]).ConfigureAwait(false);
    }

    private TablePut RecordOf(DateTimeOffset tick, TickOutcome outcome, int attempts) =>
        new(TickFields.ItemOf(layout.Tick(tick), new TickRecord(tick, outcome, Now, attempts), Now + periodical.Retention)) { Table = item.Table };

    private ValueTask SettleAsync(DateTimeOffset tick, IReadOnlyList<TableWrite> enlisted, bool isDone = false)
    {
        var update = new TableUpdate(layout.Head).Set(TickFields.Settled, TickFields.Of(tick)) with
        {
            Condition = TableCondition.Missing(TickFields.Settled) | TableCondition.Less(TickFields.Settled, TickFields.Of(tick)),
        };
        update = isDone ? update.Set(TickFields.Done, TickFields.Of(tick)) : update;
        return CommitAsync(update, found => TickFields.Moment(found, TickFields.Settled) == tick, enlisted);
    }

    private async ValueTask CommitAsync(TableUpdate update, Func<TableItem, bool> isDone, IReadOnlyList<TableWrite> enlisted)
    {
        var head = await LeasedCommit.RunAsync(item, lease, update, isDone, enlisted, context.GraceToken).ConfigureAwait(false);
        _head = head
            ?? await item.ReadAsync(context.GraceToken).ConfigureAwait(false)
            ?? throw new LeaseLostException(lease.Name, lease.Token);
    }

    /// <summary>Gives the lease back, unless a tick was left to this run in the meantime.</summary>
    private async ValueTask<bool> TryEndAsync()
    {
        var isAllDone = Settled is { } settled
            ? TableCondition.Missing(TickFields.Left) | TableCondition.LessOrEqual(TickFields.Left, TickFields.Of(settled))
            : TableCondition.Missing(TickFields.Left);
        if (await item.GiveBackAsync(lease.Owner, lease.Token, update => update with { Condition = isAllDone }, context.GraceToken).ConfigureAwait(false) is not null)
        {
            lease.Stop();
            return true;
        }

        _head = await item.ReadAsync(context.GraceToken).ConfigureAwait(false) ?? throw new LeaseLostException(lease.Name, lease.Token);
        return LeaseFields.OwnerOf(_head) == lease.Owner ? false : throw new LeaseLostException(lease.Name, lease.Token);
    }

    private async ValueTask LetGoAsync()
    {
        try
        {
            await lease.ReleaseAsync(context.GraceToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TableException or OperationCanceledException)
        {
            SingletonLog.NotReleased(context.Lambda.Logger, lease, exception);
        }
    }
}
