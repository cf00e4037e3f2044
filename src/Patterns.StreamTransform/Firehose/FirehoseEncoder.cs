using System.Buffers;

namespace Patterns.Firehose;

/// <summary>Writes what is delivered for a record. Throwing fails that record alone.</summary>
/// <param name="data">What the handler gave back.</param>
/// <param name="output">Where the bytes go; Base64 is added later.</param>
public delegate void FirehoseEncoder<in TOut>(TOut data, IBufferWriter<byte> output);
