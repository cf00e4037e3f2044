using System.Text.Json;
using Patterns;
using Patterns.Sagas;
using Patterns.TwoWayChain;
using Patterns.Workflows;

namespace TwoWayChain.Functions;

/// <summary>Starts the saga of an order, by the queue of turns or the state machine. An order that comes twice starts nothing new.</summary>
public sealed class StartTrip() : RecordHandler<TripOrder>(Json.Default.TripOrder)
{
    protected override async ValueTask HandleAsync(TripOrder message, RecordContext context)
    {
        var start = new SagaStart
        {
            Deadline = context.Time + TimeSpan.FromSeconds(message.BookWithinSeconds),
            ReplyTo = context.GetAttribute(ReplyAttributes.ReplyTo),
            CorrelationId = context.CorrelationId,
        };
        if (message.By == TripOrder.ByStateMachine)
        {
            await StartMachineAsync(message, start, context.CancellationToken);
        }
        else
        {
            await Trips.Log.StartAsync(message.Id, new Trip(message), context.CancellationToken, start);
        }
    }

    /// <summary>The trip's id is the name of the execution, of which there can be only one.</summary>
    private static async Task StartMachineAsync(TripOrder order, SagaStart start, CancellationToken cancellationToken)
    {
        var task = new SagaTask<Trip>(order.Id, new Trip(order))
        {
            Deadline = start.Deadline,
            ReplyTo = start.ReplyTo,
            CorrelationId = start.CorrelationId,
        };
        try
        {
            await Trips.Machine.StartAsync(order.Id, JsonSerializer.Serialize(task, Json.Default.SagaTaskTrip), cancellationToken);
        }
        catch (WorkflowException taken) when (taken.IsNameTaken)
        {
            // The order was sent again, with another time from which its deadline counts; the first one holds.
        }
    }
}
