using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>What became of an attempt to take a lease.</summary>
/// <param name="Lease">The lease; null when it was refused.</param>
/// <param name="Item">The item as it is now, or as it was when it was refused; null when there was none.</param>
internal readonly record struct LeaseAttempt(Lease? Lease, TableItem? Item);
