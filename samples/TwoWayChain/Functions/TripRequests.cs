using Patterns.Aws;
using Patterns.TwoWayChain;

namespace TwoWayChain.Functions;

/// <summary>What travellers have asked for, and how it ended for them.</summary>
public static class TripRequests
{
    public static string AnswersQueue { get; } = Environment.GetEnvironmentVariable("ANSWERS_QUEUE")!;

    public static RequestLog<TripOrder, Trip> Log { get; } = new(
        Table.From(Environment.GetEnvironmentVariable("TABLE")!),
        Json.Default.TripOrder,
        Json.Default.Trip,
        new RequestLogOptions
        {
            Name = "requests",
            Requests = Destination.From(Environment.GetEnvironmentVariable("ORDERS_QUEUE")!),
            ReplyTo = AnswersQueue,
            Type = "trip.order",
            Source = "/trips",
        });
}
