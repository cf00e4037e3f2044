using Amazon.KinesisFirehose.Model;
using Patterns.Aws.Internal;
using Patterns.Outbound;

namespace Patterns.Aws.Firehose;

/// <summary>An envelope as a record of a delivery stream.</summary>
internal sealed record DeliveredRecord(Envelope Envelope, ReadOnlyMemory<byte> Data) : ICloudEventRecord
{
    /// <summary>What the service counts: the data, before it is Base64.</summary>
    public int Size => Data.Length;

    /// <param name="envelope">The envelope.</param>
    /// <param name="isLine">Whether the record is one line and ends it.</param>
    /// <exception cref="ArgumentException">The envelope cannot be written as a CloudEvent.</exception>
    public static DeliveredRecord Of(Envelope envelope, bool isLine)
    {
        var cloudEvent = StructuredCloudEvent.Write(envelope);
        return new DeliveredRecord(envelope, isLine ? Line(cloudEvent.Span) : cloudEvent);
    }

    public Record ToRecord() => new()
    {
        Data = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(Data, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(Data.ToArray()),
    };

    // JSON has line breaks between its tokens only: those inside of text are escaped.
    private static byte[] Line(ReadOnlySpan<byte> json)
    {
        var line = new byte[json.Length + 1];
        json.CopyTo(line);
        line.AsSpan(..^1).ReplaceAny(System.Buffers.SearchValues.Create("\r\n"u8), (byte)' ');
        line[^1] = (byte)'\n';
        return line;
    }
}
