namespace Patterns.Outbound;

/// <summary>What one request to a destination may hold.</summary>
/// <param name="MaxEntries">Entries in one request.</param>
/// <param name="MaxRequestBytes">All entries of one request together, by <see cref="Envelope.GetSize"/>.</param>
/// <param name="MaxEntryBytes">One entry.</param>
/// <param name="MaxAttributes">Attributes of one entry, the envelope's own included.</param>
public sealed record DestinationLimits(int MaxEntries, int MaxRequestBytes, int MaxEntryBytes, int MaxAttributes);
