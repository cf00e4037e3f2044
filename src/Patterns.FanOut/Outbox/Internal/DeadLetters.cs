using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Keeps what was given up: at the failure destination, or else in the table.</summary>
internal sealed class DeadLetters(Outbox outbox, OutboxRelayOptions options)
{
    private readonly SharedOutboundWriter? _writer =
        options.FailureDestination is { } destination ? new SharedOutboundWriter(destination, options.Outbound) : null;

    /// <summary>Whether the message is in safe hands; if not, it stays where it is and is tried again.</summary>
    public async Task<bool> TakeAsync(OutboxRow row, int index, IReadOnlyList<RouteResult> failures, int attempts, RecordContext context)
    {
        var message = row.Messages[index];
        var cause = CauseText.Of(failures);
        if (_writer is not null)
        {
            var letter = FailureLetter.Of(message, cause, attempts, options.FailureDestination!.Limits);
            var refusal = await _writer.TrySendAsync(letter, context.GraceToken).ConfigureAwait(false);
            if (refusal is null)
            {
                Log.GivenUp(context.Lambda.Logger, message.Id, row.Aggregate, failures, attempts, _writer.Name);
                return true;
            }

            Log.NotTaken(context.Lambda.Logger, message.Id, row.Aggregate, refusal, _writer.Name);
            if (refusal.IsRetryable || refusal.Code == SendFailureCodes.RequestFailed)
            {
                return false;
            }
        }

        await outbox.Table.PutAsync(DeadRow(row, index, cause, attempts), context.GraceToken).ConfigureAwait(false);
        Log.GivenUp(context.Lambda.Logger, message.Id, row.Aggregate, failures, attempts, outbox.Table.Name);
        return true;
    }

    /// <summary>Puts a row aside that cannot be read, as it is.</summary>
    public async Task ParkAsync(TableItem row, FormatException cause, RecordContext context)
    {
        var parked = new TableItem(outbox.Layout.AsideKey(RowNames.Dead, row.Key), row.Attributes) { [RowNames.State] = RowNames.Dead, [RowNames.Cause] = cause.Message };
        await outbox.Table.PutAsync(parked, context.GraceToken).ConfigureAwait(false);
        Log.Unreadable(context.Lambda.Logger, row.Key, cause);
    }

    private TableItem DeadRow(OutboxRow row, int index, string cause, int attempts)
    {
        var beside = new TableKey(row.Key.Partition, $"{row.Key.Sort}#{index:D4}");
        var only = row with { Key = outbox.Layout.AsideKey(RowNames.Dead, beside), Messages = [row.Messages[index]] };
        return new TableItem(only.Key, only.ToItem().Attributes) { [RowNames.State] = RowNames.Dead, [RowNames.Cause] = cause, [RowNames.Attempts] = (long)attempts };
    }
}
