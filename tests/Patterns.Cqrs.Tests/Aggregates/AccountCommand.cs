namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Moves money: the parts of a positive amount come in one after the other, and a negative one goes out at once.</summary>
public sealed record AccountCommand(string Id, params long[] Amounts);
