namespace Patterns;

/// <summary>Reads a message from the bytes of a record's body; throwing makes the record poison.</summary>
/// <param name="body">The body, out of its envelopes; valid during the call only.</param>
/// <param name="context">The record.</param>
/// <typeparam name="TMessage">The message.</typeparam>
public delegate TMessage RecordDecoder<out TMessage>(ReadOnlySpan<byte> body, RecordContext context);
