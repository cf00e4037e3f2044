using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;

namespace TransactionalFanOut.Functions;

/// <summary>What relay and sweeper have in common.</summary>
internal static class Publication
{
    public static Outbox Outbox => new(Table.From(Variable("ORDERS_TABLE")));

    /// <summary>
    /// All messages go to one topic, whose subscriptions choose. One that the topic can never take goes to the failed messages, and
    /// the order's later messages go on.
    /// </summary>
    public static OutboxRelayOptions Options => new()
    {
        Routes = [new FanOutRoute<Envelope>(Destination.From(Variable("ORDER_EVENTS_TOPIC")))],
        FailureDestination = Destination.From(Variable("FAILED_MESSAGES_QUEUE")),
        FirstRetryDelay = TimeSpan.FromSeconds(5),
    };

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)!;
}
