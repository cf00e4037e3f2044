namespace Patterns.Firehose;

/// <summary>Reads a record's data. Throwing fails that record alone.</summary>
/// <param name="data">The data without its Base64; valid during the call only.</param>
/// <param name="context">The record.</param>
public delegate TIn FirehoseDecoder<out TIn>(ReadOnlySpan<byte> data, FirehoseRecordContext context);
