namespace Patterns.Cqrs.Tests.Aggregates;

public sealed record AccountState(long Balance, long Movements);
