using System.Text.Json;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Periodical.Internal;

/// <summary>Takes events, and runs what is due as the only one, or leaves them to the one that runs.</summary>
internal sealed class TickIntake(PeriodicalOptions periodical, Func<TickContext, ValueTask> run, RecordHandlerOptions options)
    : RecordHandler<TickEvent>((body, _) => Read(body, periodical.TimeProperty), options)
{
    private const string ScheduledEvent = "Scheduled Event";

    private readonly TickLayout _layout = new(periodical.Name);

    protected override async ValueTask HandleAsync(TickEvent message, RecordContext context)
    {
        var tick = TickOf(message, context);
        var item = new LeaseItem(periodical.Table, _layout.Head, periodical.Name, periodical.LeaseOptions);
        while (true)
        {
            var attempt = await item.TryTakeAsync(context.CancellationToken).ConfigureAwait(false);
            if (attempt.Lease is { } lease)
            {
                await new TickRun(periodical, _layout, item, lease, attempt.Item!, run, context).RunAsync(tick).ConfigureAwait(false);
                return;
            }

            if (attempt.Item is { } head && await TryLeaveAsync(head, tick, context.CancellationToken).ConfigureAwait(false))
            {
                PeriodicalLog.Left(context.Lambda.Logger, periodical.Name, tick);
                return;
            }
        }
    }

    private DateTimeOffset TickOf(TickEvent message, RecordContext context)
    {
        var time = message.ScheduledTime
            ?? (context.EventName == ScheduledEvent ? context.Time : null)
            ?? throw new NonRetryableException($"The event says nowhere when it was due: it is no '{ScheduledEvent}', and has no '{periodical.TimeProperty}' with a time. Give a schedule the input {{\"{periodical.TimeProperty}\":\"<aws.scheduler.scheduled-time>\"}}.");
        return periodical.Schedule.Latest(time)
            ?? throw new NonRetryableException($"No tick of '{periodical.Name}' ({periodical.Schedule}) was due at {time:O} or in ten years before.");
    }

    /// <summary>Leaves the tick to the run that goes on, which looks before it ends; false when that one may have ended.</summary>
    private async ValueTask<bool> TryLeaveAsync(TableItem head, DateTimeOffset tick, CancellationToken cancellationToken)
    {
        if (TickFields.Moment(head, TickFields.Settled) >= tick)
        {
            return true;
        }

        var update = new TableUpdate(head.Key).Set(TickFields.Left, TickFields.Of(tick)) with
        {
            Condition = LeaseFields.HeldWith(LeaseFields.OwnerOf(head)!, LeaseFields.TokenOf(head))
                & (TableCondition.Missing(TickFields.Left) | TableCondition.Less(TickFields.Left, TickFields.Of(tick))),
        };
        var result = await periodical.Table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        return result.Applied || (result.Item is { } found && IsOf(found, head) && TickFields.Moment(found, TickFields.Left) >= tick);
    }

    private static bool IsOf(TableItem found, TableItem head) =>
        LeaseFields.TokenOf(found) == LeaseFields.TokenOf(head) && LeaseFields.OwnerOf(found) is not null;

    /// <exception cref="JsonException">The event is no JSON.</exception>
    private static TickEvent Read(ReadOnlySpan<byte> body, string property)
    {
        var reader = new Utf8JsonReader(body);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? new(value.TryGetDateTimeOffset(out var time) ? time : throw new JsonException($"The event's '{property}' is no time."))
            : new(ScheduledTime: null);
    }
}
