namespace Patterns.Singleton;

/// <summary>How one lease of a <see cref="LeasePool"/> stands.</summary>
/// <param name="Number">Which one, from 0.</param>
/// <param name="Function">Whose own it is; null when it belongs to nobody.</param>
/// <param name="Holder">The function that has it; null while it is free or rests.</param>
/// <param name="ExpiresAt">When it is free unless it is renewed; null for one that is free.</param>
/// <param name="IsWanted">Whether its function waits for a lease, so that nobody else takes it.</param>
public sealed record PoolSlot(int Number, string? Function, string? Holder, DateTimeOffset? ExpiresAt, bool IsWanted);
