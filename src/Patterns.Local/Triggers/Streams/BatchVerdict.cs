namespace Patterns.Local.Triggers.Streams;

/// <summary>What an attempt came to.</summary>
/// <param name="Done">How many records from the beginning are done with.</param>
/// <param name="State">The state that the function returned, in a tumbling window.</param>
internal readonly record struct BatchVerdict(int Done, ReadOnlyMemory<byte>? State);
