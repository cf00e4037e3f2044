using Patterns.Aws;
using Patterns.Sagas;

namespace TwoWayChain.Functions;

/// <summary>The trips: the functions that start, book and show them mean the same ones.</summary>
public static class Trips
{
    public static SagaLog<Trip> Log { get; } = new(
        TripSaga.Define(Table.From(Environment.GetEnvironmentVariable("BOOKINGS_TABLE")!)),
        Table.From(Environment.GetEnvironmentVariable("TABLE")!),
        new SagaOptions
        {
            Queue = Destination.From(Environment.GetEnvironmentVariable("TURNS_QUEUE")!),

            // Answers go to no queue but ours, whatever a request says.
            ReplyTo = url => url == TripRequests.AnswersQueue ? Destination.From(url) : null,
            Type = "trip.answer",
            Source = "/trips",

            // Less than the time after which the queue delivers again, so that a message of a dead function finds the step free.
            Lease = TimeSpan.FromSeconds(8),
            OrphanAfter = TimeSpan.FromSeconds(30),
        });
}
