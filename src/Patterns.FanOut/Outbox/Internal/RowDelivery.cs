using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Publishes the messages of one row, one after the other, and keeps in the row how far it has come.</summary>
internal sealed class RowDelivery(
    OutboxRow row,
    ITable table,
    RouteSender<Envelope>[] routes,
    DeadLetters deadLetters,
    OutboxRelayOptions options,
    RecordContext context,
    Tally tally)
{
    private readonly HashSet<string> _delivered = new(row.Delivered, StringComparer.Ordinal);
    private int _savedNext = row.Next;
    private int _next = row.Next;
    private int _attempts = row.Attempts;

    private Envelope Message => row.Messages[_next];

    /// <summary>Whether all messages are published or given up.</summary>
    public async Task<bool> RunAsync()
    {
        while (_next < row.Messages.Count)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var failures = await SendAsync().ConfigureAwait(false);
            if (failures.Count == 0)
            {
                tally.Add();
                MoveOn();
            }
            else if (!await SettleAsync(failures).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<RouteResult>> SendAsync()
    {
        var open = routes.Where(route => !_delivered.Contains(route.Name) && route.Wants(Message));
        var results = await Task.WhenAll(open.Select(route => route.SendAsync(Message, Message, context.CancellationToken))).ConfigureAwait(false);
        _delivered.UnionWith(results.Where(result => result.Failure is null).Select(result => result.Name));
        return Array.FindAll(results, result => result.Failure is not null);
    }

    /// <summary>Gives the message up, or leaves it to wait; whether the row may go on.</summary>
    private async Task<bool> SettleAsync(IReadOnlyList<RouteResult> failures)
    {
        _attempts++;
        if (IsHopeless(failures) && await deadLetters.TakeAsync(row, _next, failures, _attempts, context).ConfigureAwait(false))
        {
            MoveOn();
            return _next == row.Messages.Count || await SaveAsync(notBefore: null).ConfigureAwait(false);
        }

        var notBefore = options.Time.GetUtcNow() + WaitAfter(_attempts);
        Log.NotPublished(context.Lambda.Logger, Message.Id, row.Aggregate, failures, _attempts, notBefore);
        await SaveAsync(notBefore).ConfigureAwait(false);
        return false;
    }

    /// <summary>A destination that is missing or refuses the caller is not the message's fault, and may be there the next time.</summary>
    private bool IsHopeless(IReadOnlyList<RouteResult> failures) =>
        _attempts >= options.MaxAttempts || failures.All(result => !result.Failure!.IsRetryable && result.Failure.Code != SendFailureCodes.RequestFailed);

    private TimeSpan WaitAfter(int attempts)
    {
        var wait = options.FirstRetryDelay.TotalSeconds * Math.Pow(2, attempts - 1);
        return TimeSpan.FromSeconds(Math.Min(wait, options.MaxRetryDelay.TotalSeconds));
    }

    private void MoveOn()
    {
        _next++;
        _attempts = 0;
        _delivered.Clear();
    }

    /// <summary>
    /// Writes down how far the row has come, unless somebody else has come further or finished it: what is noted of one message
    /// must not be taken for another's.
    /// </summary>
    private async Task<bool> SaveAsync(DateTimeOffset? notBefore)
    {
        var update = new TableUpdate(row.Key) { Condition = TableCondition.Equal(RowNames.Next, _savedNext) }
            .Set(RowNames.Next, _next)
            .Set(RowNames.Attempts, _attempts);
        update = _delivered.Count > 0 ? update.Set(RowNames.Delivered, TableValue.SetOf(_delivered)) : update.Remove(RowNames.Delivered);
        update = notBefore is { } moment ? update.Set(RowNames.NotBefore, moment.ToUnixTimeMilliseconds()) : update.Remove(RowNames.NotBefore);
        var result = await table.WriteAsync(update, context.GraceToken).ConfigureAwait(false);
        _savedNext = _next;
        return result.Applied;
    }
}
