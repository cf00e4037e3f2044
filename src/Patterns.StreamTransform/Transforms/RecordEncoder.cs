namespace Patterns.StreamTransform;

/// <summary>Writes an output as the body of a message.</summary>
/// <typeparam name="TOut">The output.</typeparam>
public delegate ReadOnlyMemory<byte> RecordEncoder<in TOut>(TOut output);
