using Patterns.Aws;
using Patterns.Idempotency;
using Patterns.Outbound;
using Patterns.Sagas;
using Patterns.Tables;
using Patterns.Workflows;

namespace TwoWayChain.Functions;

/// <summary>The trips: the functions that start, book and show them mean the same ones.</summary>
public static class Trips
{
    private const string AnswerType = "trip.answer";
    private const string Source = "/trips";
    private static readonly ITable Own = Table.From(Environment.GetEnvironmentVariable("TABLE")!);
    private static readonly Lazy<IWorkflow> LazyMachine = new(() => Workflow.From(Environment.GetEnvironmentVariable("TRIP_MACHINE")!));

    public static SagaDefinition<Trip> Saga { get; } = TripSaga.Define(Table.From(Environment.GetEnvironmentVariable("BOOKINGS_TABLE")!));

    /// <summary>The trips by the queue of turns.</summary>
    public static SagaLog<Trip> Log { get; } = new(
        Saga,
        Own,
        new SagaOptions
        {
            Queue = Destination.From(Environment.GetEnvironmentVariable("TURNS_QUEUE")!),
            ReplyTo = Allowed,
            Type = AnswerType,
            Source = Source,

            // Less than the time after which the queue delivers again, so that a message of a dead function finds the step free.
            Lease = TimeSpan.FromSeconds(8),
            OrphanAfter = TimeSpan.FromSeconds(30),
        });

    /// <summary>The trips by the state machine; known to the functions that start and show them.</summary>
    public static IWorkflow Machine => LazyMachine.Value;

    /// <summary>How the steps of the state machine are remembered.</summary>
    public static SagaTaskOptions Tasks { get; } = new()
    {
        Table = Own,
        ReplyTo = Allowed,
        Type = AnswerType,
        Source = Source,
        Idempotency = new IdempotencyOptions { Scope = "trip", Retention = TimeSpan.FromDays(14), Lease = TimeSpan.FromSeconds(5) },
    };

    /// <summary>Answers go to no queue but ours, whatever a request says.</summary>
    private static IDestination? Allowed(string url) => url == TripRequests.AnswersQueue ? Destination.From(url) : null;
}
