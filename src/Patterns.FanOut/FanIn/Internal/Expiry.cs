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

        // A timer that was moved is deleted, too, and the aggregate is not due.
        if (head is null || head.Timer.Due > store.Aggregates.Now)
        {
            return;
        }

        head = await aggregator.AdvanceAsync(correlationId, resumes: true, context.Lambda.Logger, token).ConfigureAwait(false);
        if (head is { State: FanInState.Open } && !await store.Aggregates.RearmAsync(head, token).ConfigureAwait(false))
        {
            throw new FanInException($"{correlationId} changed while its timer was set again.", correlationId);
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
