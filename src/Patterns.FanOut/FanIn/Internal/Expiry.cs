using System.Text.Json;

namespace Patterns.FanIn.Internal;

/// <summary>Brings on the aggregates whose timers the table has deleted because they had expired.</summary>
internal sealed class Expiry(FanInStore store, Aggregator aggregator, RecordHandlerOptions options)
    : RecordHandler<TableChange<JsonElement>>(FanInJson.Default.TableChangeJsonElement, options)
{
    protected override async ValueTask HandleAsync(TableChange<JsonElement> change, RecordContext context)
    {
        if (change.Kind != "REMOVE" || FindTimer(change.Keys) is not { } sort)
        {
            return;
        }

        var token = context.CancellationToken;
        var correlationId = FanInKeys.CorrelationOf(sort);
        var head = await store.Aggregates.FindAsync(correlationId, token).ConfigureAwait(false);

        if (head is null)
        {
            FanInMeter.CountLost(store.Options.Name);
            FanInLog.Lost(context.Lambda.Logger, correlationId);
            return;
        }

        // A timer that was moved is deleted, too, and the aggregate is not due.
        if (head.Timer.Due > store.Aggregates.Now)
        {
            await RestoreAsync(head, sort, token).ConfigureAwait(false);
            return;
        }

        head = await aggregator.AdvanceAsync(correlationId, resumes: true, context.Lambda.Logger, token).ConfigureAwait(false);
        if (head is { State: FanInState.Open } && !await store.Aggregates.RearmAsync(head, token).ConfigureAwait(false))
        {
            throw new FanInException($"{correlationId} changed while its timer was set again.", correlationId);
        }
    }

    /// <summary>The table's clock may be ahead: an aggregate whose only timer was deleted too early gets it again.</summary>
    private async ValueTask RestoreAsync(Head head, string deletedSort, CancellationToken cancellationToken)
    {
        var isOnlyOne = FanInKeys.Timer(store.Options.Name, head.Timer, head.CorrelationId).Sort == deletedSort;
        if (isOnlyOne && head.State != FanInState.Published)
        {
            await store.Aggregates.RestoreTimerAsync(head, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The sort key of a timer of this fan-in, whatever the table calls its key attributes; null for other items.</summary>
    private string? FindTimer(JsonElement keys)
    {
        var prefix = FanInKeys.TimerPrefix(store.Options.Name);
        var texts = keys.EnumerateObject().Where(key => key.Value.ValueKind == JsonValueKind.String).Select(key => key.Value.GetString()!).ToList();
        return texts.Count == 2 && texts.Find(text => text.StartsWith(prefix, StringComparison.Ordinal)) is { } partition
            ? texts.Find(text => !ReferenceEquals(text, partition))
            : null;
    }
}
