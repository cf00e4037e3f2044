using Patterns;
using Patterns.Sagas;
using Patterns.TwoWayChain;

namespace TwoWayChain.Functions;

/// <summary>Starts the saga of an order. An order that comes twice starts nothing new.</summary>
public sealed class StartTrip() : RecordHandler<TripOrder>(Json.Default.TripOrder)
{
    protected override async ValueTask HandleAsync(TripOrder message, RecordContext context) => await Trips.Log.StartAsync(
        message.Id,
        new Trip(message),
        context.CancellationToken,
        new SagaStart
        {
            Deadline = context.Time + TimeSpan.FromSeconds(message.BookWithinSeconds),
            ReplyTo = context.GetAttribute(ReplyAttributes.ReplyTo),
            CorrelationId = context.CorrelationId,
        });
}
