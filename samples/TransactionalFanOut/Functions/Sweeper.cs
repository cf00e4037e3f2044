using Patterns.FanOut;

namespace TransactionalFanOut.Functions;

/// <summary>
/// Publishes what the relay left behind. It need not wait for long: the topic recognises a message that relay and sweeper both
/// publish within five minutes.
/// </summary>
public sealed class Sweeper() : OutboxSweeperHandler(Publication.Outbox, Publication.Options, new() { MinAge = TimeSpan.FromSeconds(15) });
