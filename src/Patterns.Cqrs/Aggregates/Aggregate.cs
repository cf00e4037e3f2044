namespace Patterns.Cqrs;

/// <summary>An aggregate as it is at a version.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The number of events that led to it; 0 for one to which nothing has happened.</param>
/// <param name="State">The state; <see cref="Decider{TState, TCommand, TEvent}.Initial"/> at version 0.</param>
/// <typeparam name="TState">The state.</typeparam>
public sealed record Aggregate<TState>(string Id, long Version, TState State);
