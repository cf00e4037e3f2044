using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>What became of an attempt to take a slot.</summary>
/// <param name="Lease">The lease; null when it was refused.</param>
/// <param name="Item">The slot's item as it is now, or as it was when it was refused; null when there was none.</param>
internal readonly record struct SlotAttempt(PoolLease? Lease, TableItem? Item);
