using Amazon.Lambda.KinesisEvents;

namespace Patterns.TypedEvents.Internal;

internal sealed class KinesisBatch(KinesisEvent batch) : RecordBatch
{
    private readonly IList<KinesisEvent.KinesisEventRecord> _records = batch.Records ?? [];

    public override SourceKind Source => SourceKind.Kinesis;

    public override int Count => _records.Count;

    protected override string GetId(int index) => _records[index].Kinesis.SequenceNumber;

    protected override string GetMessageId(int index) => _records[index].EventId ?? GetId(index);

    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer)
    {
        var data = _records[index].Kinesis.Data;
        return data.TryGetBuffer(out var bytes) ? bytes : data.ToArray();
    }

    protected override string? GetKey(int index) => _records[index].Kinesis.PartitionKey;

    protected override string GetSourceArn(int index) => _records[index].EventSourceARN ?? "";

    protected override DateTimeOffset? GetTime(int index) =>
        _records[index].Kinesis.ApproximateArrivalTimestamp is { } time ? new DateTimeOffset(time.ToUniversalTime()) : null;

    protected override string? GetEventName(int index) => _records[index].EventName;
}
