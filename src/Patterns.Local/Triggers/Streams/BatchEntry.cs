using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>A record of a batch.</summary>
/// <param name="Position">Where it is in its shard.</param>
/// <param name="Record">The record.</param>
/// <param name="Json">The record as an element of the event.</param>
internal sealed record BatchEntry(long Position, StreamRecord Record, ReadOnlyMemory<byte> Json);
