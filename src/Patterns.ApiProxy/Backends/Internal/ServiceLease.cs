namespace Patterns.Backends.Internal;

/// <summary>An address, and how long it holds.</summary>
internal sealed record ServiceLease(Uri Address, DateTimeOffset Until, int Weight);
