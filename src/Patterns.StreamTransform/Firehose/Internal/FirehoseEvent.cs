using System.Text;
using System.Text.Json;

namespace Patterns.Firehose.Internal;

/// <summary>An event as its bytes, and where in them the records are.</summary>
internal sealed class FirehoseEvent(ReadOnlyMemory<byte> bytes)
{
    private const long LatestUnixMilliseconds = 253_402_300_799_999;

    public List<RecordSlices> Records { get; } = [];

    public string? DeliveryStreamArn { get; set; }

    public string? SourceStreamArn { get; set; }

    public ReadOnlySpan<byte> Span => bytes.Span;

    /// <summary>The id as it stands in the event, escapes and all, so that the reply repeats it to the byte.</summary>
    public ReadOnlySpan<byte> RawRecordId(int index) => Records[index].RecordId.Of(Span);

    public string RecordId(int index) => Text(Records[index].RecordId)!;

    public DateTimeOffset? ArrivedAt(int index) =>
        Records[index] is { HasArrival: true, ArrivalMilliseconds: >= 0 and <= LatestUnixMilliseconds } record ? DateTimeOffset.FromUnixTimeMilliseconds(record.ArrivalMilliseconds) : null;

    public FirehoseKinesisMetadata? Kinesis(int index) => Records[index] is { HasKinesis: true } record
        ? new FirehoseKinesisMetadata(Text(record.ShardId), Text(record.PartitionKey), Text(record.SequenceNumber)) { SubsequenceNumber = record.SubsequenceNumber }
        : null;

    /// <summary>The data's Base64 text; a copy only where somebody escaped it.</summary>
    /// <exception cref="FormatException">The record has no data.</exception>
    public ReadOnlySpan<byte> Data(int index)
    {
        var data = Records[index].Data;
        if (!data.IsPresent)
        {
            throw new FormatException("The record has no data.");
        }

        return data.HasEscapes ? Encoding.UTF8.GetBytes(Text(data)!) : data.Of(Span);
    }

    private string? Text(Slice slice)
    {
        if (!slice.IsPresent)
        {
            return null;
        }

        if (!slice.HasEscapes)
        {
            return Encoding.UTF8.GetString(slice.Of(Span));
        }

        var reader = new Utf8JsonReader(Span.Slice(slice.Start - 1, slice.Length + 2));
        reader.Read();
        return reader.GetString();
    }
}
