using Patterns.FanOut;

namespace TransactionalFanOut.Functions;

/// <summary>Publishes what was committed, as soon as the table's stream tells of it.</summary>
public sealed class Relay() : OutboxRelayHandler(Publication.Outbox, Publication.Options);
